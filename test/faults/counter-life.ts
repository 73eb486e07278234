import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { resolve } from 'node:path'
import { createApproval } from '../../src/city/index.ts'
import { readKeptContent } from '../../src/content/index.ts'
import { createCounter, type Counter, type GivenValue, type Receipt } from '../../src/services/index.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { RESIDENCE_PERMIT_VALUES } from '../support/filled-application.ts'
import { AppError } from '../../src/errors.ts'

/**
 * One life of a counter, as short as somebody lets it be: `node counter-life.ts DIR CITY [AHEAD]`, its clock so many
 * milliseconds ahead. The first line on standard input
 * opens it; each further one is the
 * number of a citizen, who fills, reviews and submits under a key of her own; each line on standard output is what she was
 * told. Letters leave all the while. Ends with standard input, once nothing waits.
 */
const [, , dataDir = '', cityUrl = '', aheadMs = '0'] = process.argv
/** Longer than an answer takes, shorter than the proxy may hold one back; the last life has as long as our own house. */
const CITY_TIMEOUT_MS = Number(aheadMs) > 0 ? 5000 : 150
const ROUNDS_MS = 20

const root = resolve(import.meta.dirname, '../..')
const { content } = readKeptContent(root, `${dataDir}/staff-content.bin`)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
// Everything is read; the life begins when it is wanted. Written now: who is killed writes no cache.
flushCompileCache()
await lines.next()
const store = await openStore({ dataDir })
const counter = createCounter({
  ...content,
  store,
  approval: createApproval({ baseUrl: cityUrl, timeoutMs: CITY_TIMEOUT_MS }),
  registry: { look: () => Promise.resolve(undefined) },
  certificates: { fetch: () => Promise.resolve(undefined) },
  clock: () => Date.now() + Number(aheadMs),
  deliverEveryMs: ROUNDS_MS,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
})

const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
const working = new Set<Promise<void>>()
tell({ open: true })
for await (const line of { [Symbol.asyncIterator]: () => lines }) {
  const work = serve(counter, store, Number(line)).catch((error: unknown) => {
    tell({ citizen: Number(line), failed: error instanceof AppError ? error.code : String(error) })
  })
  working.add(work)
  void work.finally(() => working.delete(work))
}
await Promise.all(working)
await counter[Symbol.asyncDispose]()
await store[Symbol.asyncDispose]()

async function serve(desk: Counter, { db, seal }: Store, citizen: number): Promise<void> {
  const conversationId = `c${citizen}`
  const row = { id: conversationId, tokenHash: conversationId, locale: 'zh-Hans', stateSealed: seal('{}') }
  await db
    .insertInto('conversations')
    .values({ ...row, createdAt: Date.now(), expiresAt: Date.now() * 2, erasedAt: null, citizenId: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const [filed] = await desk.cases(conversationId)
  // Who got no answer looks whether it was filed all the same, before she confirms again.
  const receipt = filed ?? (await file(desk, citizen, conversationId))
  tell({ citizen, receipt: receipt.receiptNumber })
  if (citizen % 7 !== 0) return
  const [mine] = await desk.cases(conversationId)
  if (mine?.mayWithdraw !== true) return
  await desk.withdraw({ conversationId, applicationId: mine.applicationId, reason: '样例：不办了' })
}

async function file(desk: Counter, citizen: number, conversationId: string): Promise<Receipt> {
  const values = said({ ...RESIDENCE_PERMIT_VALUES, mobile: `138${String(citizen).padStart(8, '0')}` })
  const { application } = await desk.start({ conversationId, service: 'residence-permit', values })
  const { reviewHash, confirmation } = await desk.review(conversationId, application.id)
  const on = { conversationId, applicationId: application.id }
  return desk.submit({ ...on, reviewHash, confirmation, idempotencyKey: `key-${citizen}` })
}

function said(values: Readonly<Record<string, string>>): Record<string, GivenValue> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, provenance: { kind: 'citizen', detail: '样例' } }]),
  )
}
