import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Filing } from '../../src/city/approval.ts'
import { firstBrokenLink } from '../../src/services/kept/audit-log.ts'
import { createSealing } from '../../src/store/sealing.ts'
import type { Tables } from '../../src/store/index.ts'
import { ReceiptPart } from '../../src/wire.ts'

/** Where both databases stand inside a data folder. */
export const BOOKS = { house: 'bianban.db', city: join('sandbox-city', 'sandbox-city.db') } as const

type HouseEvent = {
  readonly kind: string
  readonly status: string
  readonly seq: number
  readonly confirmation?: string
}

/** One application with everything that belongs to it. */
export type Entry = {
  readonly id: string
  readonly conversationId: string
  readonly status: string
  readonly receiptNumber: string | null
  readonly queryCodeHash: string | null
  readonly submittedAt: number | null
  readonly events: readonly HouseEvent[]
  readonly letters: readonly { readonly idempotencyKey: string; readonly deliveredAt: number | null }[]
  readonly consumed: readonly string[]
}

/** What the house and the city have on disk. */
export type Books = {
  /** `ok`, or what SQLite found. */
  readonly integrity: { readonly house: string; readonly city: string }
  /** The first broken link of the audit log, if any; and the applications it says were submitted. */
  readonly audit: { readonly broken: number | null; readonly submitted: readonly string[] }
  readonly entries: readonly Entry[]
  /** The receipt book: what was answered, by conversation. */
  readonly receipts: readonly { readonly conversationId: string; readonly receipt: ReceiptPart }[]
  readonly filings: readonly {
    readonly idempotencyKey: string
    readonly receiptNumber: string
    readonly body: Filing
  }[]
}

/** Reads both databases without changing them. @throws when a database is so damaged that it cannot be read. */
export function readBooks(dataDir: string): Books {
  using house = new DatabaseSync(join(dataDir, BOOKS.house), { readOnly: true })
  using city = new DatabaseSync(join(dataDir, BOOKS.city), { readOnly: true })
  const { unseal, digest } = createSealing(readFileSync(join(dataDir, 'secret.key'), 'utf8').trim())
  const all = <Row>(sql: string): Row[] => house.prepare(sql).all() as Row[]

  const events = groupBy(
    all<{ applicationId: string; seq: number; status: string; dataSealed: string }>(
      'select applicationId, seq, status, dataSealed from applicationEvents order by applicationId, seq',
    ).map(({ dataSealed, ...row }) => ({ ...row, ...(JSON.parse(unseal(dataSealed)) as HouseEvent), ...row })),
  )
  const letters = groupBy(
    all<Entry['letters'][number] & { applicationId: string }>(
      'select applicationId, idempotencyKey, deliveredAt from outbox',
    ),
  )
  const consumed = groupBy(
    all<{ applicationId: string; id: string }>(
      'select applicationId, id from confirmations where consumedAt is not null',
    ),
  )
  const audit = all<Tables['auditEntries']>('select * from auditEntries order by seq')
  return {
    audit: {
      broken: firstBrokenLink(audit, digest),
      submitted: audit.filter(({ act }) => act === 'submitted').map(({ applicationId }) => applicationId),
    },
    integrity: { house: integrityOf(house), city: integrityOf(city) },
    entries: all<Omit<Entry, 'events' | 'letters' | 'consumed'>>(
      'select id, conversationId, status, receiptNumber, queryCodeHash, submittedAt from applications',
    ).map((row) => ({
      ...row,
      events: events.get(row.id) ?? [],
      letters: letters.get(row.id) ?? [],
      consumed: (consumed.get(row.id) ?? []).map(({ id }) => id),
    })),
    receipts: all<{ conversationId: string; responseSealed: string }>(
      'select conversationId, responseSealed from submissions',
    ).map(({ conversationId, responseSealed }) => ({
      conversationId,
      receipt: ReceiptPart.parse(JSON.parse(unseal(responseSealed))),
    })),
    filings: city
      .prepare('select idempotencyKey, receiptNumber, body from filings order by number')
      .all()
      .map((row) => ({
        idempotencyKey: String(row['idempotencyKey']),
        receiptNumber: String(row['receiptNumber']),
        body: Filing.parse(JSON.parse(String(row['body']))),
      })),
  }
}

/** Letters of the house that the city has not acknowledged. */
export function countWaiting(dataDir: string): number {
  using house = new DatabaseSync(join(dataDir, BOOKS.house), { readOnly: true, timeout: 5_000 })
  return Number(house.prepare('select count(*) as count from outbox where deliveredAt is null').get()?.['count'])
}

function integrityOf(database: DatabaseSync): string {
  return database
    .prepare('pragma integrity_check')
    .all()
    .map((row) => String(row['integrity_check']))
    .join('; ')
}

function groupBy<Row extends { readonly applicationId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ applicationId }) => applicationId)
}
