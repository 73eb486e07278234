import type { Quantity } from '../quantity.ts'
import { leavesOutEnd } from '../quantities/merge-ranges.ts'
import type { Circumstance, Condition, Standing } from './condition.ts'

type Span = { readonly low: number; readonly high: number; readonly openLow?: boolean; readonly openHigh?: boolean }

const DAYS: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  'working-day': 1.4,
  week: 7,
  month: 30.4375,
  year: 365.25,
}
const FACTORS: Readonly<Record<string, number>> = { 吨: 1000, kg: 1, ...DAYS }
/** Units that convert into one another only about: a month is 28 to 31 days. */
const FAMILY: Readonly<Record<string, string>> = { month: 'calendar', year: 'calendar', 'working-day': 'office' }
const ABOUT: Readonly<Record<string, number>> = { calendar: 0.04, office: 0.25 }

/** How what a citizen says stands to what a rule asks for, both of the same measure. */
export function compare(said: Circumstance, condition: Condition): Standing {
  const asked = boundsOf(condition.quantity)
  const own = spanOf(said.quantity)
  if (asked === undefined || own === undefined) return 'open'
  const slack = slackBetween(said.quantity, condition.quantity)
  if (slack > 0 && [asked.low, asked.high].some((edge) => isNear(own, edge, slack))) return 'open'
  if (own.high < asked.low || (own.high === asked.low && (own.openHigh || asked.openLow))) return 'below'
  if (own.low > asked.high || (own.low === asked.high && (own.openLow || asked.openHigh))) return 'above'
  const fromBelow = own.low > asked.low || (own.low === asked.low && (!asked.openLow || own.openLow === true))
  const toAbove = own.high < asked.high || (own.high === asked.high && (!asked.openHigh || own.openHigh === true))
  return fromBelow && toAbove ? 'fits' : 'open'
}

function isNear({ low, high }: Span, edge: number, slack: number): boolean {
  if (edge === 0 || edge === Infinity) return false
  return low <= edge * (1 + slack) && high >= edge * (1 - slack)
}

function slackBetween({ unit: one }: Quantity, { unit: other }: Quantity): number {
  const families = [FAMILY[one], FAMILY[other]]
  if (families[0] === families[1]) return 0
  return Math.max(...families.map((family) => ABOUT[family ?? ''] ?? 0))
}

function spanOf(quantity: Quantity): Span | undefined {
  const bounds = boundsOf(quantity)
  if (bounds === undefined) return undefined
  // 三个多月 is more than three and less than four.
  if (quantity.comparator === '>' && /[多余]/.test(quantity.text)) {
    const factor = FACTORS[quantity.unit] ?? 1
    return { low: bounds.low, high: bounds.low + factor, openLow: true, openHigh: true }
  }
  return bounds
}

function boundsOf({ value, max, unit, comparator, text }: Quantity): Span | undefined {
  if (typeof value !== 'number') return undefined
  const factor = FACTORS[unit] ?? 1
  const at = value * factor
  switch (comparator) {
    case '=':
      return { low: at, high: at }
    case '>=':
      return { low: at, high: Infinity }
    case '>':
      return { low: at, high: Infinity, openLow: true }
    case '<=':
      return { low: 0, high: at }
    case '<':
      return { low: 0, high: at, openHigh: true }
    case 'range':
      return max === undefined ? undefined : { low: at, high: max * factor, openHigh: leavesOutEnd(text) }
  }
}
