import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Errand } from './account.ts'
import { BOOKS, readBooks } from './books.ts'
import { compareBooks } from './compare-books.ts'

type Damage = { readonly name: string; readonly book: keyof typeof BOOKS; readonly sql: string }

const A_CASE = 'select id from applications where receiptNumber is not null order by id limit 1'
const A_FILING = 'select number from filings order by number limit 1'

/** Each is one way of losing or doubling something. */
const DAMAGES: readonly Damage[] = [
  { name: 'a case is lost', book: 'house', sql: `delete from applications where id = (${A_CASE})` },
  {
    name: 'a case lost its receipt',
    book: 'house',
    sql: `update applications set receiptNumber = null where id = (${A_CASE})`,
  },
  {
    name: 'a case fell back to a draft',
    book: 'house',
    sql: `update applications set status = 'ready' where id = (${A_CASE})`,
  },
  { name: 'a letter is lost', book: 'house', sql: `delete from outbox where applicationId = (${A_CASE})` },
  {
    name: 'a letter was never delivered',
    book: 'house',
    sql: `update outbox set deliveredAt = null where applicationId = (${A_CASE})`,
  },
  {
    name: 'a receipt is lost',
    book: 'house',
    sql: 'delete from submissions where key = (select min(key) from submissions)',
  },
  {
    name: 'an event is lost',
    book: 'house',
    sql: `delete from applicationEvents where seq = 2 and applicationId = (${A_CASE})`,
  },
  {
    name: 'a confirmation was not consumed',
    book: 'house',
    sql: `update confirmations set consumedAt = null where applicationId = (${A_CASE})`,
  },
  { name: 'a filing is lost', book: 'city', sql: `delete from filings where number = (${A_FILING})` },
  {
    name: 'a filing is there twice',
    book: 'city',
    sql: `insert into filings (idempotencyKey, receiptNumber, bodyHash, body, schedule, receivedAt)
      select idempotencyKey || '-2', receiptNumber || '-2', bodyHash, body, schedule, receivedAt
      from filings where number = (${A_FILING})`,
  },
]

/**
 * Damages copies of the books one by one and compares: the untouched copy must agree and every damage must be found.
 * Answers what the comparison missed, or reported without reason; empty is a pass. The folder itself is not changed.
 */
export function testComparison(dataDir: string, errands: readonly Errand[]): string[] {
  const findingsAfter = (damage: (copy: string) => void): readonly string[] => {
    const copy = mkdtempSync(join(tmpdir(), 'bianban-books-'))
    try {
      copyBooks(dataDir, copy)
      damage(copy)
      return compareBooks(readBooks(copy), errands)
    } catch (error) {
      return [String(error)]
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  }
  const missed = DAMAGES.flatMap(({ name, book, sql }) => {
    const findings = findingsAfter((copy) => change(join(copy, BOOKS[book]), sql))
    return findings.length === 0 || findings.some((finding) => finding.includes('nothing was changed'))
      ? [`not reported: ${name} (${findings.join('; ')})`]
      : []
  })
  const torn = findingsAfter((copy) => tear(join(copy, BOOKS.house)))
  const untouched = findingsAfter(() => undefined)
  return [
    ...missed,
    ...(torn.length === 0 ? ['not reported: a torn page'] : []),
    ...untouched.map((finding) => `reported without reason: ${finding}`),
  ]
}

function copyBooks(from: string, to: string): void {
  copyFileSync(join(from, 'secret.key'), join(to, 'secret.key'))
  for (const book of Object.values(BOOKS)) {
    const folder = dirname(join(from, book))
    mkdirSync(dirname(join(to, book)), { recursive: true })
    const files = readdirSync(folder).filter((name) => join(folder, name).startsWith(join(from, book)))
    for (const name of files) copyFileSync(join(folder, name), join(dirname(join(to, book)), name))
  }
}

function change(file: string, sql: string): void {
  using database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  if (Number(database.prepare(sql).run().changes) === 0) throw new Error('nothing was changed')
}

/** Overwrites the page on which the table of applications begins, as a disk that lost a write would. */
function tear(file: string): void {
  const database = new DatabaseSync(file)
  database.exec('pragma wal_checkpoint(truncate)')
  const root = database.prepare("select rootpage from sqlite_schema where name = 'applications'").get()?.['rootpage']
  const size = database.prepare('pragma page_size').get()?.['page_size']
  database.close()
  const bytes = readFileSync(file)
  bytes.fill(0, (Number(root) - 1) * Number(size), Number(root) * Number(size))
  writeFileSync(file, bytes)
}
