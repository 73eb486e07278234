import { foldCharacters, type Locale } from '../script.ts'

/**
 * What somebody says of the talk itself and of no matter: say it again, she did not follow, another language, is there
 * more, what comes next, all right, enough, who are you, what can you do, why something is asked of her, a case of her own,
 * no receipt number at hand, and anger.
 */
export type Remark =
  | {
      readonly kind:
        | 'repeat'
        | 'unclear'
        | 'more'
        | 'next-step'
        | 'acknowledge'
        | 'enough'
        | 'who'
        | 'can-do'
        | 'why-asked'
        | 'own-case'
        | 'no-number'
        | 'vent'
    }
  | { readonly kind: 'language'; readonly locale: Locale }
  /** What she says besides the insult, as she wrote it; empty when that asks nothing. */
  | { readonly kind: 'anger'; readonly rest: string }

const END = '[啊呀哦喔呢嘛吧哈啦了的噢吗么]{0,3}[，,。.!！?？~～\\s]*$'
const START = '^[，,。.!！?？~～\\s]*(?:那|请|麻烦|[你您](?!好)|能不能|可以|可不可以|再|好的?[，,]?|嗯+[，,]?){0,3}'
const whole = (source: string): RegExp => new RegExp(`${START}(?:${source})${END}`, 'iu')
const SAY = '(?:说|讲|发|答|回答|回复|念|来|写)'

const ENGLISH = '(?:英文|英语|英語|english)'
const CHINESE = '(?:中文|汉语|普通话|国语|简体(?:中文|字)?|chinese)'
const TRADITIONAL = '(?:繁体(?:中文|字)?|繁體(?:中文|字)?|traditional chinese)'
const inLanguage = (name: string): RegExp =>
  whole(
    `(?:用|换成?|换作|改成?|改用|翻译成?|译成|切换(?:成|到)?|in)?\\s*${name}(?:版(?:本)?)?(?:再|重新|给我|跟我)*${SAY}?(?:给我|我|一?[遍次下]|看看?)*(?:${SAY}|听)?(?: please)?`,
  )

/** 怎么还要填, but not 怎么填: how is no why. */
const WHY = '(?:为什么|为啥|为何|凭什么|干嘛|(?:怎么|咋)(?=还|又|老|总|要|问))'
/** 填完以后做什么 asks what comes after, and not what it is for. */
const FILL_IN = '(?:填|问|写|知道|提供|登记|输入|收集|告诉你|给你)(?![完好])'
const WHAT_FOR = '(?:干[嘛吗啥]|干什么|做什么|做啥|有(?:什么|啥)用|什么用|何用)'
const WHY_ASKED = [
  new RegExp(`^[^，。！？?]{0,6}${WHY}[^，。！？?]{0,5}${FILL_IN}[^，。！？?]{0,10}[。！？?!\\s]*$`, 'u'),
  new RegExp(
    `^[^，。！？?]{0,6}(?:${FILL_IN}|要[我你您]们?的?)[^，。！？?后]{0,8}${WHAT_FOR}[^，。！？?]{0,3}[呢啊呀吗的]{0,2}[。！？?!\\s]*$`,
    'u',
  ),
  /^[^，。！？?]{0,6}(?:这(?:个|项|一项)|那个)(?:是)?(?:干嘛|干什么|做什么)用的?[呢啊呀吗的]{0,2}[。！？?!\s]*$/u,
  /^(?:and |but )?why (?:do|are|would|must|should|have) (?:you|i)\b[^.]{0,12}\b(?:need|ask|asking|want|know|give|fill|tell)\b(?! an?\b)[^.]{0,30}$/iu,
  /^what(?:['’]?s| is) (?:this|it|that) (?:needed )?for\??$/iu,
]

/** 烦死了，怎么这么麻烦: she lets off steam, and asks nothing. */
const VENT =
  /^(?:(?:唉|哎呀?|啊|我)*(?:真的?|好|太|快|都|要|也)*(?:(?:烦|气|急|累|麻烦|愁)死(?:我|人|个人)?|心?[好太真]?(?:烦|累)(?:人|透)?|崩溃|受不了|疯|抓狂|无语|头[疼大])[了啊呀啦]*|(?:怎么|咋|为什么)(?:这么|那么|就这么)(?:麻烦|烦|烦人|难|难办|复杂|折腾|费劲)[啊呀的]?|[太真好](?:麻烦|折腾|复杂|难办)[了啊呀]*)(?:[，,。.！!~～\s]+(?:真的?|好|太|快|都|要|也)*(?:(?:烦|气|急|累|麻烦|愁)死(?:我|人|个人)?|崩溃|受不了|疯)[了啊呀啦]*|[，,。.！!~～\s]+(?:怎么|咋|为什么)(?:这么|那么|就这么)(?:麻烦|烦|烦人|难|难办|复杂|折腾|费劲)[啊呀的]?)?[，,。.！!?？~～\s]*$/u

const ALONE: readonly (readonly [Exclude<Remark['kind'], 'language' | 'anger'>, RegExp])[] = [
  [
    'repeat',
    whole(
      `(?:重新|从头)?${SAY}(?:一|两)?[遍次回]|(?:重新|从头|重)${SAY}(?:一?[遍次下])?|(?:再|又)?重复一?[遍下次]|刚才${SAY}(?:了|的)?(?:什么|啥)|(?:say|repeat) (?:it|that)(?: again)?(?: please)?|repeat|pardon|say again`,
    ),
  ],
  [
    'unclear',
    whole(
      "(?:我)?(?:还是|真的?|都|有点)?(?:没|不)(?:太|怎么|大)?(?:听|看|弄|搞)?(?:懂|明白|清楚你说的)(?:你说的|什么意思)?|(?:这|那)?(?:是)?(?:什么|啥)意思|(?:i )?(?:don['’]?t|do not|didn['’]?t) (?:understand|get it|follow)",
    ),
  ],
  [
    'more',
    whole(
      '(?:就这些|就这样|没了|只有这些)|还有(?:吗|么|没|没有|别的|其他的?|什么|啥)?(?:要(?:注意|知道|说)的)?|(?:还有)?别的|然后|继续(?:说|讲)?|接着(?:说|讲)|(?:is that (?:all|it)|anything else|what else|go on|tell me more|more)',
    ),
  ],
  [
    'next-step',
    whole(
      "(?:我)?下一步(?:怎么(?:办|做|弄)|做什么|是什么)?|接下来(?:怎么(?:办|做|弄)|做什么|要做什么)?|(?:what(?:['’]?s| is) (?:the )?)?next(?: step)?|what (?:happens|comes) next|what now",
    ),
  ],
  [
    'acknowledge',
    whole(
      '(?:好|好的|好滴|好嘞|好呀|行|行的|可以|嗯+|哦+|噢+|知道|知道了|明白|明白了|了解|了解了|懂|懂了|清楚了?|收到|原来如此|原来(?:是)?这样|ok(?:ay)?|got it|i see|all right|fine)(?:[，,。\\s]*(?:谢谢|多谢|感谢|thanks?(?: you)?)[你您]?)?',
    ),
  ],
  [
    'enough',
    whole(
      "(?:算|不用|不要|不必|不需要|不问|没事|没有|没别的)(?:了|别的了|其他的了)?|(?:先)?(?:这样|到这)|that(?:['’]?s| is) all|no,? thanks?|never ?mind",
    ),
  ],
  [
    'who',
    /^[^，。]{0,4}(?:(?:你|您)(?:到底|究竟)?(?:是谁|是什么(?:东西|人|机器人)?|叫什么(?:名字)?|是(?:不是)?(?:个)?(?:真人|活人|人工|人|机器人?|ai|人工智能|程序|电脑)(?:吗|么|吧|还是)?[^，。]{0,8}))[，,。？?！!\s]*(?:(?:你|您)?是(?:真人|人|机器人?|ai)[吗么还是]?[^，。]{0,8})?[？?。！!\s]*$|^(?:who|what) (?:are you|is (?:this )?bianban)\b[^.]{0,20}$|^(?:边办|邊辦)(?:是(?:谁|誰|什么|什麼|啥|干嘛的|做什么的)|是个啥)[^，。]{0,4}[？?。！!\s]*$|^are you (?:a |an )?(?:human|robot|bot|ai|real person|machine)\b[^.]{0,20}$/iu,
  ],
  [
    'can-do',
    whole(
      `(?:这里|边办)?(?:都|还|到底|究竟)*(?:能|会|可以)(?:帮我|替我|给我)?(?:干|做|办|帮|回答)(?:点|些|到)?(?:什么|啥|嘛|哪些)(?:事情?|业务|忙|问题)?|(?:都|还)?有(?:什么|啥|哪些)(?:功能|用处?|本事)|怎么用[你您]|what (?:can|do) you do(?: for me)?|how can you help(?: me)?|what are you for`,
    ),
  ],
  ['vent', VENT],
  ...WHY_ASKED.map((pattern) => ['why-asked', pattern] as const),
  [
    'no-number',
    whole(
      '(?:我)?(?:的)?(?:没有?|没记住?|忘了?|忘记了?|丢了?|找不到|不记得|不知道)(?:什么|那个|这个)?(?:受理)?(?:编号|号码?|单号|查询码|回执(?:单|号)?)|(?:我)?(?:的)?(?:受理)?(?:编号|号码?|单号|查询码|回执(?:单|号)?)(?:没记住?|没了|忘了?|忘记了?|丢了?|弄丢了?|找不到了?|不记得)',
    ),
  ],
  [
    'own-case',
    /^[^。！？?]{0,6}(?:我)?(?:的|提交的|之前的?|上次的?|刚才的?|递的|交的|那个)+(?:申请|办件|件|材料|资料)[^。！？?]{0,6}(?:被)?(?:退回|打回|驳回|退件|不通过|没通过|拒了|卡住|没动静|没消息|石沉大海)[^。！？?]{0,4}[。！？?!\s]*$|^(?:请|麻烦)?(?:帮我|给我|我要|我想)?(?:把)?(?:我)?(?:刚才|之前|上次|已经)?(?:的|提交的|交的|那个)*(?:申请|办件)?(?:撤回|撤销|撤掉|撤了)(?:一下)?(?:我)?(?:刚才|之前|上次|已经)?(?:的|提交的|交的|那个)*(?:申请|办件)?[吧了。！!\s]*$|^(?:please )?(?:withdraw|cancel) my (?:last |earlier )?application\b[^.]{0,12}$|^my application (?:was|got|has been) (?:returned|rejected|sent back)\b[^.]{0,12}$/iu,
  ],
]

const INSULT =
  /(?:你们?|您们?|这(?:群|帮|些)|那(?:群|帮|些)|一(?:群|帮)|什么|真|就)(?:这)?(?:群|帮|些|个|家)?[^，。！？\s]{0,4}(?:废物|垃圾|饭桶|蠢货|蠢猪|白痴|傻子|傻[逼比叉]|脑残|混蛋|王八蛋|狗东西|吃干饭|饭桶|骗子政府|猪脑子)|^(?:滚|滚蛋|滚开|去死|妈的|他妈的|操|艹|靠|垃圾|废物|白痴|傻[逼比]|神经病|智障|有病|放屁|狗屁)[吧啊呀了吗开蛋]{0,2}(?=$|[，,。！!？?\s])|(?:帮我|替我)(?:去)?骂|\b(?:fuck(?:ing)?|bullshit|idiots?|morons?|useless (?:people|bot|thing)|piece of shit)\b/iu
const ASKS_BESIDES = /[?？]|怎么|咋|多少|多久|哪|什么|能不能|可以|[吗么]\s*$|\b(?:how|what|when|where|can|do)\b/iu

/** The remark that a whole message is; undefined for anything that is about a matter. In any script. */
export function readRemark(text: string): Remark | undefined {
  const folded = foldCharacters(text).trim()
  if (folded === '') return undefined
  if (inLanguage(ENGLISH).test(folded)) return { kind: 'language', locale: 'en' }
  if (inLanguage(TRADITIONAL).test(folded)) return { kind: 'language', locale: 'zh-Hant' }
  if (inLanguage(CHINESE).test(folded)) return { kind: 'language', locale: 'zh-Hans' }
  const alone = ALONE.find(([, pattern]) => pattern.test(folded))
  if (alone !== undefined) return { kind: alone[0] }
  const insult = INSULT.exec(folded)
  if (insult === null) return undefined
  const clauses = text.split(/(?<=[，,。.！!？?；;\n])/u)
  const rest = clauses
    .filter((clause) => !INSULT.test(foldCharacters(clause)))
    .join('')
    .trim()
  return { kind: 'anger', rest: ASKS_BESIDES.test(foldCharacters(rest)) ? rest : '' }
}
