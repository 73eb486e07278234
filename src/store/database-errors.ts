import { AppError } from '../errors.ts'

/** SQLite's extended codes: UNIQUE, PRIMARY KEY and ROWID constraints. Source: https://sqlite.org/rescode.html, 2026-11-23. */
const SQLITE_DUPLICATE = new Set([2067, 1555, 2579])
/** SQLite's primary codes BUSY and LOCKED. */
const SQLITE_BUSY = new Set([5, 6])
/** SQLite's primary codes PERM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB. */
const SQLITE_UNUSABLE = new Set([3, 8, 10, 11, 13, 14, 26])

/** PostgreSQL's SQLSTATE codes. Source: https://www.postgresql.org/docs/18/errcodes-appendix.html, 2026-11-23. */
const POSTGRES_DUPLICATE = '23505'
const POSTGRES_RETRY = new Set(['40001', '40P01'])
const POSTGRES_BUSY = new Set(['55P03', '57014'])
/** Connection exceptions (08…), insufficient resources (53…), system errors (58…), data corruption (XX…), and the server going away. */
const POSTGRES_UNUSABLE = /^(08|53|58|XX|57P0[1-4]|28|3D)/
const NETWORK_UNUSABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])
/** What `pg` says, with no code at all, when a connection cannot be had or is lost, and Kysely when the store is disposed. */
const NO_CONNECTION =
  /driver has already been destroyed|connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined

/** SQLite's extended result code, or undefined when the error is not SQLite's. */
const sqliteCode = (error: unknown): number | undefined => {
  const code = field(error, 'code') === 'ERR_SQLITE_ERROR' ? field(error, 'errcode') : undefined
  return typeof code === 'number' ? code : undefined
}

/** SQLSTATE or system code, or the empty string. */
const textCode = (error: unknown): string => {
  const code = field(error, 'code')
  return typeof code === 'string' ? code : ''
}

/** True when a unique constraint or a primary key was violated, on either database. */
export const isDuplicate = (error: unknown): boolean => {
  const code = sqliteCode(error)
  return code === undefined ? textCode(error) === POSTGRES_DUPLICATE : SQLITE_DUPLICATE.has(code)
}

/** True when SQLite refused because another process holds the lock; nothing was changed. */
export const isSqliteBusy = (error: unknown): boolean => SQLITE_BUSY.has((sqliteCode(error) ?? 0) & 0xff)

/** True when PostgreSQL undid a whole transaction that may simply be run again. */
export const isRetryable = (error: unknown): boolean => POSTGRES_RETRY.has(textCode(error))

const isUnusable = (error: unknown): boolean => {
  const code = sqliteCode(error)
  if (code !== undefined) return SQLITE_UNUSABLE.has(code & 0xff)
  if (error instanceof AggregateError) return error.errors.some(isUnusable)
  const text = textCode(error)
  if (NETWORK_UNUSABLE.has(text)) return true
  if (/^[0-9A-Z]{5}$/.test(text)) return POSTGRES_UNUSABLE.test(text)
  return error instanceof Error && NO_CONNECTION.test(error.message)
}

/**
 * The error as callers should see it: 'busy' when the database did not get to it in time, 'store-unavailable' when it
 * cannot be used, and otherwise the very same error (a violated constraint, a mistake of ours).
 */
export const asStoreError = (error: unknown): unknown => {
  if (error instanceof AppError) return error
  if (isSqliteBusy(error) || POSTGRES_BUSY.has(textCode(error)) || isRetryable(error))
    return AppError.saying('busy', 'system-busy', { cause: error })
  if (isUnusable(error)) return AppError.saying('store-unavailable', 'store-away', { cause: error })
  return error
}
