import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dialect, Kysely, type Transaction } from 'kysely'
import { AppError } from '../errors.ts'
import { asStoreError, isDuplicate, isRetryable } from './database-errors.ts'
import { readKeys } from './key-ring.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { createSealing, type Sealing, type StoredKey } from './sealing.ts'
import { loadSecretKey } from './secret-key.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'
import { openSqliteFile } from './sqlite-file.ts'
import type { StoreLog } from './store-log.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Where the store lives and with which key. */
export type StoreOptions = {
  /** Folder of the SQLite database `bianban.db` and of `secret.key`; made when missing. */
  readonly dataDir: string
  /** `postgres://…`; undefined: SQLite in the data folder. */
  readonly databaseUrl?: string | undefined
  /** At least 32 characters; undefined: `secret.key` in the data folder, generated once. */
  readonly secretKey?: string | undefined
  readonly log?: StoreLog | undefined
  /** How long a write waits for other writers before it is refused as 'busy', and how long opening waits for a locked file. Default 5,000. */
  readonly writeTimeoutMs?: number | undefined
}

type Database = Kysely<
  Tables & {
    installation: { id: string; keyCheck: string }
    sealingKeys: StoredKey & { createdAt: number }
  }
>

/** How often a process looks for keys that another one made. */
export const READ_KEYS_MS = 5_000

const SILENT: StoreLog = { warn: () => undefined }
const WRITE_TIMEOUT_MS = 5_000
const POSTGRES = { connections: 10, statementTimeoutMs: 5_000 }
/** One connection, and time enough for a step over large tables. */
const POSTGRES_MIGRATION = { connections: 1, statementTimeoutMs: 300_000 }
const LONGEST_PAUSE_MS = 50

const connect = (dialect: Dialect): Database => new Kysely({ dialect })

/** A database written with one key must not be opened with another: half of it would be unreadable, and every token invalid. */
const recogniseKey = async (db: Database, sealing: Sealing): Promise<void> => {
  const keyCheck = sealing.digest('bianban installation')
  await db
    .insertInto('installation')
    .values({ id: 'key', keyCheck })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const row = await db.selectFrom('installation').select('keyCheck').where('id', '=', 'key').executeTakeFirstOrThrow()
  if (row.keyCheck === keyCheck) return
  throw new AppError('store-unavailable', '密钥与数据库不符：请检查 SECRET_KEY 或数据目录中的 secret.key。', {
    details: { reason: 'other-key' },
  })
}

const openSqlite = async (options: StoreOptions, writeTimeoutMs: number): Promise<Database> => {
  const handles = await openSqliteFile(path.join(options.dataDir, 'bianban.db'), writeTimeoutMs)
  const db = connect(createSqliteDialect(handles, { writeTimeoutMs }))
  try {
    await migrate(db, MIGRATIONS)
    return db
  } catch (error) {
    await handles.close()
    throw error
  }
}

const openPostgres = async (databaseUrl: string, log: StoreLog): Promise<Database> => {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new AppError('store-unavailable', 'DATABASE_URL 应以 postgres:// 开头。')
  }
  const { createPostgresDialect } = await import('./postgres.ts')
  const builder = connect(createPostgresDialect(databaseUrl, POSTGRES_MIGRATION, log))
  try {
    await migrate(builder, MIGRATIONS)
  } finally {
    await builder.destroy()
  }
  return connect(createPostgresDialect(databaseUrl, POSTGRES, log))
}

/** One after another on SQLite; on PostgreSQL serializable, run again while others get in the way and there is time. */
const createTransaction = (db: Kysely<Tables>, kind: Store['kind'], timeoutMs: number): Store['transaction'] => {
  const once = async <T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> =>
    kind === 'postgres'
      ? db.transaction().setIsolationLevel('serializable').execute(work)
      : db.transaction().execute(work)

  return async (work) => {
    const deadline = performance.now() + timeoutMs
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work)
      } catch (error) {
        if (!isRetryable(error) || performance.now() >= deadline) throw asStoreError(error)
        await sleep(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** attempt))
      }
    }
  }
}

/** Opens the database with the keys it is sealed with. @throws as {@link openStore}. */
const openDatabase = async (options: StoreOptions) => {
  const log = options.log ?? SILENT
  const writeTimeoutMs = options.writeTimeoutMs ?? WRITE_TIMEOUT_MS
  const secret = await loadSecretKey(options.dataDir, options.secretKey, log)
  const sealing = createSealing(secret)
  let opened: Database | undefined
  try {
    opened =
      options.databaseUrl === undefined
        ? await openSqlite(options, writeTimeoutMs)
        : await openPostgres(options.databaseUrl, log)
    await recogniseKey(opened, sealing)
    await readKeys({ db: opened, sealing })
  } catch (error) {
    await opened?.destroy()
    throw asStoreError(error)
  }
  return { opened, sealing, secret, writeTimeoutMs, log }
}

/** The database as the rotation of keys sees it. */
export const openRing = async (options: StoreOptions) => {
  const { opened, sealing, secret } = await openDatabase(options)
  return {
    ring: { db: opened, sealing, root: createSealing(secret) },
    [Symbol.asyncDispose]: () => opened.destroy(),
  }
}

/**
 * Opens the database, SQLite in the data folder or PostgreSQL, and brings it to the newest schema.
 * @throws AppError 'store-unavailable' when it cannot be reached, is damaged, was built by a newer version, or was written
 * with another key; 'busy' when another process keeps the SQLite file locked. Nothing stays open then.
 */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { opened, sealing, writeTimeoutMs, log } = await openDatabase(options)
  const kind = options.databaseUrl === undefined ? 'sqlite' : 'postgres'
  const keys = setInterval(() => {
    readKeys({ db: opened, sealing }).catch((error: unknown) => log.warn({ error }, 'the sealing keys cannot be read'))
  }, READ_KEYS_MS).unref()

  const db = opened.$omitTables<'installation' | 'sealingKeys'>()
  const { seal, unseal, digest } = sealing
  return {
    kind,
    db,
    transaction: createTransaction(db, kind, writeTimeoutMs),
    seal,
    unseal,
    digest,
    isDuplicate,
    check: async () => {
      try {
        await db.selectFrom('conversations').select('id').limit(1).execute()
      } catch (error) {
        throw asStoreError(error)
      }
    },
    [Symbol.asyncDispose]: () => {
      clearInterval(keys)
      return db.destroy()
    },
  }
}
