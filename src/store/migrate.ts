import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration'
import { AppError } from '../errors.ts'
import { asStoreError } from './database-errors.ts'

const appliedSteps = async <T>(db: Kysely<T>): Promise<readonly string[]> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return []
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  return rows.map((row) => row.name)
}

/**
 * Brings the database to the newest schema; each run is one transaction, so a database is never left halfway.
 * Running it again changes nothing, and several replicas may run it at once.
 * @throws AppError 'store-unavailable' when the database was built by a newer version (`details.reason` 'newer-schema') or a step fails.
 */
export const migrate = async <T>(db: Kysely<T>, steps: Readonly<Record<string, Migration>>): Promise<void> => {
  const unknown = (await appliedSteps(db)).filter((name) => !(name in steps))
  if (unknown.length > 0) {
    throw new AppError('store-unavailable', '数据库由更新版本的程序建立，本版本不能使用；请升级程序后再启动。', {
      details: { reason: 'newer-schema', steps: unknown },
    })
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...steps }) } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  const known = asStoreError(error)
  if (known instanceof AppError) throw known
  throw new AppError('store-unavailable', '数据库结构升级失败，未做任何更改。', { cause: error })
}
