import type { Migration } from 'kysely/migration'
import { belongsTo, create, index, key, type Schema } from './schema.ts'

const createConsents = async (db: Schema): Promise<void> => {
  await create(
    db,
    'consents',
    {
      id: 'text',
      applicationId: 'text',
      conversationId: 'text',
      citizenId: 'text',
      source: 'text',
      shownSealed: 'text',
      granted: 'integer',
      decidedAt: 'bigint',
      until: 'bigint',
      withdrawnAt: 'bigint?',
    },
    (table) => belongsTo(key(table, 'consents', 'id'), 'consents', 'citizenId', 'citizens', 'restrict'),
  )
  await index(db, 'consents', ['applicationId'])
  await index(db, 'consents', ['citizenId'])
}

/** What citizens consented to and refused. */
export const consents: Migration = { up: createConsents }
