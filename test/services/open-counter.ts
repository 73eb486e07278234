import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Approval } from '../../src/city/index.ts'
import { AppError } from '../../src/errors.ts'
import { createCounter, type Counter, type Receipt } from '../../src/services/index.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { counterLog } from '../support/telemetry.ts'
import { openCityDesk, type CityDesk } from './city-desk.ts'
import { COMPLETE, MONDAY, said } from './sample-citizen.ts'
import { CONTENT } from './sample-service.ts'

/** A counter on a fresh SQLite database, a clock that stands still until moved, and an approval system to direct. */
export type Office = {
  readonly counter: Counter
  readonly store: Store
  readonly city: CityDesk
  /** A second counter on the same database file, as another process would have. */
  readonly another: () => Promise<Counter>
  /** Where its database lies. */
  readonly dataDir: string
  readonly advance: (ms: number) => void
  readonly now: () => number
}

/** What a test may want otherwise: PostgreSQL, another approval system than the desk, rounds of the counter's own. */
export type OfficeOptions = {
  readonly databaseUrl?: string
  readonly approval?: Approval
  readonly deliverEveryMs?: number
}

/** Two conversations exist: `mine` and `theirs`. */
export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bianban-counter-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const city = await openCityDesk()
  let now = MONDAY
  const open = async (): Promise<{ store: Store; counter: Counter }> => {
    const store = await openStore({ dataDir, databaseUrl: options.databaseUrl })
    const approval = options.approval ?? city.approval
    const counter = createCounter({
      ...CONTENT,
      store,
      approval,
      certificates: { fetch: () => Promise.resolve(undefined) },
      registry: { look: () => Promise.resolve(undefined) },
      clock: () => now,
      log: counterLog(),
      deliverEveryMs: options.deliverEveryMs,
    })
    onTestFinished(async () => {
      await counter[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    })
    return { store, counter }
  }
  const { store, counter } = await open()
  for (const id of ['mine', 'theirs']) await addConversation(store, id)
  return {
    counter,
    store,
    city,
    another: async () => (await open()).counter,
    dataDir,
    advance: (ms) => {
      now += ms
    },
    now: () => now,
  }
}

async function addConversation(store: Store, id: string): Promise<void> {
  const row = { id, tokenHash: `hash-${id}`, locale: 'zh-Hans', stateSealed: store.seal('{}') }
  await store.db
    .insertInto('conversations')
    .values({ ...row, createdAt: MONDAY, expiresAt: MONDAY * 2, erasedAt: null })
    .execute()
}

/** A draft of the sample pass with everything filled in. */
export async function readyDraft(counter: Counter, conversationId = 'mine'): Promise<string> {
  const { application } = await counter.start({ conversationId, service: 'sample-pass', values: said(COMPLETE) })
  return application.id
}

/** From the review card to the receipt. */
export async function file(counter: Counter, applicationId: string, idempotencyKey = 'key-1'): Promise<Receipt> {
  const { reviewHash, confirmation } = await counter.review('mine', applicationId)
  return counter.submit({ conversationId: 'mine', applicationId, reviewHash, confirmation, idempotencyKey })
}

/** The code a call is refused with; fails when it is not refused by us. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'not refused'
}
