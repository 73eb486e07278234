import { foldCharacters } from '../script.ts'

/** How somebody wants to be spoken to: in plain words, a little at a time, or as usual. */
export type Manner = 'plain' | 'usual'

/** A wish about the manner, and what she says besides it, as she wrote it; empty when that is nothing. */
export type MannerReading = { readonly manner: Manner; readonly rest: string }

const EDGE = '，,。.；;：:！!？?、~～…\\s'
/** A clause begins after a mark, and after a reason that runs on: 我年纪大了说慢一点. */
const OPEN = `(?<=^|[${EDGE}]|(?:年纪|年龄|岁数)(?:也|都|有点)?[大高老]了?|看不懂[了啦]?)`
const CLOSE = `[啊呀哦喔呢嘛吧哈啦了的噢]{0,2}(?=$|[${EDGE}])`
const RUNS_ON = `[啊呀哦喔呢嘛吧哈啦了的噢]{0,2}(?=$|[${EDGE}]|请|说|讲|慢|简单|你|您|能不能|可不可以|可以|麻烦|太|写|字)`
const PLEASE =
  '(?:请问|请|麻烦|拜托|能不能|可不可以|可以|能否|能|你们|你|您|就|再|帮我|给我|跟我|和我|对我|用|尽量){0,4}'
const WILL_YOU = '(?:一下)?(?:可以|行|好|成)?(?:吗|么|不|吧|呗|嘛|哈)?'
const SAY = '(?:说明|说话|说|讲话|讲|解释|回答|回复|回|答|写|介绍|念)'
const A_BIT = '(?:一点点|一点儿|一点|一些|点儿|点|些)'
const SIMPLE = '(?:简单|简短|简洁|简明|简略|通俗|直白|明白|浅显|易懂|短|慢|清楚)'
const ELDER = '(?:长辈|老年人?|老人家?|适老化?|关怀|大白话|简单|简洁|简明|简易|慢速)'
const FULL = '(?:正常|普通|标准|完整|详细|一般|原来|默认)'
const LOOK = '(?:的)?(?:版本|版|模式|界面|方式)'

const PLAIN: readonly RegExp[] = [
  clause(
    `${PLEASE}(?:开启|打开|启用|进入|切换(?:到|成|为)?|换(?:成|到)?|转(?:成|到)?|改成|选|开|用|要)?${ELDER}${LOOK}${WILL_YOU}`,
  ),
  clause(`${PLEASE}${SAY}(?:话)?(?:得|的)?(?:再|更|稍微)?${SIMPLE}(?:易懂)?(?:${A_BIT})?${WILL_YOU}`),
  wish(
    `${PLEASE}(?:再|更|稍微)?(?:简单|简短|简洁|简略|通俗|直白|慢慢|慢)(?:${A_BIT}|地|的)?(?:给我|跟我|和我)?(?:再)?${SAY}(?:一下|说)?`,
  ),
  clause(`${PLEASE}(?:再|更)?${SIMPLE}${A_BIT}${WILL_YOU}`),
  wish(
    `${PLEASE}(?:大白话|白话|人话|简单的话|通俗的话|老百姓的话|听得懂的话)(?:来)?(?:跟我|给我|和我|对我)?(?:再)?(?:(?!写)${SAY}(?:一下|说)?)?`,
  ),
  clause(`${PLEASE}${SAY}(?:大白话|白话|人话)${WILL_YOU}`),
  wish(
    `${PLEASE}(?:只用|就用)?(?:一句话|一两句话?|两句话|三言两语)(?:来)?(?:告诉我|概括|总结|${SAY})(?:一下|清楚|明白)?`,
  ),
  clause(
    `${PLEASE}(?:你|您)?(?:写的|说的|讲的|写得|说得|讲得|回答的?|字|内容|这些话|这段话|话)?(?:都|也|实在)?(?:太|有点|这么|好)(?:长|多字|复杂|啰嗦|啰唆|罗嗦|绕|专业|难懂|深奥)`,
  ),
  reason('(?:我|老人|老人家)?(?:都|也|完全|根本|有点|还是)?看不(?:太)?(?:懂|明白|完|下去)'),
  clause(
    `(?:内容|东西|步骤|一下子|一次)?(?:说|讲|来)?(?:得|的)?(?:太多|这么多|那么多)了?[${EDGE}]*(?:我|老人)?(?:都|实在|根本|完全|哪|怎么)?(?:记不(?:住|全|下来?)|记得住|看不过来|跟不上)`,
  ),
  wish(
    `${PLEASE}(?:把[^，。！？]{0,8})?(?:朗读|念|读|播报?)(?:出来|一遍|一下)?(?:给)?(?:我|老人)?(?:听|出来)${WILL_YOU}`,
  ),
  english('(?:in|use|using) (?:plain|simple|simpler|easy|easier) (?:english|words|language|terms)'),
  english(
    '(?:can you |could you |please )?(?:keep|say|make|explain|put) (?:it|this|that)(?: more)? (?:simple|simpler|short|shorter|simply|briefly)',
  ),
  english(
    '(?:turn on |switch to |use |enable )?(?:elder(?:ly)?|senior|simple|plain|easy)(?:[- ](?:language|words))? (?:mode|view)',
  ),
  english('(?:can you |could you |please )?(?:speak|talk|go|say it) (?:more slowly|slower|slowly)'),
  english('(?:can you |could you |please )?read (?:it|this|that) (?:aloud|out|to me)'),
  english("(?:that|this|it)(?:'s| is) too (?:long|complicated)"),
]

const USUAL: readonly RegExp[] = [
  clause(`${PLEASE}(?:关闭|关掉|关了|退出|取消|停用|不要|不用|别用|不需要)(?:这个|这种)?${ELDER}${LOOK}${WILL_YOU}`),
  clause(
    `${PLEASE}(?:恢复|回到|切换(?:到|回|成)?|换(?:成|回|到)?|改回|转回|用|要)(?:到|成|回)?${FULL}${LOOK}${WILL_YOU}`,
  ),
  clause(
    `${PLEASE}(?:恢复|回到|变回|改回|换回|照|像|按)(?:成|到)?(?:${FULL}|平常|平时|以前|之前|刚开始)(?:一样|那样|的样子|的方式)?(?:地|的|来)?${SAY}(?:就行|就好|就可以)?${WILL_YOU}`,
  ),
  clause(`${PLEASE}(?:正常|照常|照旧)${SAY}(?:就行|就好|就可以)?${WILL_YOU}`),
  clause(`${PLEASE}${SAY}(?:得|的)?(?:再|更)?(?:详细|具体|完整|全面|全)(?:${A_BIT})?${WILL_YOU}`),
  clause(`${PLEASE}(?:再|更)?(?:详细|具体|完整)(?:${A_BIT}|地)?${SAY}(?:一下|说)?${WILL_YOU}`),
  english(
    '(?:turn off|leave|exit|stop|disable)(?: the)? (?:elder(?:ly)?|senior|simple|plain|easy)(?:[- ](?:language|words))? (?:mode|view)',
  ),
  english('(?:back to|switch to|use)(?: the)? (?:normal|full|usual|standard) (?:mode|view|answers)'),
]

/** Why somebody wants to be spoken to plainly: it asks nothing by itself. */
const REASONS: readonly RegExp[] = [
  reason('(?:我|我们|俺)?(?:这)?(?:年纪|年龄|岁数|上了年纪)(?:也|都|有点|已经)?(?:大|高|老)?'),
  reason(
    '(?:我|俺)?(?:的)?(?:眼睛|耳朵|眼神|耳|眼|记性|脑子|听力|视力)(?:也|都|有点)?(?:不好|不行|花|背|差|不太好|不好使)',
  ),
  reason('(?:我|我们|俺)(?:是个?|一个)?(?:老人家?|老年人|老头子?|老太太?|老太婆)'),
  reason('(?:我|俺)?(?:听不清|看不清|记不住|跟不上|不识字|识字不多|不会用手机)'),
  reason('(?:谢谢|多谢|麻烦)(?:你|您)?'),
  english("(?:i'm|i am) (?:old|elderly|an old (?:man|woman|person))"),
]

/** A clause that says just this. */
function clause(source: string): RegExp {
  return new RegExp(`${OPEN}${source}${CLOSE}`, 'giu')
}

/** A clause that may run on into the wish. */
function reason(source: string): RegExp {
  return new RegExp(`${OPEN}${source}${RUNS_ON}`, 'giu')
}

/** Words that open a clause; the question may follow: 请用大白话跟我说怎么办老年卡. */
function wish(source: string): RegExp {
  return new RegExp(`${OPEN}${source}`, 'giu')
}

function english(source: string): RegExp {
  return new RegExp(`(?<![a-z])(?:please )?${source}(?:,? please)?(?![a-z])`, 'giu')
}

/** The wish how to be spoken to; undefined where the words hold none. In any script; offsets stay, so the rest is as written. */
export function readManner(text: string): MannerReading | undefined {
  const folded = foldCharacters(text)
  const manner = USUAL.some((expression) => holds(expression, folded))
    ? 'usual'
    : PLAIN.some((expression) => holds(expression, folded))
      ? 'plain'
      : undefined
  if (manner === undefined) return undefined
  const said = [...(manner === 'plain' ? PLAIN : USUAL), ...REASONS]
  return { manner, rest: tidied(cutOut(text, folded, said)) }
}

function holds(expression: RegExp, text: string): boolean {
  return text.search(expression) >= 0
}

/** The text without what the expressions match in its folded form. */
function cutOut(text: string, folded: string, expressions: readonly RegExp[]): string {
  const keeps = Array.from({ length: text.length }, () => true)
  for (const expression of expressions)
    for (const { index, 0: match } of folded.matchAll(expression)) keeps.fill(false, index, index + match.length)
  return [...keeps.keys()].map((at) => (keeps[at] === true ? text.charAt(at) : '')).join('')
}

const CLOSERS = /^[啊呀哦喔呢嘛吧哈啦了的噢吗]+(?=$|[，,。.；;！!？?\s])/u
const LEADING = /^[，,。.；;：:！!？?、~～…\s]+/u
const TRAILING = /[，,；;：:、~～…\s]+$/u

function tidied(text: string): string {
  const bare = text.replace(LEADING, '').replace(CLOSERS, '').replace(LEADING, '').replace(TRAILING, '')
  return /[\p{L}\p{N}]/u.test(bare) ? bare : ''
}
