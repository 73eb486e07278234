import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createLogSync } from '../../src/store/log-sync.ts'

const UNAVAILABLE = expect.objectContaining({ name: 'AppError', code: 'store-unavailable' })
const logIn = async (): Promise<string> =>
  path.join(await mkdtemp(path.join(tmpdir(), 'bianban-log-')), 'bianban.db-wal')

test('calls that come while the disk is at work share one round, and nothing waits afterwards', async () => {
  const file = await logIn()
  await writeFile(file, '')
  const log = createLogSync(file)
  const first = log.sync()
  // The first round has begun once it is waited for; the two after it are one.
  await Promise.resolve()
  await Promise.resolve()
  const [second, third] = [log.sync(), log.sync()]
  expect(second).toBe(third)
  expect(second).not.toBe(first)
  expect(log.pending()).toBe(third)
  await third
  expect(log.pending()).toBeUndefined()
  await log.close()
})

test('a log that could not be put on disk fails every commit after it', async () => {
  const file = await logIn()
  const log = createLogSync(file)
  await expect(log.sync()).rejects.toEqual(UNAVAILABLE)
  await writeFile(file, '')
  await expect(log.sync()).rejects.toEqual(UNAVAILABLE)
  await log.close()
})
