import type { Migration } from 'kysely/migration'
import { create, key, type Schema } from './schema.ts'

const createKeys = async (db: Schema): Promise<void> => {
  await create(db, 'sealingKeys', { id: 'text', keySealed: 'text', state: 'text', createdAt: 'bigint' }, (table) =>
    key(table, 'sealingKeys', 'id'),
  )
}

/** The keys texts are sealed with, themselves sealed with the key of the installation. */
export const sealingKeys: Migration = { up: createKeys }
