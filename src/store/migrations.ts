import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

type Schema = Kysely<unknown>
type Table = CreateTableBuilder<string, string>

/** A column's type; `?` means it may be null. Epoch milliseconds are bigint, counts and 0/1 are integer, JSON is text. */
type ColumnType = 'text' | 'bigint' | 'integer' | 'text?' | 'bigint?'

const columns = (table: Table, types: Readonly<Record<string, ColumnType>>): Table =>
  Object.entries(types).reduce((built, [name, type]) => {
    const dataType = type.replace('?', '') as ColumnDataType
    return built.addColumn(name, dataType, (column) => (type.endsWith('?') ? column : column.notNull()))
  }, table)

const create = async (
  db: Schema,
  name: string,
  types: Readonly<Record<string, ColumnType>>,
  constrain: (table: Table) => Table,
): Promise<void> => {
  await constrain(columns(db.schema.createTable(name), types)).execute()
}

/** `cascade`: goes with its owner. `restrict`: the owner may not be removed while this stands. */
const belongsTo = (
  table: Table,
  name: string,
  column: string,
  owner: string,
  onDelete: 'cascade' | 'restrict',
): Table =>
  table.addForeignKeyConstraint(`${name}_${column}_fk`, [column], owner, ['id'], (key) => key.onDelete(onDelete))

const key = (table: Table, name: string, column: string): Table => table.addPrimaryKeyConstraint(`${name}_pk`, [column])

const unique = (table: Table, name: string, names: readonly string[]): Table =>
  table.addUniqueConstraint(`${name}_${names.join('_')}_unique`, [...names])

const index = async (db: Schema, table: string, names: readonly string[]): Promise<void> => {
  await db.schema
    .createIndex(`${table}_${names.join('_')}`)
    .on(table)
    .columns([...names])
    .execute()
}

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

/**
 * The steps that build the database, in the order of their names; the same code builds SQLite and PostgreSQL.
 * A step that was released is never edited: add another.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-house': {
    up: async (db) => {
      await createConversations(db)
      await createFeedback(db)
      await createApplications(db)
      await createFilings(db)
      await createInstallation(db)
    },
  },
}
