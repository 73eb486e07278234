import { type Dialect, PostgresDialect } from 'kysely'
import { Pool, TypeOverrides, types as postgresTypes } from 'pg'
import type { StoreLog } from './store-log.ts'

/** How one pool of PostgreSQL connections behaves. */
export type PostgresLimits = { readonly connections: number; readonly statementTimeoutMs: number }

const CONNECT_TIMEOUT_MS = 5_000

/** Kysely over a pool of PostgreSQL connections. Whole numbers of 64 bits (`bigint`) are read as numbers: ours are milliseconds and counts. */
export const createPostgresDialect = (databaseUrl: string, limits: PostgresLimits, log: StoreLog): Dialect => {
  const types = new TypeOverrides()
  types.setTypeParser(postgresTypes.builtins.INT8, Number)
  const pool = new Pool({
    connectionString: databaseUrl,
    types,
    max: limits.connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: limits.statementTimeoutMs,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'bianban',
  })
  // An idle connection that the server closes is replaced at the next query; unheard, the event would end the process.
  pool.on('error', (error) => log.warn({ error }, 'a database connection was lost'))
  return new PostgresDialect({ pool })
}
