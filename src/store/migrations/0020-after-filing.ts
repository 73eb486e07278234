import type { Migration } from 'kysely/migration'
import { belongsTo, create, index, key, type Schema } from './schema.ts'

const createAfterFiling = async (db: Schema): Promise<void> => {
  await create(
    db,
    'proposedActs',
    {
      id: 'text',
      conversationId: 'text',
      applicationId: 'text',
      version: 'integer',
      codeHash: 'text',
      actSealed: 'text',
      wrongCodes: 'integer',
      expiresAt: 'bigint',
      consumedAt: 'bigint?',
    },
    (table) => belongsTo(key(table, 'proposedActs', 'id'), 'proposedActs', 'applicationId', 'applications', 'cascade'),
  )
  await index(db, 'proposedActs', ['conversationId'])
  await create(db, 'toldCases', { applicationId: 'text', events: 'integer' }, (table) =>
    belongsTo(key(table, 'toldCases', 'applicationId'), 'toldCases', 'applicationId', 'applications', 'cascade'),
  )
}

/** Acts on a filed case that wait for their code, and how much of a case its citizen was told. */
export const afterFiling: Migration = { up: createAfterFiling }
