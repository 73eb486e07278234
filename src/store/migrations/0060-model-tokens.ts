import type { Migration } from 'kysely/migration'
import { create, key, type Schema } from './schema.ts'

const createModelTokens = (db: Schema): Promise<void> =>
  create(db, 'modelTokens', { day: 'text', input: 'bigint', output: 'bigint' }, (table) =>
    key(table, 'modelTokens', 'day'),
  )

/** Tokens that a remote model read and wrote, by day. */
export const modelTokens: Migration = { up: createModelTokens }
