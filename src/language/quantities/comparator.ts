import type { Comparator } from '../quantity.ts'
import { boundWordAt } from './bound-words.ts'

const WITH_BOUND = '(?:[(（][^()（）]{0,3}含[^()（）]{0,12}[)）])?'

const AFTER: readonly (readonly [Comparator, RegExp])[] = [
  [
    '>=',
    new RegExp(
      `\\s?${WITH_BOUND}(?:及其?|或)?(?:以上|之上|往上)|\\s?起(?!诉|草|来|点|码|见|止|算|重|见|用)|\\s?(?:为|作为?|是)下限`,
      'y',
    ),
  ],
  [
    '<=',
    new RegExp(
      `\\s?${WITH_BOUND}(?:及其?|或)?(?:以下|之下|往下|以内|之内)|\\s?内(?!容|地|部|科|外|蒙|河|设|厝|林|陆|墙|存)|\\s?(?:里(?!程|面|约)|封顶|(?:为|作为?|是)(?:上?限|顶))`,
      'y',
    ),
  ],
  ['>', /\s?(?:以外|开外|之外)/y],
  ['>=', /\s?(?:or|and) (?:more|above|over|older)\b/iy],
  ['<=', /\s?(?:or|and) (?:less|below|under|younger|fewer)\b/iy],
]

const DATE_AFTER: readonly (readonly [Comparator, RegExp])[] = [
  ['<=', new RegExp(`\\s?${WITH_BOUND}(?:以前|之前|前|止|截止|为止)`, 'y')],
  ['>=', new RegExp(`\\s?${WITH_BOUND}(?:以后|之后|后|起|开始)`, 'y')],
]

/** 60周岁以上（不含60周岁）, 5000元以下(不含): the bound itself is left out. */
const LEFT_OUT = /[(（]不(?:包?含|包括)/
const STRICT: Readonly<Partial<Record<Comparator, Comparator>>> = { '>=': '>', '<=': '<' }

/** How the words around a quantity at [start, end) of folded text bound it; 以上, 以下 and 以内 include the bound. */
export function readComparator(text: string, start: number, end: number, isDate: boolean): Comparator {
  const before = boundWordAt(text, start)
  if (before !== undefined && before !== '=') return before
  for (const [comparator, pattern] of isDate ? DATE_AFTER : AFTER) {
    pattern.lastIndex = end
    if (!pattern.test(text)) continue
    const after = text.slice(end, pattern.lastIndex + 4)
    return (LEFT_OUT.test(after) ? STRICT[comparator] : undefined) ?? comparator
  }
  return '='
}
