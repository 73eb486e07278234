import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/index.ts'
import { addDraft, application, conversation, outboxEntry } from './rows.ts'
import { failure } from './failure.ts'
import type { OpenForTest } from './store.contract.ts'

type Case = readonly [what: string, insertTwice: (db: Store['db']) => Promise<unknown>]

const CASES: readonly Case[] = [
  ['an id used twice', (db) => db.insertInto('conversations').values(conversation('c1')).execute()],
  [
    'a receipt number used twice',
    async (db) => {
      await db.updateTable('applications').set({ receiptNumber: 'R1' }).execute()
      await db
        .insertInto('applications')
        .values({ ...application('a2', 'c1'), receiptNumber: 'R1' })
        .execute()
    },
  ],
  [
    'an idempotency key used twice',
    (db) =>
      db
        .insertInto('outbox')
        .values([outboxEntry('o1', 'a1'), { ...outboxEntry('o1', 'a1'), id: 'o2' }])
        .execute(),
  ],
  [
    'a submission key used twice',
    (db) => {
      const row = { key: 'k', conversationId: 'c1', bodyHash: 'h', responseSealed: '', createdAt: 1 }
      return db.insertInto('submissions').values([row, row]).execute()
    },
  ],
  [
    'two messages with the same place in the conversation',
    (db) => {
      const row = { id: 'm1', conversationId: 'c1', seq: 1, role: 'user', partsSealed: '', createdAt: 1 }
      return db
        .insertInto('messages')
        .values([row, { ...row, id: 'm2' }])
        .execute()
    },
  ],
  [
    'two events with the same place in the log',
    (db) => {
      const row = { id: 'e1', applicationId: 'a1', seq: 1, status: 'draft', dataSealed: '', at: 1 }
      return db
        .insertInto('applicationEvents')
        .values([row, { ...row, id: 'e2' }])
        .execute()
    },
  ],
]

/** What must be refused as a duplicate, on every database and in the same words. */
export const describeDuplicates = (kind: Store['kind'], open: OpenForTest): void => {
  describe(`duplicates on ${kind}`, () => {
    test.for(CASES)('recognises %s as a duplicate', async ([, insertTwice]) => {
      const { store } = await open()
      await addDraft(store.db)
      expect(store.isDuplicate(await failure(insertTwice(store.db)))).toBe(true)
      expect(store.isDuplicate(await failure(store.transaction((db) => insertTwice(db))))).toBe(true)
      await store[Symbol.asyncDispose]()
    })

    test('does not take other mistakes for duplicates', async () => {
      const { store } = await open()
      const orphan = await failure(store.db.insertInto('applications').values(application('a1', 'nobody')).execute())
      expect(store.isDuplicate(orphan)).toBe(false)
      expect(store.isDuplicate(new Error('else'))).toBe(false)
      expect(store.isDuplicate(undefined)).toBe(false)
      await store[Symbol.asyncDispose]()
    })
  })
}
