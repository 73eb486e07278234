import { asks } from '../asking.ts'
import { clausesOf } from '../clause.ts'

/** A statement that an answer makes without stating it. */
export type Implied = {
  /** The words of the statement, folded. */
  readonly words: string
  /** Whether it is said to be so. */
  readonly holds: boolean
}

const TO_WHAT_END = '(?:干嘛|干吗|干啥|干什么|做什么|做啥|作甚|图什么|图啥)'
/** 要是有房还申请这个干嘛, 买得起还用申请吗: what would follow is absurd, and so it is not so. */
const ABSURD = new RegExp(
  `^(?<supposed>要真?是|如果|假如|真要是?|真)?(?:我们?|咱们?)?(?<words>[^，,。；;！!？?]{1,12}?)(?:的话)?[，,]?(?:(?<who>谁|哪)(?:还|会|要|愿意|肯|能|去|来)*|(?:我|那)?(?:还|又)(?:用得?着|会|要|需要|肯|能|去|来|得)?|何必|何苦|用得着)[^，,。；;！!？?]{1,14}?(?<end>${TO_WHAT_END}|什么\\p{Script=Han}{0,6}|[吗么嘛]|[啊呀呢])?[^\\p{Script=Han}a-z\\d]*$`,
  'iu',
)
const IDLE = /还(?:用|来|跑来?)|用得着/u
/** 都离了还填他干嘛: it is so already, and the question is idle. */
const ALREADY = /^(?:都|早就?|已经|早都)[^没未不]{1,8}了$/u
/** 娃都两个了你说呢: the answer is plain from what is said. */
const PLAIN = /[，,\s]*(?:你|您)(?:自己)?(?:说呢|觉得呢|看呢|说[有是]没有?|说是不是)[?？。！!]*$/u

/** What a rhetorical answer to a yes-no question says; undefined where it is none. */
export function impliedBy(folded: string): Implied | undefined {
  const plain = folded.replace(PLAIN, '')
  if (plain !== folded && plain !== '' && !asks(plain)) return { words: plain, holds: true }
  const { supposed, words, who, end } = ABSURD.exec(folded.trim())?.groups ?? {}
  if (words === undefined) return undefined
  if (ALREADY.test(words)) return end === undefined ? undefined : { words, holds: true }
  // 有房还能申请吗 asks; 还用申请吗, 还来找你们吗 answers.
  const asked = end !== undefined && /[吗么嘛]/.test(end) && !end.startsWith('干')
  const absurd = asked
    ? IDLE.test(folded)
    : (end !== undefined && !/[啊呀呢]/.test(end)) || who === '谁' || who === '哪'
  return absurd && (supposed !== undefined || who === '谁' || /^(?:[有买住领在]|够)/u.test(words))
    ? { words: words.replace(/了$/, ''), holds: false }
    : undefined
}

const AGE = '(?<age>\\d{1,2}|[一二三四五六七八九十]{1,3})'
const CHILD = '大的|小的|老[大二三四]|[一另]个|儿子|女儿|闺女|孩子|娃|[他她]'
const AGES = new RegExp(
  `${AGE}(?:周岁|岁)|(?:${CHILD})(?:今年|现在|才|都|刚|满|已经|快|是)*${AGE.replace('age', 'bare')}(?=$|[，,。；;！!\\s了多])`,
  'gu',
)
const YOUNG =
  /托班|幼儿园|学前|小学|初中|高中|初[一二三]|高[一二三]|(?<!十)[一二三四五六1-6]年级|吃奶|喂奶|满月|刚出生|个月大|(?<!没)怀(?:孕|着)|婴儿/u
const GROWN =
  /大学|[上读念是]大[一二三四]|读研|研究生|毕业|(?:工作|上班|打工|当兵|结婚|成家|嫁人|嫁出去|成年)(?:了|[好多]?[几\d一二三四五六七八九十]?年)|成年(?=[了的])/u
const OF_AGE = 18
const NO_CHILD = /(?:没|无)(?:有)?(?:孩子|小孩|子女|娃|生|怀|要)|丁克|狗|猫/u

/** Whether there is a child under age, by the ages and schools that are told; undefined where none are, or one is of neither. */
export function hasMinor(folded: string, toNumber: (written: string) => number | undefined): boolean | undefined {
  if (NO_CHILD.test(folded)) return undefined
  const ages = Array.from(folded.matchAll(AGES), ({ groups }) => toNumber(groups?.['age'] ?? groups?.['bare'] ?? ''))
  const known = ages.filter((age) => age !== undefined)
  if (YOUNG.test(folded) || known.some((age) => age < OF_AGE)) return true
  const grown = GROWN.test(folded.replaceAll('未成年', ''))
  return grown || known.length > 0 ? false : undefined
}

/** Not done yet by one of them: 小工明天才去体检, 新来的还没办. */
const LACKING =
  /(?:还没|没)(?:有|办|去|做|拿|查|体检|考|下来|来得及)|(?:明天|后天|下个?[周月]|下礼拜|过几天|这几天|等下|回头)(?:才|要|再|就)?(?:去|办|做|拿|补|查)|才(?:去|要去|要办)|没$/u

/** Whether a clause says that one of them lacks what all are asked to have. */
export function lacksOne(folded: string): boolean {
  return clausesOf(folded).some(({ start, end }) => LACKING.test(folded.slice(start, end).trim()))
}
