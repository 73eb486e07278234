import { timingSafeEqual } from 'node:crypto'
import type { Store } from '../../store/index.ts'
import { readQueryCode } from './receipt-number.ts'

/** What is stored of a query code: a keyed digest, bound to its receipt number. */
export function queryCodeDigest(store: Pick<Store, 'digest'>, receiptNumber: string, queryCode: string): string {
  return store.digest(JSON.stringify(['query', receiptNumber, queryCode]))
}

/** Compares in constant time; without a stored digest it does the same work and says no. */
export function isQueryCode(
  store: Pick<Store, 'digest'>,
  receiptNumber: string,
  typed: string,
  stored: string | null | undefined,
): boolean {
  const given = queryCodeDigest(store, receiptNumber, readQueryCode(typed))
  const held = stored ?? store.digest('no such case')
  return timingSafeEqual(Buffer.from(given), Buffer.from(held)) && typeof stored === 'string'
}
