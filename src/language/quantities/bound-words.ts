import type { Comparator } from '../quantity.ts'

const NOT = [
  '不',
  '未',
  '没',
  '没有',
  '不得',
  '不能',
  '不应',
  '不应当',
  '不会',
  '不可',
  '不可以',
  '不宜',
  '不许',
  '不准',
  '不允许',
]

/** Words before a number. `期满` and the like only look like bounds. The longest that ends at the number wins. */
const BEFORE: readonly (readonly [Comparator, readonly string[]])[] = [
  ['=', ['期满', '届满', '圆满', '充满', '美满']],
  ['>=', negated(['少于', '低于', '小于', '短于', '早于', '少过'])],
  ['<=', negated(['超过', '超出', '超', '多于', '高于', '大于', '长于', '晚于', '迟于', '逾', '多过'])],
  ['<', negated(['满', '到', '足', '达到', '达', '够'])],
  ['>=', words('下限 至少 最少 最低 最短 最早 最小 起码 大于等于 年满 已满 满 够 保底 最快 达到 已达 ≥ >=')],
  ['<', words('不足 少于 低于 小于 短于 <')],
  ['<=', words('上限 最长 最多 至多 最高 最大 最迟 最晚 最慢 顶多 封顶 小于等于 ≤ <=')],
  ['>', words('超过 大于 多于 高于 长于 超出 逾 不止 不只 >')],
  ['>=', ['at least', 'no less than', 'not less than', 'no fewer than', 'minimum of', 'aged at least']],
  [
    '<=',
    ['within', 'up to', 'at most', 'no more than', 'not more than', 'maximum of', 'no later than', 'not exceeding'],
  ],
  ['<', ['under', 'less than', 'below', 'fewer than', 'younger than']],
  ['>', ['over', 'more than', 'exceeding', 'longer than', 'older than', 'above']],
]

function words(some: string): string[] {
  return some.split(' ')
}

function negated(verbs: readonly string[]): string[] {
  return verbs.flatMap((verb) => NOT.map((not) => not + verb))
}

const ALL = BEFORE.flatMap(([comparator, some]) => some.map((word) => [comparator, word] as const))
const LONGEST = Math.max(...ALL.map(([, word]) => word.length)) + 4

/** Words by their last character, longest first. */
const BY_LAST: ReadonlyMap<string, readonly (readonly [Comparator, string])[]> = Map.groupBy(
  ALL.toSorted(([, one], [, other]) => other.length - one.length),
  ([, word]) => word.charAt(word.length - 1),
)

/** A bound said before a verb: 最多可领5万元, 至少提前3个工作日. 最低工资 and 最高人民法院 are names. */
const BEFORE_VERB =
  /(?:(最[多长高迟晚大]|至多|顶多|上限)|最[少短低早]|至少|起码|下限)(?!工资|生活|保障|人民|法院|检察|学历|限价|标准|年限|年龄|龄)[^\P{Script=Han}一二三四五六七八九十百千万两亿]{1,6}$/u

/** What the words that end at `start` of folded text say of the number there; `=` for words that only look like bounds. */
export function boundWordAt(text: string, start: number): Comparator | undefined {
  const head = text
    .slice(Math.max(0, start - LONGEST), start)
    .toLowerCase()
    .replace(/[\s:：]+$/, '')
  const near = boundAt(head) ?? boundAt(head.replace(/(?:[了约为是到在]|\s|[:：])+$/, ''))
  if (near !== undefined) return near
  const verb = BEFORE_VERB.exec(text.slice(Math.max(0, start - 10), start))
  if (verb === null) return undefined
  return verb[1] === undefined ? '>=' : '<='
}

function boundAt(head: string): Comparator | undefined {
  return BY_LAST.get(head.charAt(head.length - 1))?.find(([, word]) => head.endsWith(word))?.[0]
}
