import type { Migration } from 'kysely/migration'
import { belongsTo, create, index, key, unique, type Schema } from './schema.ts'

const createCitizens = async (db: Schema): Promise<void> => {
  await create(
    db,
    'citizens',
    { id: 'text', subjectHash: 'text', profileSealed: 'text', createdAt: 'bigint', seenAt: 'bigint' },
    (table) => unique(key(table, 'citizens', 'id'), 'citizens', ['subjectHash']),
  )
  await create(
    db,
    'citizenSessions',
    {
      tokenHash: 'text',
      citizenId: 'text',
      level: 'integer',
      createdAt: 'bigint',
      expiresAt: 'bigint',
      endedAt: 'bigint?',
    },
    (table) =>
      belongsTo(key(table, 'citizenSessions', 'tokenHash'), 'citizenSessions', 'citizenId', 'citizens', 'cascade'),
  )
  await index(db, 'citizenSessions', ['citizenId'])
  await create(db, 'signIns', { ticketHash: 'text', pendingSealed: 'text', expiresAt: 'bigint' }, (table) =>
    key(table, 'signIns', 'ticketHash'),
  )
  await db.schema.alterTable('conversations').addColumn('citizenId', 'text').execute()
  await index(db, 'conversations', ['citizenId'])
}

/** People who sign in, their sessions, and whose a conversation is. */
export const citizens: Migration = { up: createCitizens }
