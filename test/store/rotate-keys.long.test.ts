import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { keysInUse, openStore, rotateKeys } from '../../src/store/index.ts'
import { SEALED_COLUMNS } from '../../src/store/key-ring.ts'
import { temporaryFolder } from './folder.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
const AT = Date.parse('2026-11-23T02:00:00Z')

/** An installation with so many sealed texts that a rotation takes a while. */
async function keepTexts(dataDir: string, count: number): Promise<void> {
  await using store = await openStore({ dataDir })
  await store.transaction(async (db) => {
    for (let number = 0; number < count; number += 1)
      await db
        .insertInto('conversations')
        .values({
          id: `c${number}`,
          tokenHash: `hash-${number}`,
          locale: 'zh-Hans',
          stateSealed: store.seal(`样例${number}`),
          createdAt: AT,
          expiresAt: AT,
          erasedAt: null,
          citizenId: null,
        })
        .execute()
  })
}

async function readTexts(dataDir: string): Promise<string[]> {
  await using store = await openStore({ dataDir })
  const rows = await store.db.selectFrom('conversations').select(['id', 'stateSealed']).execute()
  return rows.map(({ id, stateSealed }) => `${id} ${store.unseal(stateSealed)}`).toSorted()
}

function stored(dataDir: string): { texts: string[]; keys: string[] } {
  using database = new DatabaseSync(join(dataDir, 'bianban.db'), { readOnly: true })
  return {
    texts: database
      .prepare('select stateSealed from conversations')
      .all()
      .map((row) => String(row['stateSealed'])),
    keys: database
      .prepare('select id from sealingKeys')
      .all()
      .map((row) => String(row['id'])),
  }
}

test('a new key seals everything anew; all of it is still read, and the key before is forgotten', async () => {
  const dataDir = await temporaryFolder()
  await keepTexts(dataDir, 25)
  const before = await readTexts(dataDir)
  const first = await rotateKeys({ dataDir, settleMs: 0, batch: 10 })
  expect(first.resealed).toBe(25)
  const second = await rotateKeys({ dataDir, settleMs: 0, batch: 10 })
  expect(second.key).not.toBe(first.key)
  expect(await readTexts(dataDir)).toEqual(before)
  const { texts, keys } = stored(dataDir)
  expect(texts.every((text) => text.startsWith(`v2.${second.key}.`))).toBe(true)
  expect(keys).toEqual([second.key])
  expect(await keysInUse({ dataDir })).toEqual({ prefix: `v2.${second.key}.`, old: 0 })
})

test('killed in the middle, the data stay readable, and the next call finishes with the same key', async () => {
  const dataDir = await temporaryFolder()
  await keepTexts(dataDir, 400)
  const before = await readTexts(dataDir)
  const child = spawn(process.execPath, [MAIN, 'keys', 'rotate', '--settle', '0', '--batch', '1'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  for await (const chunk of child.stdout) {
    printed += String(chunk)
    if (printed.includes('已重新加密5处')) break
  }
  child.kill('SIGKILL')
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')

  const { texts, keys } = stored(dataDir)
  const anew = texts.filter((text) => text.startsWith('v2.')).length
  expect(anew).toBeGreaterThanOrEqual(5)
  expect(anew).toBeLessThan(400)
  expect(await readTexts(dataDir)).toEqual(before)

  const finished = await rotateKeys({ dataDir, settleMs: 0 })
  expect([finished.key]).toEqual(keys)
  expect(finished.resealed).toBe(400 - anew)
  expect(await readTexts(dataDir)).toEqual(before)
  expect((await keysInUse({ dataDir })).old).toBe(0)
})

test('a process that was running learns the new key before it is used, and reads and writes on', async () => {
  const dataDir = await temporaryFolder()
  await keepTexts(dataDir, 3)
  await using running = await openStore({ dataDir })
  const { key } = await rotateKeys({ dataDir, settleMs: 6_000 })
  const rows = await running.db.selectFrom('conversations').select('stateSealed').execute()
  expect(rows.map(({ stateSealed }) => running.unseal(stateSealed)).toSorted()).toEqual(['样例0', '样例1', '样例2'])
  expect(running.seal('以后')).toMatch(new RegExp(`^v2\\.${key}\\.`))
})

test('every column that holds sealed text takes part', async () => {
  const dataDir = await temporaryFolder()
  await using store = await openStore({ dataDir })
  const tables = await store.db.introspection.getTables()
  const sealed = tables.flatMap(({ name, columns }) =>
    columns.flatMap((column) => (column.name.endsWith('Sealed') ? [`${name}.${column.name}`] : [])),
  )
  const known = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`)
  expect(sealed.filter((column) => column !== 'sealingKeys.keySealed').toSorted()).toEqual(known.toSorted())
})
