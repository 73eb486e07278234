import {
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { Pool, TypeOverrides, types as postgresTypes } from 'pg'
import { asStoreError } from './database-errors.ts'
import type { StoreLog } from './store-log.ts'

/** How one pool of PostgreSQL connections behaves. */
export type PostgresLimits = { readonly connections: number; readonly statementTimeoutMs: number }

const CONNECT_TIMEOUT_MS = 5_000

/** Says 'store-unavailable' when no connection can be had, which is how an outage shows itself. */
class NamedPostgresDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    try {
      return await super.acquireConnection()
    } catch (error) {
      throw asStoreError(error)
    }
  }
}

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
  return {
    createDriver: () => new NamedPostgresDriver({ pool }),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new PostgresIntrospector(db),
  }
}
