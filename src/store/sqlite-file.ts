import { chmodSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { AppError } from '../errors.ts'
import { isSqliteBusy } from './database-errors.ts'
import { createLogSync, type LogSync } from './log-sync.ts'
import { patiently } from './patiently.ts'

const CACHED_STATEMENTS = 256
/** Files up to this size are checked page by page at open (about 0.2 s); larger ones by their header and schema. */
const FULL_CHECK_BYTES = 128 * 1024 * 1024

type Prepared = { readonly statement: StatementSync; readonly returnsRows: boolean }
export type SqliteParameters = readonly SQLInputValue[]

/** One connection to the database file, with its prepared statements. All calls are synchronous. */
export type SqliteHandle = {
  readonly all: (sql: string, parameters: SqliteParameters) => unknown[]
  readonly run: (sql: string, parameters: SqliteParameters) => { rows: unknown[]; changes: bigint | undefined }
  readonly iterate: (sql: string, parameters: SqliteParameters) => IterableIterator<unknown>
  readonly exec: (sql: string) => void
  readonly inTransaction: () => boolean
  readonly close: () => void
}

const openHandle = (file: string, pragmas: string): SqliteHandle => {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 0 })
  try {
    database.exec(pragmas)
  } catch (error) {
    database.close()
    throw error
  }
  const statements = new Map<string, Prepared>()

  /** The statement used longest ago makes room for a new one. */
  const prepare = (sql: string): Prepared => {
    const known = statements.get(sql)
    if (known !== undefined) {
      statements.delete(sql)
      statements.set(sql, known)
      return known
    }
    const statement = database.prepare(sql)
    const prepared = { statement, returnsRows: statement.columns().length > 0 }
    if (statements.size >= CACHED_STATEMENTS) {
      const oldest = statements.keys().next().value
      if (oldest !== undefined) statements.delete(oldest)
    }
    statements.set(sql, prepared)
    return prepared
  }

  return {
    all: (sql, parameters) => prepare(sql).statement.all(...parameters),
    run: (sql, parameters) => {
      const { statement, returnsRows } = prepare(sql)
      if (returnsRows) return { rows: statement.all(...parameters), changes: undefined }
      return { rows: [], changes: BigInt(statement.run(...parameters).changes) }
    },
    // A statement of its own: running a cached one elsewhere would rewind an iteration under way.
    iterate: (sql, parameters) => database.prepare(sql).iterate(...parameters),
    exec: (sql) => database.exec(sql),
    inTransaction: () => database.isTransaction,
    close: () => {
      statements.clear()
      database.close()
    },
  }
}

const checkFile = (handle: SqliteHandle, file: string): void => {
  handle.all('select count(*) from sqlite_schema', [])
  if (statSync(file).size > FULL_CHECK_BYTES) return
  const findings = handle.all('pragma quick_check(1)', []) as { quick_check: string }[]
  const finding = findings[0]?.quick_check
  if (finding !== 'ok') throw new Error(`quick_check: ${finding ?? 'no answer'}`)
}

export type SqliteHandles = {
  readonly writer: SqliteHandle
  readonly reader: SqliteHandle
  readonly log: LogSync
  readonly close: () => Promise<void>
}

/**
 * Opens the database file, made (readable by its owner only) when it is missing: one connection that writes, one that only
 * reads, and the write-ahead log. SQLite writes a commit into the log and leaves putting it on disk to `log` (synchronous
 * NORMAL): whoever commits waits for that, the event loop does not. Neither connection waits inside SQLite for another process, since that would stop the event loop: see `patiently`.
 * @throws AppError 'store-unavailable' when the file is damaged, cut off, no database, or cannot be opened; 'busy' when
 * another process keeps it locked for `timeoutMs`. Nothing stays open then.
 */
export const openSqliteFile = async (file: string, timeoutMs: number): Promise<SqliteHandles> => {
  const open = (): SqliteHandles => {
    const opened: SqliteHandle[] = []
    const close = (): void => {
      for (const handle of opened.splice(0)) handle.close()
    }
    try {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      const writer = openHandle(file, 'pragma journal_mode = wal; pragma synchronous = normal;')
      opened.push(writer)
      chmodSync(file, 0o600)
      checkFile(writer, file)
      const reader = openHandle(file, 'pragma query_only = on;')
      opened.push(reader)
      const log = createLogSync(`${file}-wal`)
      return { writer, reader, log, close: () => log.close().finally(close) }
    } catch (error) {
      close()
      throw error
    }
  }

  try {
    return await patiently(open, timeoutMs)
  } catch (error) {
    if (isSqliteBusy(error)) throw new AppError('busy', `数据库文件 ${file} 正被另一个程序占用。`, { cause: error })
    throw new AppError('store-unavailable', `数据库文件 ${file} 无法打开或已损坏，请用备份恢复。`, { cause: error })
  }
}
