import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newResumeCode, takeResumeCode } from '../../src/conversation/kept/resume-code.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { temporaryFolder } from '../store/folder.ts'
import { conversation } from '../store/rows.ts'

const START = 1_795_000_000_000
const MINUTE_MS = 60_000

let store: Store
let now: number
const clock = (): number => now
const take = (code: string) => takeResumeCode({ store, clock }, { code, citizenId: undefined })

beforeEach(async () => {
  now = START
  store = await openStore({ dataDir: await temporaryFolder() })
  await store.db
    .insertInto('conversations')
    .values({ ...conversation('c1'), expiresAt: START + 24 * 60 * MINUTE_MS })
    .execute()
})
afterEach(() => store[Symbol.asyncDispose]())

describe('a code that moves a conversation', () => {
  test('is good for ten minutes, and not a moment longer', async () => {
    const first = await newResumeCode({ store, clock }, 'c1')
    expect(first.expiresAt).toBe(new Date(START + 10 * MINUTE_MS).toISOString())
    now = START + 10 * MINUTE_MS
    await expect(take(first.code)).rejects.toMatchObject({ code: 'not-found' })
    now = START
    const second = await newResumeCode({ store, clock }, 'c1')
    now = START + 10 * MINUTE_MS - 1
    expect(await take(second.code)).toMatchObject({ id: 'c1' })
  })

  test('does not outlive the conversation', async () => {
    now = START + 24 * 60 * MINUTE_MS - 1
    const { code } = await newResumeCode({ store, clock }, 'c1')
    now += 1
    await expect(take(code)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is stored as a digest only, and is gone once used', async () => {
    const { code } = await newResumeCode({ store, clock }, 'c1')
    const rows = await store.db.selectFrom('resumeCodes').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(code)
    await take(code)
    expect(await store.db.selectFrom('resumeCodes').selectAll().execute()).toEqual([])
  })
})
