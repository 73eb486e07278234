import { foldCharacters } from '../script.ts'

const LATER =
  '(?:今晚|晚上|晚点|晚些|回头|回去|回家|到家|明天|下班|中午|等一?下|等会儿?|待会儿?|过会儿?|一会儿?|回来|忙完|吃完饭?)'
/** What is said about the filling itself, one clause of it: that she looks it up, comes back, mistyped, cannot follow, or lets another do it. */
const ASIDE = new RegExp(
  `^[\\s我那哦啊嗯先得要不好意思抱歉]*(?:${[
    '等我(?:一下|一会儿?|再|先|去|来|找|问|看|查|翻|戴|拿|想|确认|打个?电话|吃|忙|洗|到家|回家)[^，,。；;！!？?]{0,10}',
    '去(?:做饭|接(?:孩子|娃|人)|开个?会|吃饭|上班|睡觉?|洗澡|忙|上课|带娃|哄(?:孩子|娃)|上个?厕所)(?:了|去|一下)?',
    '(?:现在|正|还)*在(?:开车|开会|路上)|不(?:识|认识?)字|字太小|(?:手机|网|信号)[^，,。；;！!？?\\d]{0,4}(?:卡住?|没电|断)',
    '(?:手边|手头|身边|身上)(?:现在|暂时|也)?(?:没有?|没带|不在)(?:带|这个|证件|材料)?',
    `${LATER}(?:再|我|接着|继续|到家|回家|回去|去)*(?:翻|找|看看?|查|问|弄|填|来|说|告诉|补|发|拍)[^，,。；;！!？?\\d]{0,6}`,
    '[打写填点按发]错了?(?:字)?[，,\\s]?(?:等一?下|稍等|重来|重新来|重打)',
    '[^，,。；;！!？?\\d]{0,6}[他她]来(?:弄|填|写)[吧了啊]?',
    '(?:你|您)?说的(?:我)?(?:都|也)?听不(?:太)?(?:懂|明白)',
    '看不(?:太)?清(?:楚)?(?:屏幕|字|手机|你)[^，,。；;！!？?]{0,4}',
    '[^，,。；;！!？?\\d]{0,6}不用填(?:这个|的)?',
  ].join('|')})[了的啊呀哈吧哦\\s]*$`,
  'u',
)

/** A text with the clauses that are about the filling, and tell nothing, blank in their place. */
export function withoutAsides(text: string): string {
  const folded = foldCharacters(text)
  let plain = text
  for (const { 0: words, index } of folded.matchAll(/[^，,。；;！!？?\s]+/g))
    if (ASIDE.test(words.trim()))
      plain = plain.slice(0, index) + ' '.repeat(words.length) + plain.slice(index + words.length)
  return plain
}
