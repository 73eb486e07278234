import type { Migration } from 'kysely/migration'
import { create, key, type Schema } from './schema.ts'

const createHead = async (db: Schema): Promise<void> => {
  await create(db, 'auditHead', { id: 'text', seq: 'integer', digest: 'text', mark: 'text' }, (table) =>
    key(table, 'auditHead', 'id'),
  )
}

/** Where the audit log ends, so that an end cut off is seen. */
export const auditHead: Migration = { up: createHead }
