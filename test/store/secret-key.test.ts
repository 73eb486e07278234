import { chmod, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { loadSecretKey } from '../../src/store/secret-key.ts'
import { temporaryFolder } from './folder.ts'

const quiet = { warn: () => undefined }

test('generates one key, readable by its owner only, even when many start at once', async () => {
  const dataDir = await temporaryFolder()
  const keys = await Promise.all(Array.from({ length: 10 }, () => loadSecretKey(dataDir, undefined, quiet)))
  expect(new Set(keys).size).toBe(1)
  expect((await stat(path.join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)
  expect(await readdir(dataDir)).toEqual(['secret.key'])
})

test('uses a given key and writes none', async () => {
  const dataDir = await temporaryFolder()
  const given = 'given by the operator, 32 or longer'
  expect(await loadSecretKey(dataDir, given, quiet)).toBe(given)
  expect(await readdir(dataDir)).toEqual([])
})

test('refuses a given key that could be guessed, and a key file without a key', async () => {
  const dataDir = await temporaryFolder()
  await expect(loadSecretKey(dataDir, 'short', quiet)).rejects.toMatchObject({ code: 'store-unavailable' })
  await writeFile(path.join(dataDir, 'secret.key'), '')
  await expect(loadSecretKey(dataDir, undefined, quiet)).rejects.toMatchObject({ code: 'store-unavailable' })
})

test('warns when other users can read the key', async () => {
  const dataDir = await temporaryFolder()
  await loadSecretKey(dataDir, undefined, quiet)
  await chmod(path.join(dataDir, 'secret.key'), 0o644)
  const warnings: string[] = []
  await loadSecretKey(dataDir, undefined, { warn: (_, message) => warnings.push(message) })
  expect(warnings).toHaveLength(1)
})

test('refuses to open a database whose key was lost', async () => {
  const dataDir = await temporaryFolder()
  const store = await openStore({ dataDir })
  await store[Symbol.asyncDispose]()
  await rm(path.join(dataDir, 'secret.key'))
  await expect(openStore({ dataDir })).rejects.toMatchObject({ details: { reason: 'other-key' } })
})
