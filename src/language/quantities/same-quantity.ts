import type { Quantity } from '../quantity.ts'
import { leavesOutEnd } from './merge-ranges.ts'

/** Units that convert exactly. A working day is never a day, and a month is no number of days. */
const BASE: Readonly<Record<string, { readonly unit: string; readonly factor: number }>> = {
  year: { unit: 'month', factor: 12 },
  week: { unit: 'day', factor: 7 },
  hour: { unit: 'minute', factor: 60 },
  km: { unit: 'm', factor: 1000 },
  cm: { unit: 'm', factor: 0.01 },
  mm: { unit: 'm', factor: 0.001 },
}

/**
 * Whether two quantities state the same thing: same kind, same value after exact conversion (1年 = 12个月, 一周 = 7天,
 * 2小时 = 120分钟; a working day never equals a day) and the same comparator. A range needs both ends equal, and 不满 at
 * its upper end on both or neither side. For dates `=` and `>=` are the same: 起 only marks a start.
 */
export function sameQuantity(one: Quantity, other: Quantity): boolean {
  return sameMeasure(one, other) && boundOf(one) === boundOf(other)
}

/** Like {@link sameQuantity}, whatever the comparators: 10个工作日 and 10个工作日内 measure the same. */
export function sameMeasure(one: Quantity, other: Quantity): boolean {
  if (one.kind !== other.kind) return false
  if (typeof one.value === 'string' || typeof other.value === 'string') return one.value === other.value
  const left = inBase(one)
  const right = inBase(other)
  return left.unit === right.unit && close(left.value, right.value) && close(left.max, right.max)
}

function inBase(quantity: Quantity): { unit: string; value: number; max: number } {
  const base = BASE[quantity.unit] ?? { unit: quantity.unit, factor: 1 }
  const value = Number(quantity.value) * base.factor
  return { unit: base.unit, value, max: quantity.max === undefined ? value : quantity.max * base.factor }
}

function close(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left))
}

function boundOf(quantity: Quantity): string {
  if (quantity.comparator === 'range') return leavesOutEnd(quantity.text) ? 'range-open' : 'range'
  const isDate = quantity.kind === 'date' || quantity.kind === 'day-of-month'
  return isDate && quantity.comparator === '>=' ? '=' : quantity.comparator
}
