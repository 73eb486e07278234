import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { MIGRATIONS } from '../../src/store/migrations.ts'
import { openStore } from '../../src/store/index.ts'
import { failure } from './failure.ts'
import { temporaryFolder } from './folder.ts'
import { addDraft, conversation } from './rows.ts'

test('a full disk undoes the filing whole, says so, and the store goes on when there is room again', async () => {
  await using store = await openStore({ dataDir: await temporaryFolder() })
  await sql`pragma max_page_count = 90`.execute(store.db)
  const fill = (id: string, length: number) =>
    store.transaction(async (db) => {
      await db
        .insertInto('conversations')
        .values(conversation(`${id}-first`))
        .execute()
      await db
        .insertInto('conversations')
        .values({ ...conversation(id), stateSealed: 'x'.repeat(length) })
        .execute()
    })
  expect(await failure(fill('large', 2_000_000))).toMatchObject({ code: 'store-unavailable' })
  expect(await store.db.selectFrom('conversations').select('id').execute()).toEqual([])
  await sql`pragma max_page_count = 100000`.execute(store.db)
  await fill('large', 2_000_000)
  expect(await store.db.selectFrom('conversations').select('id').execute()).toHaveLength(2)
})

test('a step that fails leaves the database as it was, and the repaired step is taken from there', async () => {
  await using store = await openStore({ dataDir: await temporaryFolder() })
  await addDraft(store.db)
  const broken = {
    ...MIGRATIONS,
    '0002-ratings': {
      up: async (db: typeof store.db) => {
        await db.schema.createTable('ratings').addColumn('id', 'text').execute()
        await sql`insert into nowhere values (1)`.execute(db)
      },
    },
  }
  await expect(migrate(store.db, broken)).rejects.toMatchObject({ code: 'store-unavailable' })
  const tables = (await store.db.introspection.getTables()).map((table) => table.name)
  expect(tables).not.toContain('ratings')
  expect(await store.db.selectFrom('applications').select('id').execute()).toHaveLength(1)
  await migrate(store.db, MIGRATIONS)
})

test('a disposed store takes no more work', async () => {
  const store = await openStore({ dataDir: await temporaryFolder() })
  const last = store.transaction((db) => db.insertInto('conversations').values(conversation('c1')).execute())
  await last
  await store[Symbol.asyncDispose]()
  await expect(store.check()).rejects.toMatchObject({ code: 'store-unavailable' })
})

test('three processes that read and write the same row lose no change', async () => {
  const dataDir = await temporaryFolder()
  await using store = await openStore({ dataDir })
  await addDraft(store.db)
  const program = fileURLToPath(new URL('./counting-writer.ts', import.meta.url))
  const writers = [1, 2, 3].map(() => spawn(process.execPath, [program, dataDir, '60'], { stdio: 'inherit' }))
  const codes = await Promise.all(writers.map((writer) => once(writer, 'exit')))
  expect(codes).toEqual([
    [0, null],
    [0, null],
    [0, null],
  ])
  expect(await store.db.selectFrom('applications').select('version').executeTakeFirst()).toMatchObject({ version: 181 })
})
