import type { Migration } from 'kysely/migration'
import type { Schema } from './schema.ts'

const addPutOff = async (db: Schema): Promise<void> => {
  await db.schema.alterTable('applications').addColumn('putOff', 'text').execute()
}

/** Fields that the citizen wants to be asked last. */
export const putOff: Migration = { up: addPutOff }
