import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Acknowledgement, Filing, Progress } from '../approval.ts'
import { canWithdraw, eventsBy, type Schedule, scheduleOf } from './schedule.ts'

/** What became of a filing: `new`, or `known` when the same key came with the same body before. */
type Received =
  | { readonly kind: 'new' | 'known'; readonly acknowledgement: Acknowledgement }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'receipt-known' }

/** The sandbox city's register of filings. Every answer stands on disk before it is given. */
export type Filings = {
  readonly receive: (filing: Filing, key: string) => Received
  readonly progress: (receiptNumber: string) => Progress | undefined
  /** Withdrawing twice is the same as once. */
  readonly withdraw: (receiptNumber: string, reason: string) => 'withdrawn' | 'cannot-withdraw' | 'unknown-filing'
  readonly check: () => void
  readonly close: () => void
}

const SCHEMA = `
  create table if not exists filings (
    number integer primary key autoincrement,
    idempotencyKey text not null unique,
    receiptNumber text not null unique,
    bodyHash text not null,
    body text not null,
    schedule text not null,
    receivedAt integer not null,
    withdrawnAt integer,
    withdrawalReason text
  ) strict`

const Row = z.object({
  number: z.number(),
  idempotencyKey: z.string(),
  bodyHash: z.string(),
  receivedAt: z.number(),
  withdrawnAt: z.number().nullable(),
  schedule: z.string().transform((text) => JSON.parse(text) as Schedule),
})
type Row = z.infer<typeof Row>

const acknowledge = (number: number, receivedAt: number): Acknowledgement => {
  const day = new Date(receivedAt).toISOString().slice(0, 10).replaceAll('-', '')
  return { filingNumber: `YS${day}${String(number).padStart(6, '0')}`, receivedAt: new Date(receivedAt).toISOString() }
}

/** Opens the register in `folder`, made when missing. `pace`: how many times faster than ours the city's clock runs. */
export const openFilings = (folder: string, pace: number, now: () => number): Filings => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path.join(folder, 'sandbox-city.db'), { timeout: 5_000 })
  database.exec('pragma journal_mode = wal; pragma synchronous = full;')
  database.exec(SCHEMA)
  const byKey = database.prepare('select * from filings where idempotencyKey = ?')
  const byReceipt = database.prepare('select * from filings where receiptNumber = ?')
  const insert = database.prepare(
    'insert into filings (idempotencyKey, receiptNumber, bodyHash, body, schedule, receivedAt) values (?, ?, ?, ?, ?, ?)',
  )
  const markWithdrawn = database.prepare(
    'update filings set withdrawnAt = ?, withdrawalReason = ? where number = ? and withdrawnAt is null',
  )

  /** Whole or not at all, and alone: two sandbox processes may stand on one file for a moment while one replaces the other. */
  const atomically = <T>(work: () => T): T => {
    database.exec('begin immediate')
    try {
      const result = work()
      database.exec('commit')
      return result
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      throw error
    }
  }

  const find = (receiptNumber: string): Row | undefined => {
    const row = byReceipt.get(receiptNumber)
    return row === undefined ? undefined : Row.parse(row)
  }

  const receive: Filings['receive'] = (filing, key) => {
    const body = JSON.stringify(filing)
    const bodyHash = createHash('sha256').update(body).digest('hex')
    return atomically(() => {
      const before = byKey.get(key)
      if (before !== undefined) {
        const row = Row.parse(before)
        if (row.bodyHash !== bodyHash) return { kind: 'key-reused' }
        return { kind: 'known', acknowledgement: acknowledge(row.number, row.receivedAt) }
      }
      if (find(filing.receiptNumber) !== undefined) return { kind: 'receipt-known' }
      const receivedAt = now()
      const schedule = JSON.stringify(scheduleOf(filing.completion, receivedAt, pace))
      const { lastInsertRowid } = insert.run(key, filing.receiptNumber, bodyHash, body, schedule, receivedAt)
      return { kind: 'new', acknowledgement: acknowledge(Number(lastInsertRowid), receivedAt) }
    })
  }

  const progress: Filings['progress'] = (receiptNumber) => {
    const row = find(receiptNumber)
    if (row === undefined) return undefined
    return { receiptNumber, events: eventsBy(row.schedule, row.withdrawnAt, now()) }
  }

  const withdraw: Filings['withdraw'] = (receiptNumber, reason) =>
    atomically(() => {
      const row = find(receiptNumber)
      if (row === undefined) return 'unknown-filing'
      if (row.withdrawnAt !== null) return 'withdrawn'
      if (!canWithdraw(row.schedule, now())) return 'cannot-withdraw'
      markWithdrawn.run(now(), reason, row.number)
      return 'withdrawn'
    })

  return {
    receive,
    progress,
    withdraw,
    check: () => void database.prepare('select 1').get(),
    close: () => database.close(),
  }
}
