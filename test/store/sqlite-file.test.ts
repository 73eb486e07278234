import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { temporaryFolder } from './folder.ts'
import { conversation } from './rows.ts'

const fileOf = (dataDir: string): string => path.join(dataDir, 'bianban.db')

/** A closed database with 500 conversations in it. */
const filledFolder = async (): Promise<string> => {
  const dataDir = await temporaryFolder()
  await using store = await openStore({ dataDir })
  const rows = Array.from({ length: 500 }, (_, i) => ({ ...conversation(`c${i}`), stateSealed: 'x'.repeat(400) }))
  await store.transaction((db) => db.insertInto('conversations').values(rows).execute())
  return dataDir
}

const REFUSED = expect.objectContaining({ name: 'AppError', code: 'store-unavailable' })

test('refuses a file that is no database, and leaves it as it is', async () => {
  const dataDir = await temporaryFolder()
  await writeFile(fileOf(dataDir), '这不是数据库'.repeat(200))
  await expect(openStore({ dataDir })).rejects.toEqual(REFUSED)
  expect(await readFile(fileOf(dataDir), 'utf8')).toBe('这不是数据库'.repeat(200))
})

test('refuses a database file that was cut off', async () => {
  const dataDir = await filledFolder()
  const { size } = await stat(fileOf(dataDir))
  await truncate(fileOf(dataDir), Math.floor(size / 2 / 4096) * 4096)
  await expect(openStore({ dataDir })).rejects.toEqual(REFUSED)
})

test('refuses a database file with overwritten pages', async () => {
  const dataDir = await filledFolder()
  const bytes = await readFile(fileOf(dataDir))
  bytes.fill(0xa5, 8192, Math.floor(bytes.length / 2))
  await writeFile(fileOf(dataDir), bytes)
  await expect(openStore({ dataDir })).rejects.toEqual(REFUSED)
})

test('opens again once the damaged file is replaced by its backup', async () => {
  const dataDir = await filledFolder()
  const backup = path.join(dataDir, 'backup.db')
  await copyFile(fileOf(dataDir), backup)
  await truncate(fileOf(dataDir), 5000)
  await expect(openStore({ dataDir })).rejects.toEqual(REFUSED)
  await copyFile(backup, fileOf(dataDir))
  await using store = await openStore({ dataDir })
  expect(await store.db.selectFrom('conversations').select('id').execute()).toHaveLength(500)
})

test('gives up with "busy" when another program keeps the file locked, and goes on when it lets go', async () => {
  const dataDir = await temporaryFolder()
  await using store = await openStore({ dataDir, writeTimeoutMs: 60 })
  const other = new DatabaseSync(fileOf(dataDir))
  other.exec('begin immediate')
  const write = () => store.transaction((db) => db.insertInto('conversations').values(conversation('c1')).execute())
  await expect(write()).rejects.toMatchObject({ code: 'busy' })
  await store.check()
  other.exec('rollback')
  other.close()
  await write()
  expect(await store.db.selectFrom('conversations').select('id').execute()).toHaveLength(1)
})

test('waits for another program without stopping the event loop', async () => {
  const dataDir = await temporaryFolder()
  await using store = await openStore({ dataDir })
  const other = new DatabaseSync(fileOf(dataDir))
  other.exec('begin immediate')
  // The lock is given back by a timer of this very process: it would never ring if the wait happened inside SQLite.
  setTimeout(() => other.exec('commit'), 40)
  await store.db.insertInto('conversations').values(conversation('c1')).execute()
  expect(other.isTransaction).toBe(false)
  other.close()
})

test('a write that would wait for its own transaction is refused instead of hanging for ever', async () => {
  await using store = await openStore({ dataDir: await temporaryFolder(), writeTimeoutMs: 50 })
  const mistake = store.transaction(() => store.db.insertInto('conversations').values(conversation('c1')).execute())
  await expect(mistake).rejects.toMatchObject({ code: 'busy' })
  await store.db.insertInto('conversations').values(conversation('c1')).execute()
})

test('loses no committed row when the process is killed', async () => {
  const dataDir = await temporaryFolder()
  const writer = spawn(process.execPath, [fileURLToPath(new URL('./endless-writer.ts', import.meta.url)), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = ''
  const enough = Promise.withResolvers<void>()
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    acknowledged += text
    if (acknowledged.length > 300) enough.resolve()
  })
  await enough.promise
  writer.kill('SIGKILL')
  await once(writer, 'close')
  const ids = acknowledged.split('\n').slice(0, -1)
  await using store = await openStore({ dataDir })
  const kept = new Set((await store.db.selectFrom('conversations').select('id').execute()).map((row) => row.id))
  expect(ids.filter((id) => !kept.has(id))).toEqual([])
}, 20_000)
