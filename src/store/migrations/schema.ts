import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely'

export type Schema = Kysely<unknown>
type Table = CreateTableBuilder<string, string>

/** A column's type; `?` means it may be null. Epoch milliseconds are bigint, counts and 0/1 are integer, JSON is text. */
type ColumnType = 'text' | 'bigint' | 'integer' | 'text?' | 'bigint?'

const columns = (table: Table, types: Readonly<Record<string, ColumnType>>): Table =>
  Object.entries(types).reduce((built, [name, type]) => {
    const dataType = type.replace('?', '') as ColumnDataType
    return built.addColumn(name, dataType, (column) => (type.endsWith('?') ? column : column.notNull()))
  }, table)

export const create = async (
  db: Schema,
  name: string,
  types: Readonly<Record<string, ColumnType>>,
  constrain: (table: Table) => Table,
): Promise<void> => {
  await constrain(columns(db.schema.createTable(name), types)).execute()
}

/** `cascade`: goes with its owner. `restrict`: the owner may not be removed while this stands. */
export const belongsTo = (
  table: Table,
  name: string,
  column: string,
  owner: string,
  onDelete: 'cascade' | 'restrict',
): Table =>
  table.addForeignKeyConstraint(`${name}_${column}_fk`, [column], owner, ['id'], (key) => key.onDelete(onDelete))

export const key = (table: Table, name: string, column: string): Table =>
  table.addPrimaryKeyConstraint(`${name}_pk`, [column])

export const unique = (table: Table, name: string, names: readonly string[]): Table =>
  table.addUniqueConstraint(`${name}_${names.join('_')}_unique`, [...names])

export const index = async (db: Schema, table: string, names: readonly string[]): Promise<void> => {
  await db.schema
    .createIndex(`${table}_${names.join('_')}`)
    .on(table)
    .columns([...names])
    .execute()
}
