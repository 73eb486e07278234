import type { Migration } from 'kysely/migration'
import { belongsTo, create, index, key, unique, type Schema } from './schema.ts'

const createConversations = async (db: Schema): Promise<void> => {
  await create(
    db,
    'conversations',
    {
      id: 'text',
      tokenHash: 'text',
      locale: 'text',
      stateSealed: 'text',
      createdAt: 'bigint',
      expiresAt: 'bigint',
      erasedAt: 'bigint?',
    },
    (table) => key(table, 'conversations', 'id'),
  )
  await index(db, 'conversations', ['expiresAt'])

  await create(
    db,
    'messages',
    { id: 'text', conversationId: 'text', seq: 'integer', role: 'text', partsSealed: 'text', createdAt: 'bigint' },
    (table) =>
      unique(
        belongsTo(key(table, 'messages', 'id'), 'messages', 'conversationId', 'conversations', 'cascade'),
        'messages',
        ['conversationId', 'seq'],
      ),
  )

  await create(
    db,
    'turns',
    { id: 'text', conversationId: 'text', outcome: 'text', engine: 'text', trace: 'text', createdAt: 'bigint' },
    (table) => belongsTo(key(table, 'turns', 'id'), 'turns', 'conversationId', 'conversations', 'cascade'),
  )
  await index(db, 'turns', ['conversationId', 'createdAt'])

  await create(
    db,
    'handovers',
    { ticket: 'text', conversationId: 'text', reason: 'text', transcriptSealed: 'text', createdAt: 'bigint' },
    (table) => belongsTo(key(table, 'handovers', 'ticket'), 'handovers', 'conversationId', 'conversations', 'restrict'),
  )
  await index(db, 'handovers', ['conversationId'])
}

const createFeedback = async (db: Schema): Promise<void> => {
  await create(
    db,
    'feedback',
    {
      id: 'text',
      conversationId: 'text',
      messageId: 'text',
      verdict: 'text',
      reasonSealed: 'text',
      createdAt: 'bigint',
    },
    (table) => belongsTo(key(table, 'feedback', 'id'), 'feedback', 'conversationId', 'conversations', 'cascade'),
  )
  await index(db, 'feedback', ['conversationId'])
}

const createApplications = async (db: Schema): Promise<void> => {
  await create(
    db,
    'applications',
    {
      id: 'text',
      conversationId: 'text',
      service: 'text',
      status: 'text',
      version: 'integer',
      setAside: 'integer',
      valuesSealed: 'text',
      receiptNumber: 'text?',
      queryCodeHash: 'text?',
      dueBy: 'text?',
      submittedAt: 'bigint?',
      createdAt: 'bigint',
      updatedAt: 'bigint',
    },
    (table) =>
      unique(
        belongsTo(key(table, 'applications', 'id'), 'applications', 'conversationId', 'conversations', 'restrict'),
        'applications',
        ['receiptNumber'],
      ),
  )
  await index(db, 'applications', ['conversationId', 'status'])
  await index(db, 'applications', ['status', 'updatedAt'])

  await create(
    db,
    'applicationEvents',
    { id: 'text', applicationId: 'text', seq: 'integer', status: 'text', dataSealed: 'text', at: 'bigint' },
    (table) =>
      unique(
        belongsTo(
          key(table, 'applicationEvents', 'id'),
          'applicationEvents',
          'applicationId',
          'applications',
          'cascade',
        ),
        'applicationEvents',
        ['applicationId', 'seq'],
      ),
  )

  await create(
    db,
    'confirmations',
    {
      id: 'text',
      applicationId: 'text',
      conversationId: 'text',
      secretHash: 'text',
      codeHash: 'text',
      reviewHash: 'text',
      expiresAt: 'bigint',
      consumedAt: 'bigint?',
    },
    (table) =>
      belongsTo(
        belongsTo(key(table, 'confirmations', 'id'), 'confirmations', 'applicationId', 'applications', 'cascade'),
        'confirmations',
        'conversationId',
        'conversations',
        'cascade',
      ),
  )
  await index(db, 'confirmations', ['applicationId'])
  await index(db, 'confirmations', ['conversationId'])
}

const createFilings = async (db: Schema): Promise<void> => {
  await create(
    db,
    'outbox',
    {
      id: 'text',
      applicationId: 'text',
      idempotencyKey: 'text',
      payloadSealed: 'text',
      attempts: 'integer',
      nextAt: 'bigint',
      deliveredAt: 'bigint?',
      lastError: 'text?',
      createdAt: 'bigint',
    },
    (table) =>
      unique(belongsTo(key(table, 'outbox', 'id'), 'outbox', 'applicationId', 'applications', 'restrict'), 'outbox', [
        'idempotencyKey',
      ]),
  )
  await index(db, 'outbox', ['deliveredAt', 'nextAt'])
  await index(db, 'outbox', ['applicationId'])

  await create(
    db,
    'submissions',
    { key: 'text', conversationId: 'text', bodyHash: 'text', responseSealed: 'text', createdAt: 'bigint' },
    (table) =>
      belongsTo(key(table, 'submissions', 'key'), 'submissions', 'conversationId', 'conversations', 'restrict'),
  )
  await index(db, 'submissions', ['conversationId'])
}

/** One row: a digest by which a database recognises the key it was written with. */
const createInstallation = async (db: Schema): Promise<void> => {
  await create(db, 'installation', { id: 'text', keyCheck: 'text' }, (table) => key(table, 'installation', 'id'))
}

/** Conversations, applications, filings: the house as it was first lived in. */
export const house: Migration = {
  up: async (db) => {
    await createConversations(db)
    await createFeedback(db)
    await createApplications(db)
    await createFilings(db)
    await createInstallation(db)
  },
}
