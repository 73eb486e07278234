import { leavesOutEnd, readQuantities, sameMeasure, type Quantity } from '../../language/index.ts'
import { speaksOf } from './about.ts'
import { attributed, boundsOtherSide, type Attributed } from './attributed.ts'
import type { Clause } from './clauses.ts'
import type { ExpectedQuantity, Finding } from './fact.ts'

const KINDS: Readonly<Record<ExpectedQuantity['kind'], readonly Quantity['kind'][]>> = {
  money: ['money'],
  duration: ['duration'],
  age: ['age'],
  date: ['date', 'day-of-month'],
  count: ['count'],
  percent: ['percent'],
  length: ['length'],
  area: ['area'],
  identifier: ['phone', 'article'],
}
const UNITS: Readonly<Record<string, string>> = { workday: 'working-day' }
const DEFAULT_UNIT: Readonly<Partial<Record<ExpectedQuantity['kind'], string>>> = {
  money: 'CNY',
  age: 'year-of-age',
  percent: 'percent',
  area: 'm2',
}

/** Every quantity of an expected kind that the clauses say of a thing. */
export function saidOf(
  clauses: readonly Clause[],
  { kind, op }: Pick<ExpectedQuantity, 'kind'> & { readonly op?: ExpectedQuantity['op'] },
  about: readonly string[] | undefined,
): Attributed[] {
  return attributed(clauses, KINDS[kind], about, op === '[)' || op === '[]')
}

/** What the clauses say of an expected quantity. */
export function matchQuantity(
  clauses: readonly Clause[],
  expected: ExpectedQuantity,
  about: readonly string[] | undefined,
): Finding {
  const said = saidOf(clauses, expected, about)
  const right = said.find(({ quantity, denied }) => !denied && states(quantity, expected))
  const wrong = about === undefined ? undefined : said.find((one) => contradicts(one, expected, right, about))
  const free = expected.kind === 'money' && expected.value === 0
  const charged = free ? clauses.find((clause) => deniesFree(clause, about)) : undefined
  const against = charged ?? wrong?.clause
  if (against !== undefined) return { verdict: 'contradicts', evidence: against.text }
  return right === undefined
    ? { verdict: 'missing', evidence: undefined }
    : { verdict: 'holds', evidence: right.clause.text }
}

function contradicts(
  { quantity, denied, direct, loose, clause }: Attributed,
  expected: ExpectedQuantity,
  right: Attributed | undefined,
  about: readonly string[],
): boolean {
  if (!direct) return false
  if (denied) return right === undefined && states(quantity, expected)
  if (
    states(quantity, expected) ||
    !comparable(quantity, expected, right !== undefined || !isItsTerm(quantity, clause, expected, about))
  )
    return false
  if (right === undefined) return true
  // Several numbers may be given to call; one that is not the expected says nothing against it.
  if (loose || expected.kind === 'identifier') return false
  // 最短1个月、最长6个月: the other end of a range says nothing against this one.
  return !(right.clause.sentence === clause.sentence && boundsOtherSide(quantity, right.quantity))
}

const CHARGED =
  /(?:并非|不是|并不|并没有|不再|非|不)(?:是)?免费|(?:并非|不是)不收|(?<![不免未零无没][用需必]?)(?:要|需要?|须|应当?|会|照常|仍|按(?:规定|标准|件|次)|统一)(?:另行?)?(?:收取?|付|缴纳?|交纳?)(?:取)?(?:工本|手续|登记|一定|相应|的)*(?:费|钱)|(?<![不免未零无没])(?:仍|还|都|应|要|需|须)(?:要|需|须|当)?(?:缴纳|交纳|收取)$/
const ASKED = /[吗么呢][?？]?$|是否|要不要|收不收|需不需要/

function deniesFree(clause: Clause, about: readonly string[] | undefined): boolean {
  if (clause.asked || !CHARGED.test(clause.text) || ASKED.test(clause.text)) return false
  return about === undefined || speaksOf(clause, about)
}

/** Whether a quantity states what is expected: the same measure under a bound that means the same. */
export function states(quantity: Quantity, expected: ExpectedQuantity): boolean {
  const said = endOf(quantity, expected)
  return sameValue(said, expected) && sameBound(said, expected)
}

/** 50元以上500元以下 and 7至15个工作日 state the least and the most as well. */
function endOf(quantity: Quantity, { op }: ExpectedQuantity): Quantity {
  const { comparator, max, text, ...rest } = quantity
  if (comparator !== 'range' || max === undefined || op === '=' || op === '[)' || op === '[]') return quantity
  if (op === '>=' || op === '>') return { ...rest, text, comparator: '>=' }
  return { ...rest, text, value: max, comparator: leavesOutEnd(text) ? '<' : '<=' }
}

function sameValue(quantity: Quantity, { kind, value, unit }: ExpectedQuantity): boolean {
  if (typeof value === 'string') {
    const named = kind === 'identifier' ? readQuantities(value)[0]?.value : undefined
    return String(quantity.value) === String(named ?? value)
  }
  const [low, high] = typeof value === 'number' ? [value, undefined] : value
  if (kind === 'percent') return Math.abs(Number(quantity.value) - low) < 0.01
  return sameMeasure(quantity, {
    ...quantity,
    value: low,
    ...(high === undefined ? { max: undefined } : { max: high }),
    unit: unitOf(kind, unit) ?? quantity.unit,
  } as Quantity)
}

function unitOf(kind: ExpectedQuantity['kind'], unit: string | undefined): string | undefined {
  return unit === undefined ? DEFAULT_UNIT[kind] : (UNITS[unit] ?? unit)
}

/** Chinese leaves bounds of terms unsaid: 10个工作日办结 is at most ten. */
function sameBound({ comparator, kind, text }: Quantity, { op }: ExpectedQuantity): boolean {
  if (op === '[)' || op === '[]') return comparator === 'range' && leavesOutEnd(text) === (op === '[)')
  if (comparator === op) return true
  if (kind === 'date' || kind === 'day-of-month')
    return !(comparator === '<=' && op === '>=') && !(comparator === '>=' && op === '<=')
  if (kind === 'duration') return (op === '<=' && comparator === '=') || (op === '=' && comparator === '<=')
  return false
}

/**
 * Whether two quantities could contradict each other. A term in days says nothing against one in years, unless it is the
 * same number — then the unit was changed — or `another` is false: it is the very term of the thing and no right one is given.
 */
function comparable(quantity: Quantity, expected: ExpectedQuantity, another: boolean): boolean {
  const wanted = unitOf(expected.kind, expected.unit)
  if (expected.kind === 'duration')
    return scaleOf(quantity.unit) === scaleOf(wanted ?? '') || quantity.value === expected.value || !another
  return expected.kind === 'count' || expected.kind === 'length' ? quantity.unit === wanted : true
}

/** 公告期两个月, and 举证应在一个月内提出: what is said directly behind the thing, or as its deadline, is its term. */
function isItsTerm(
  { comparator, start }: Quantity,
  { text }: Clause,
  { op }: ExpectedQuantity,
  about: readonly string[],
): boolean {
  if (op === '<=' && comparator === '<=') return true
  return about.some((alias) => {
    const at = text.lastIndexOf(alias, start)
    return (
      at >= 0 && /^的?(?:有效)?(?:期限?|时[限间长])?[为是:：共约满需要]*$/.test(text.slice(at + alias.length, start))
    )
  })
}

function scaleOf(unit: string): string {
  if (unit === 'working-day' || unit === 'day' || unit === 'week') return 'days'
  return unit === 'month' || unit === 'year' ? 'months' : 'minutes'
}
