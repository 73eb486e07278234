import type { Db, Tables } from '../../src/store/index.ts'

/** Openly synthetic rows; a test names only what it is about. */
export const conversation = (id: string): Tables['conversations'] => ({
  id,
  tokenHash: `hash-${id}`,
  locale: 'zh-Hans',
  stateSealed: 'v1.none',
  createdAt: 1_795_000_000_000,
  expiresAt: 1_795_000_900_000,
  erasedAt: null,
  citizenId: null,
})

export const application = (id: string, conversationId: string): Tables['applications'] => ({
  id,
  conversationId,
  service: 'residence-permit',
  status: 'draft',
  version: 1,
  setAside: 0,
  valuesSealed: 'v1.none',
  attachedSealed: null,
  putOff: null,
  receiptNumber: null,
  queryCodeHash: null,
  dueBy: null,
  submittedAt: null,
  createdAt: 1_795_000_000_000,
  updatedAt: 1_795_000_000_000,
})

export const outboxEntry = (id: string, applicationId: string): Tables['outbox'] => ({
  id,
  applicationId,
  idempotencyKey: `filing-${id}`,
  payloadSealed: 'v1.none',
  attempts: 0,
  nextAt: 1_795_000_000_000,
  deliveredAt: null,
  lastError: null,
  createdAt: 1_795_000_000_000,
})

/** One conversation `c1` with one draft `a1`. */
export const addDraft = async (db: Db): Promise<void> => {
  await db.insertInto('conversations').values(conversation('c1')).execute()
  await db.insertInto('applications').values(application('a1', 'c1')).execute()
}
