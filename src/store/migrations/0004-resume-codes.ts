import type { Migration } from 'kysely/migration'
import { belongsTo, create, key, unique, type Schema } from './schema.ts'

const createResumeCodes = async (db: Schema): Promise<void> => {
  await create(db, 'resumeCodes', { conversationId: 'text', codeHash: 'text', expiresAt: 'bigint' }, (table) =>
    belongsTo(
      unique(key(table, 'resumeCodes', 'conversationId'), 'resumeCodes', ['codeHash']),
      'resumeCodes',
      'conversationId',
      'conversations',
      'cascade',
    ),
  )
}

/** Short codes by which a conversation moves to another device. */
export const resumeCodes: Migration = { up: createResumeCodes }
