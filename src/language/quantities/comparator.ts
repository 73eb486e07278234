import type { Comparator } from '../quantity.ts'

/** Words before a number. `期满` and the like only look like bounds. The longest that ends at the number wins. */
const BEFORE: readonly (readonly [Comparator, string])[] = [
  ['=', '期满 届满 圆满 充满 美满'],
  [
    '>=',
    '不少于 不低于 不小于 不得少于 不得低于 不能少于 不能低于 不应少于 不早于 不得早于 下限 至少 最少 最低 起码 大于等于 年满 已满 满 达到 已达 ≥ >=',
  ],
  ['<', '未满 不满 不足 少于 低于 小于 未到 不到 未达 未达到 没满 没到 <'],
  [
    '<=',
    '不超过 不多于 不高于 不大于 不得超过 不得多于 不得高于 不能超过 不能多于 未超过 没超过 不晚于 不得晚于 不迟于 不得迟于 上限 最长 最多 至多 最高 最迟 最晚 顶多 小于等于 ≤ <=',
  ],
  ['>', '超过 大于 多于 高于 超出 逾 >'],
  ['>=', 'at least|no less than|not less than|no fewer than|minimum of|aged at least'],
  ['<=', 'within|up to|at most|no more than|not more than|maximum of|no later than|not exceeding'],
  ['<', 'under|less than|below|fewer than|younger than'],
  ['>', 'over|more than|exceeding|longer than|older than|above'],
].flatMap(([comparator = '=', words = '']) =>
  words.split(words.includes('|') ? '|' : ' ').map((word) => [comparator as Comparator, word] as const),
)

const LONGEST = Math.max(...BEFORE.map(([, word]) => word.length)) + 4

/** Words by their last character, longest first. */
const BY_LAST: ReadonlyMap<string, readonly (readonly [Comparator, string])[]> = Map.groupBy(
  BEFORE.toSorted(([, one], [, other]) => other.length - one.length),
  ([, word]) => word.charAt(word.length - 1),
)

const AFTER: readonly (readonly [Comparator, RegExp])[] = [
  ['>=', /\s?(?:[(（]含[^)）]{0,8}[)）])?(?:及其?|或)?(?:以上|之上)|\s?起(?!诉|草|来|点|码|见|止|算|重|见|用)/y],
  [
    '<=',
    /\s?(?:[(（]含[^)）]{0,8}[)）])?(?:及其?|或)?(?:以下|之下|以内|之内)|\s?内(?!容|地|部|科|外|蒙|河|设|厝|林|陆|墙|存)/y,
  ],
  ['>', /\s?(?:以外|开外|之外)/y],
  ['>=', /\s?(?:or|and) (?:more|above|over|older)\b/iy],
  ['<=', /\s?(?:or|and) (?:less|below|under|younger|fewer)\b/iy],
]

const DATE_AFTER: readonly (readonly [Comparator, RegExp])[] = [
  ['<=', /\s?(?:以前|之前|前|止|截止|为止)/y],
  ['>=', /\s?(?:以后|之后|后|起|开始)/y],
]

/** How the words around a quantity at [start, end) of folded text bound it; 以上, 以下 and 以内 include the bound. */
export function readComparator(text: string, start: number, end: number, isDate: boolean): Comparator {
  const before = wordBefore(text, start)
  if (before !== undefined && before !== '=') return before
  for (const [comparator, pattern] of isDate ? DATE_AFTER : AFTER) {
    pattern.lastIndex = end
    if (pattern.test(text)) return comparator
  }
  return '='
}

function wordBefore(text: string, start: number): Comparator | undefined {
  const head = text
    .slice(Math.max(0, start - LONGEST), start)
    .toLowerCase()
    .replace(/[\s:：]+$/, '')
  return boundAt(head) ?? boundAt(head.replace(/(?:[了约为是到]|\s|[:：])+$/, ''))
}

function boundAt(head: string): Comparator | undefined {
  return BY_LAST.get(head.charAt(head.length - 1))?.find(([, word]) => head.endsWith(word))?.[0]
}
