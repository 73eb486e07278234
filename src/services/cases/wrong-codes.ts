import { AppError } from '../../errors.ts'

const WINDOW_MS = 10 * 60_000
/** A citizen mistypes a few times; a guesser needs millions of tries. */
const MOST_WRONG = 5
const MAX_HELD = 50_000

/** Wrong query codes of a receipt number, from whatever address they come. */
export type WrongCodes = {
  /** @throws AppError 'too-many-requests' where too many were wrong in the last ten minutes; a right one then waits too. */
  readonly check: (receiptNumber: string) => void
  readonly note: (receiptNumber: string) => void
}

/** Kept in memory, of this process alone. `clock` gives epoch milliseconds. */
export function createWrongCodes(clock: () => number): WrongCodes {
  const held = new Map<string, readonly number[]>()
  const recent = (receiptNumber: string): readonly number[] =>
    (held.get(receiptNumber) ?? []).filter((at) => at > clock() - WINDOW_MS)
  return {
    check: (receiptNumber) => {
      if (recent(receiptNumber).length >= MOST_WRONG) throw AppError.saying('too-many-requests', 'too-many-codes')
    },
    note: (receiptNumber) => {
      const wrong = [...recent(receiptNumber), clock()]
      held.delete(receiptNumber)
      held.set(receiptNumber, wrong)
      const [oldest] = held.keys()
      if (held.size > MAX_HELD && oldest !== undefined) held.delete(oldest)
    },
  }
}
