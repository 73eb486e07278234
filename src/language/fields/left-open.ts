import { asks, asksIfItIsSo, isOneQuestion } from '../asking.ts'
import type { ElementId, Reading } from '../element.ts'
import { openOdds } from '../elements/open-answer.ts'
import { clauseAfter, clauseBefore, clausesOf } from '../clause.ts'

const TOLD_BY_KIND = new Set<ElementId>(['choice', 'yes-no', 'date', 'number', 'money', 'text', 'name', 'address'])
const JUDGED = new Set<ElementId>(['choice', 'yes-no'])
/** What others are said to have: 听说给六千. */
const HEARD = /听说|据说|人家说|以为|如果|要是/
const AMOUNTS = new Set<ElementId>(['number', 'money'])
const MEASURED = new Set<ElementId>(['date', 'number', 'money'])

/** 你看着填, 随便写一个: she leaves it to others. */
const LEFT_TO_OTHERS =
  /随便(?:写|填|编|选|弄|来)|(?:你们?|您)(?:就|来|先)?[编造]|(?:你们?|您)(?:就)?看着(?!长)|(?:你们?|您)(?:来)?(?:帮我)?(?:定|挑|做主)(?:吧|就|$)|听(?:你们?|您)的/u
/** 没讲用在哪, 没说哪天: nobody has told her. */
const UNTOLD = /没有?(?:讲|说|告诉|写明?)(?:过|清)?[^，,。；;]{0,6}(?:哪|什么|啥|几|多少|怎么|谁)/u
/** 到底签没签不确定: she does not know it herself. How many or which, she need not know to say that it is so. */
const UNKNOWN =
  /(?:^|[，,。；;])(?![^，,。；;]*(?:几|多少|哪|什么|啥|具体|时候))[^，,。；;]*(?:[不没](?:太|大|是很|怎么)?(?:确定|清楚|晓得|知道|记得|了解|留意|注意|弄懂)|[搞弄说讲分看](?:不(?:清|懂|准|明白|上来)))(?:看过?|过|[他她它])?[了啊呀的]*\s*(?=$|[。.])/u
/** 不知道是不是这个, 不清楚算不算: what it is that she has. */
const UNTOLD_WHAT = /不(?:知道|清楚|确定|晓得)(?:这个?|那个?|到底)?(?:是不是|算不算|是否|是(?:什么|啥)|什么钱)/u
/** 一问三不知, 我哪知道, 会计才清楚: somebody else would have to be asked. */
const OTHERS_KNOW =
  /一问三不知|哪(?:里|会)?(?:知道|晓得|懂|清楚)|才(?:知道|清楚|晓得)[了的]*\s*(?:$|[。.，,])|[我再](?:先|去|来|回去)?问(?:一下|问)?[了他她]|[要得](?:先|去|再)?问(?!题)/u
/** 写的地方我没看过, 能拉多少没称过: the thing asked for was never looked at. */
const NEVER_SEEN = /我?(?:也|都|还|从来)?没(?:有)?(?:看|瞧|称|量|算|查|数)过[了啊呀的]*\s*$/u
/** 一会儿肯一会儿不肯, 没商量好: it is not decided. */
const WAVERS = /(?<now>一会儿?|一下子?|今天|昨天).{1,8}(?:\k<now>|明天|今天)(?:又|就)?.{0,4}不|反悔/u
const UNDECIDED = /没(?:有)?(?:商量|谈|说|讲|想)(?:好|妥|拢)|意见不(?:一样|合|统一|同)|还在(?:商量|吵|争|谈)/u
/** 哪个划算点啊, 选哪种好: which to choose is what she asks. */
const ASKS_WHICH =
  /(?<!不管|无论|随便)哪(?:一?个|一?种|样)[^，,。；;]{0,4}(?:划算|好|合适|便宜|快|省|方便)|还是[^，,。；;]{1,6}(?:划算|好|合适|便宜)[点些]?[啊呢]?$/u
/** 应该没有吧，哪里能查: a guess beside a question. */
const HEDGE = /(?:应该|好像|大概|可能)[^，,。；;]*吧/u
const PERHAPS = '(?:(?<!不)可能|也许|或许|说不定|没准|好像|大概|估计|应该)'
/** 他说可能是, 应该有吧…我爸说的: a guess of somebody else. */
const HEARSAY = new RegExp(`(?:说|讲)[^，,。；;]{0,6}${PERHAPS}|${PERHAPS}.*\\p{Script=Han}(?:说|讲)的[。.]?$`, 'u')
const GUESSED = /(?<!不)可能|也许|或许|说不定|没准|估计|搞不好/u
/** 中介还没把合同发我: what the value is read from is not at hand. */
const NOT_AT_HAND = /(?:还没|没有?|尚未)(?:把)?[^，,。；;]{0,5}(?:发|寄|拿|见)(?:到|给|我|下来)/u
/** 还没谈妥, 合同没定下来: whatever number is told may yet change. */
const UNSETTLED = /(?:还没|没有?|尚未|还未)(?:最后|完全)?(?:谈|敲|商量|确)?(?:定|妥|谈好|谈拢|商量好)(?!金)/u
/** 多少合适, 写几份好: she asks for advice. */
const ASKS_ADVICE = /(?:多少|几\p{Script=Han}?|哪天)[^，,。；;]{0,3}(?:合适|才?好(?![几多])|够|才对|比较)/u

/** Whether an answer leaves open what was asked, whatever value stands in it: it is then asked again, and nothing is stored. */
export function leavesOpen(folded: string, element: ElementId): boolean {
  if (!TOLD_BY_KIND.has(element)) return false
  if (LEFT_TO_OTHERS.test(folded) || UNTOLD.test(folded)) return true
  if (element !== 'text' && asksIfItIsSo(folded)) return true
  if (JUDGED.has(element))
    return (
      isUnsure(folded) ||
      (element === 'choice' ? UNDECIDED : WAVERS).test(folded) ||
      (element === 'choice' && ASKS_WHICH.test(folded))
    )
  return (
    MEASURED.has(element) &&
    (NEVER_SEEN.test(folded) || NOT_AT_HAND.test(folded) || UNSETTLED.test(folded) || ASKS_ADVICE.test(folded))
  )
}

/** Whether it is asked, guessed or not known which of the answers is right. */
function isUnsure(folded: string): boolean {
  return (
    isOneQuestion(folded) ||
    UNKNOWN.test(folded) ||
    UNTOLD_WHAT.test(folded) ||
    OTHERS_KNOW.test(folded) ||
    NEVER_SEEN.test(folded) ||
    HEARSAY.test(folded) ||
    (HEDGE.test(folded) && clausesOf(folded).some(({ start, end }) => asks(folded.slice(start, end))))
  )
}

/** Whether she is not sure of what she is asked, and asks nothing. */
export function isInDoubt(folded: string): boolean {
  return !isOneQuestion(folded) && (isUnsure(folded) || GUESSED.test(folded) || /好像|大概|应该/u.test(folded))
}

/** Log-odds below which a clause tells its value, whatever is asked beside it: 去年三月，要带什么. */
const TOLD = -0.5
/** 下周三可以吗: a day that she proposes is the day she wants. */
const PROPOSES = /(?:可以|行|好|成|方便)(?:吗|么|不)?[?？。]?\s*$/u

/** Whether an answer sounds as if it left open what was asked, and so do the words around the value that is read. */
export function soundsOpen(folded: string, { start, end }: Reading, element: ElementId): boolean {
  if (!TOLD_BY_KIND.has(element) || JUDGED.has(element)) return false
  const proposes = element === 'date' ? PROPOSES.exec(folded)?.index : undefined
  if (openOdds(folded.slice(0, proposes)) <= 0) return false
  const after = proposes === undefined ? clauseAfter(folded, end) : ''
  return openOdds(clauseBefore(folded, start) + folded.slice(start, end) + after) > TOLD
}

/** Whether a clause only supposes what is read from it: 可能是二级, 听说给六千. */
export function isGuessed(folded: string, { start, end }: Reading, element: ElementId): boolean {
  const clause = clauseBefore(folded, start) + folded.slice(start, end) + clauseAfter(folded, end)
  return (JUDGED.has(element) && GUESSED.test(clause)) || (AMOUNTS.has(element) && HEARD.test(clause))
}
