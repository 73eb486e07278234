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

/** A log that tells when a connection was lost. */
const listeningLog = () => {
  const lost = Promise.withResolvers<string>()
  return { lost: lost.promise, log: { warn: (_: unknown, message: string) => lost.resolve(message) } }
}

test('keeps answering after the server ended its connections', async () => {
  const dataDir = await temporaryFolder()
  const databaseUrl = await server.newDatabase()
  const { lost, log } = listeningLog()
  await using store = await openStore({ dataDir, databaseUrl, secretKey, log })
  await using other = await openStore({ dataDir, databaseUrl, secretKey })
  await store.check()
  const others = sql`pid <> pg_backend_pid() and datname = current_database()`
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`.execute(other.db)
  expect(await lost).toBe('a database connection was lost')
  await store.check()
})

test('says that the store is unavailable when the database is gone, for every kind of call', async () => {
  const dataDir = await temporaryFolder()
  const databaseUrl = await server.newDatabase()
  const { lost, log } = listeningLog()
  await using store = await openStore({ dataDir, databaseUrl, secretKey, log })
  await store.check()
  await server.dropDatabase(databaseUrl)
  await lost
  const gone = expect.objectContaining({ name: 'AppError', code: 'store-unavailable' })
  await expect(store.check()).rejects.toEqual(gone)
  await expect(store.transaction(async () => 1)).rejects.toEqual(gone)
  await expect(store.db.selectFrom('turns').selectAll().execute()).rejects.toEqual(gone)
})

test('a statement that never ends is stopped', async () => {
  const databaseUrl = await server.newDatabase()
  await using store = await openStore({ dataDir: await temporaryFolder(), databaseUrl, secretKey })
  const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(store.db)
  expect(rows[0]?.statement_timeout).toBe('5s')
})
