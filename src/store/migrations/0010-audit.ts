import type { Migration } from 'kysely/migration'
import { create, key, type Schema } from './schema.ts'

const createAudit = async (db: Schema): Promise<void> => {
  await create(
    db,
    'auditEntries',
    {
      seq: 'integer',
      at: 'bigint',
      act: 'text',
      applicationId: 'text',
      detailDigest: 'text',
      previous: 'text',
      digest: 'text',
    },
    (table) => key(table, 'auditEntries', 'seq'),
  )
}

/** The chained log of acts that bind a citizen. */
export const audit: Migration = { up: createAudit }
