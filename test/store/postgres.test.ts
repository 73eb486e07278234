import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { describeDuplicates } from './duplicates.contract.ts'
import { temporaryFolder } from './folder.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'
import { describeStore, type OpenForTest } from './store.contract.ts'

const secretKey = 'a secret of the test replicas, long enough'
let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(() => server.stop(), 30_000)

const openForTest: OpenForTest = async () => {
  const dataDir = await temporaryFolder()
  const databaseUrl = await server.newDatabase()
  const open = () => openStore({ dataDir, databaseUrl, secretKey })
  return { store: await open(), again: open }
}

describeStore('postgres', openForTest)
describeDuplicates('postgres', openForTest)

test('refuses a replica that has another secret key', async () => {
  const dataDir = await temporaryFolder()
  const databaseUrl = await server.newDatabase()
  const first = await openStore({ dataDir, databaseUrl, secretKey })
  await first[Symbol.asyncDispose]()
  await expect(openStore({ dataDir, databaseUrl, secretKey: `${secretKey}!` })).rejects.toMatchObject({
    code: 'store-unavailable',
    details: { reason: 'other-key' },
  })
})

test('says that the store is unavailable when no server answers', async () => {
  const dataDir = await temporaryFolder()
  const open = openStore({ dataDir, databaseUrl: 'postgres://nobody@127.0.0.1:1/none', secretKey })
  await expect(open).rejects.toMatchObject({ code: 'store-unavailable' })
})

test('keeps answering after the server ended its connections', async () => {
  const dataDir = await temporaryFolder()
  const databaseUrl = await server.newDatabase()
  const lost: string[] = []
  const warned = Promise.withResolvers<void>()
  const log = {
    warn: (_: unknown, message: string) => {
      lost.push(message)
      warned.resolve()
    },
  }
  await using store = await openStore({ dataDir, databaseUrl, secretKey, log })
  await using other = await openStore({ dataDir, databaseUrl, secretKey })
  await store.check()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`.execute(
    other.db,
  )
  await warned.promise
  await store.check()
  expect(lost).toContain('a database connection was lost')
})
