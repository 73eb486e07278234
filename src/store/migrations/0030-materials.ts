import type { Migration } from 'kysely/migration'
import { belongsTo, create, index, key, type Schema } from './schema.ts'

const createMaterials = async (db: Schema): Promise<void> => {
  await db.schema.alterTable('applications').addColumn('attachedSealed', 'text').execute()
  await create(
    db,
    'materials',
    { id: 'text', applicationId: 'text', contentSealed: 'text', createdAt: 'bigint' },
    (table) => belongsTo(key(table, 'materials', 'id'), 'materials', 'applicationId', 'applications', 'cascade'),
  )
  await index(db, 'materials', ['applicationId'])
}

/** Uploaded files, and what an application says of them. */
export const materials: Migration = { up: createMaterials }
