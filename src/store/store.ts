import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A query runner: the whole database, or one transaction. */
export type Db = Kysely<Tables> | Transaction<Tables>

/** The cellar: one database, SQLite or PostgreSQL, behind the same query code. */
export type Store = {
  readonly kind: 'sqlite' | 'postgres'
  readonly db: Kysely<Tables>
  /**
   * Runs `work` in one write transaction: BEGIN IMMEDIATE, in turn, on SQLite; serializable on PostgreSQL, where `work` is run again
   * after a serialisation failure, so it should touch nothing but `db`. A write through `store.db` inside `work` would wait for itself.
   * @throws AppError 'busy' when its turn did not come in time, 'store-unavailable' when the database cannot be used; else what `work` threw.
   */
  readonly transaction: <T>(work: (db: Transaction<Tables>) => Promise<T>) => Promise<T>
  /** Encrypts and decrypts text at rest; `unseal` throws AppError 'store-unavailable' when the text was altered or the key is another. */
  readonly seal: (text: string) => string
  readonly unseal: (sealed: string) => string
  /** SHA-256 keyed with the installation's key, for secrets that are only compared (tokens, codes). */
  readonly digest: (secret: string) => string
  /** True when the error is a violated unique constraint, on either database. */
  readonly isDuplicate: (error: unknown) => boolean
  /** One cheap query; throws when the database does not answer. */
  readonly check: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
