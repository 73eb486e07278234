import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { Filing, type Acknowledgement, type Progress, type Rating, type SupplementGiven } from '../approval.ts'
import { ClerkAct, isRateable, isUndecided, refusalOf } from './clerk.ts'
import { SCHEMA } from './filings-schema.ts'
import { openFiledFiles, type SentFile } from './filed-files.ts'
import type { CityProblemCode } from '../problem.ts'
import { eventsBy, type Schedule, scheduleOf } from './schedule.ts'
import { shanghaiDay } from './shanghai-day.ts'

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
  /** The answers to a notice; the same key again is the same answer. */
  readonly supplement: (receiptNumber: string, given: SupplementGiven, key: string) => CityProblemCode | 'taken'
  /** Keeps the bytes of a file of the filing, or of one that a notice asked for. */
  readonly takeFile: (receiptNumber: string, file: SentFile) => CityProblemCode | 'taken'
  readonly fileContent: (receiptNumber: string, id: string) => Uint8Array | undefined
  readonly rate: (receiptNumber: string, rating: Rating) => CityProblemCode | 'taken'
  /** The clerk's side: from the first act on only clerks move the filing. */
  readonly act: (receiptNumber: string, act: ClerkAct) => CityProblemCode | Progress
  /** A filing as a clerk sees it, with what the citizen gave later. */
  readonly file: (receiptNumber: string) => object | undefined
  /** Whether new filings wait for a clerk. */
  readonly attend: (attended: boolean) => void
  readonly check: () => void
  readonly close: () => void
}

const Row = z.object({
  number: z.number(),
  idempotencyKey: z.string(),
  bodyHash: z.string(),
  body: z.string(),
  receivedAt: z.number(),
  withdrawnAt: z.number().nullable(),
  schedule: z.string().transform((text) => JSON.parse(text) as Schedule),
})
type Row = z.infer<typeof Row>

const ClerkEvent = z.object({
  number: z.number(),
  at: z.number(),
  act: z.string().transform((text) => ClerkAct.parse(JSON.parse(text))),
})
const Supplement = z.object({ idempotencyKey: z.string(), given: z.string() })

const acknowledge = (number: number, receivedAt: number): Acknowledgement => {
  const day = shanghaiDay(receivedAt).replaceAll('-', '')
  return { filingNumber: `YS${day}${String(number).padStart(6, '0')}`, receivedAt: new Date(receivedAt).toISOString() }
}

/** When a supplement was given: as its sender says, and never later than it is here. */
const givenBy = ({ givenAt }: SupplementGiven, arrivedAt: number): number =>
  givenAt === undefined ? arrivedAt : Math.min(Date.parse(givenAt), arrivedAt)

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

  const clerkEvents = database.prepare('select * from clerkEvents where receiptNumber = ? order by number')
  const addEvent = database.prepare('insert into clerkEvents (receiptNumber, at, act) values (?, ?, ?)')
  const supplementOf = database.prepare('select * from supplements where receiptNumber = ?')
  const addSupplement = database.prepare('insert into supplements values (?, ?, ?, ?)')
  const ratingOf = database.prepare('select * from ratings where receiptNumber = ?')
  const addRating = database.prepare('insert into ratings values (?, ?, ?)')
  const setDesk = database.prepare('insert or replace into desk values (1, ?)')
  const files = openFiledFiles(database, now)
  const deskOf = database.prepare('select attended from desk where id = 1')

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
      const attended = deskOf.get()?.['attended'] === 1
      const schedule = JSON.stringify(attended ? [] : scheduleOf(filing.completion, receivedAt, pace))
      const { lastInsertRowid } = insert.run(key, filing.receiptNumber, bodyHash, body, schedule, receivedAt)
      return { kind: 'new', acknowledgement: acknowledge(Number(lastInsertRowid), receivedAt) }
    })
  }

  /** What has happened to a filing: its schedule up to a clerk's first act, then what clerks did. */
  const happened = (receiptNumber: string, row: Row): Progress['events'] => {
    const done = clerkEvents.all(receiptNumber).map((event) => ClerkEvent.parse(event))
    const scheduled = eventsBy(row.schedule, row.withdrawnAt, Math.min(now(), done[0]?.at ?? now()))
    const byClerks = done.map(({ number, at, act }) => ({ id: `E${number}`, at: new Date(at).toISOString(), ...act }))
    const withdrawn = scheduled.filter(({ status }) => status === 'withdrawn')
    return [...scheduled.filter(({ status }) => status !== 'withdrawn'), ...byClerks, ...withdrawn]
  }

  const progress: Filings['progress'] = (receiptNumber) => {
    const row = find(receiptNumber)
    return row === undefined ? undefined : { receiptNumber, events: happened(receiptNumber, row) }
  }

  const withdraw: Filings['withdraw'] = (receiptNumber, reason) =>
    atomically(() => {
      const row = find(receiptNumber)
      if (row === undefined) return 'unknown-filing'
      if (row.withdrawnAt !== null) return 'withdrawn'
      if (!isUndecided(happened(receiptNumber, row))) return 'cannot-withdraw'
      markWithdrawn.run(now(), reason, row.number)
      return 'withdrawn'
    })

  const supplement: Filings['supplement'] = (receiptNumber, given, key) =>
    atomically(() => {
      const row = find(receiptNumber)
      if (row === undefined) return 'unknown-filing'
      const before = supplementOf.get(receiptNumber)
      if (before !== undefined) {
        const { idempotencyKey, given: held } = Supplement.parse(before)
        return idempotencyKey === key && held === JSON.stringify(given) ? 'taken' : 'supplement-given'
      }
      const last = happened(receiptNumber, row).at(-1)
      if (last?.supplement === undefined) return 'supplement-not-asked'
      if (shanghaiDay(givenBy(given, now())) > last.supplement.dueBy) return 'supplement-late'
      addSupplement.run(receiptNumber, key, JSON.stringify(given), now())
      return 'taken'
    })

  const takeFile: Filings['takeFile'] = (receiptNumber, file) =>
    atomically(() => {
      const row = find(receiptNumber)
      if (row === undefined) return 'unknown-filing'
      const asked = happened(receiptNumber, row).flatMap(
        ({ supplement: notice }) => notice?.items.map(({ id }) => id) ?? [],
      )
      return files.take(receiptNumber, file, Filing.parse(JSON.parse(row.body)).materials, asked)
    })

  const rate: Filings['rate'] = (receiptNumber, rating) =>
    atomically(() => {
      const row = find(receiptNumber)
      if (row === undefined) return 'unknown-filing'
      const body = JSON.stringify(rating)
      const before = ratingOf.get(receiptNumber)
      if (before !== undefined) return before['rating'] === body ? 'taken' : 'rated'
      if (!isRateable(happened(receiptNumber, row))) return 'not-decided'
      addRating.run(receiptNumber, body, now())
      return 'taken'
    })

  const act: Filings['act'] = (receiptNumber, done) =>
    atomically(() => {
      const row = find(receiptNumber)
      if (row === undefined) return 'unknown-filing'
      const refused = refusalOf(done, happened(receiptNumber, row))
      if (refused !== undefined) return refused
      addEvent.run(receiptNumber, now(), JSON.stringify(done))
      return { receiptNumber, events: happened(receiptNumber, row) }
    })

  return {
    receive,
    progress,
    withdraw,
    supplement,
    rate,
    takeFile,
    fileContent: files.content,
    act,
    file: (receiptNumber) => {
      const row = find(receiptNumber)
      if (row === undefined) return undefined
      const given = supplementOf.get(receiptNumber)
      const rating = ratingOf.get(receiptNumber)
      return {
        receiptNumber,
        events: happened(receiptNumber, row),
        supplement: given === undefined ? null : (JSON.parse(Supplement.parse(given).given) as unknown),
        filing: JSON.parse(row.body) as unknown,
        files: files.list(receiptNumber),
        rating: rating === undefined ? null : (JSON.parse(String(rating['rating'])) as unknown),
      }
    },
    attend: (attended) => void setDesk.run(attended ? 1 : 0),
    check: () => void database.prepare('select 1').get(),
    close: () => database.close(),
  }
}
