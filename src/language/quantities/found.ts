import type { Quantity } from '../quantity.ts'
import { readComparator } from './comparator.ts'

/** What a reader found at a place: a quantity, or words to pass over; `end` is where reading goes on. */
export type Found = { readonly quantity?: Quantity; readonly end: number }

/** A quantity before its surroundings are read. */
export type Unbounded = Omit<Quantity, 'comparator'>

/** The quantity with the bound its surroundings state; `loose` holds where they state none (20多天). */
export function complete(text: string, quantity: Unbounded, loose?: Quantity['comparator']): Found {
  const isDate = quantity.kind === 'date' || quantity.kind === 'day-of-month'
  const read = readComparator(text, quantity.start, quantity.end, isDate)
  return {
    quantity: { ...quantity, comparator: read === '=' && loose !== undefined ? loose : read },
    end: quantity.end,
  }
}

/** An amount in yuan at [start, end). */
export function moneyQuantity(text: string, start: number, value: number, end: number): Unbounded {
  return { kind: 'money', value, unit: 'CNY', text: text.slice(start, end), start, end }
}
