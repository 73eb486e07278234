import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store, Tables } from '../../src/store/index.ts'
import { failure } from './failure.ts'
import { addDraft, application, conversation, outboxEntry } from './rows.ts'

/** Opens a store; `again` opens the same database once more, as a second process would. */
export type OpenForTest = () => Promise<{ store: Store; again: () => Promise<Store> }>

/** What every database must keep, whichever it is. */
export const describeStore = (kind: Store['kind'], open: OpenForTest): void => {
  describe(`the store on ${kind}`, () => {
    let store: Store
    let again: () => Promise<Store>

    beforeEach(async () => {
      const opened = await open()
      store = opened.store
      again = opened.again
    })
    afterEach(() => store[Symbol.asyncDispose]())

    const count = async (table: keyof Tables): Promise<number> => {
      const row = await store.db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return row.n
    }

    const raiseVersion = (pauseMs: number): Promise<void> =>
      store.transaction(async (db) => {
        const row = await db
          .selectFrom('applications')
          .select('version')
          .where('id', '=', 'a1')
          .executeTakeFirstOrThrow()
        await sleep(pauseMs)
        await db
          .updateTable('applications')
          .set({ version: row.version + 1 })
          .where('id', '=', 'a1')
          .execute()
      })

    test('says which database it is and answers a check', async () => {
      expect(store.kind).toBe(kind)
      await store.check()
    })

    test('gives back milliseconds as numbers and missing values as null', async () => {
      await addDraft(store.db)
      const row = await store.db.selectFrom('applications').selectAll().executeTakeFirstOrThrow()
      expect({ ...row }).toEqual(application('a1', 'c1'))
    })

    test('keeps Chinese text, rare characters and quotes as they are', async () => {
      const reason = `他说“办结了”；𠮷野家·O'Brien\n`
      await store.db.insertInto('conversations').values(conversation('c1')).execute()
      await store.db
        .insertInto('handovers')
        .values({ ticket: 't1', conversationId: 'c1', reason, transcriptSealed: '', createdAt: 1 })
        .execute()
      expect(await store.db.selectFrom('handovers').select('reason').executeTakeFirst()).toMatchObject({ reason })
    })

    test('undoes a filing whole when its last step fails', async () => {
      await addDraft(store.db)
      const error = await failure(
        store.transaction(async (db) => {
          await db.updateTable('applications').set({ status: 'submitted' }).where('id', '=', 'a1').execute()
          await db.insertInto('outbox').values(outboxEntry('o1', 'a1')).execute()
          throw new Error('the receipt could not be written')
        }),
      )
      expect(error).toMatchObject({ message: 'the receipt could not be written' })
      expect(await count('outbox')).toBe(0)
      expect(await store.db.selectFrom('applications').select('status').executeTakeFirst()).toMatchObject({
        status: 'draft',
      })
    })

    test('loses no change of 20 transactions at the same time on the same application', async () => {
      await addDraft(store.db)
      await Promise.all(Array.from({ length: 20 }, () => raiseVersion(1)))
      const row = await store.db.selectFrom('applications').select('version').executeTakeFirst()
      expect(row).toMatchObject({ version: 21 })
    })

    test('lets exactly one of 20 transactions consume a confirmation', async () => {
      await addDraft(store.db)
      const consumed = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          store.transaction(async (db) => {
            const open = await db.selectFrom('applications').select('id').where('status', '=', 'draft').execute()
            if (open.length === 0) return 0
            await db.updateTable('applications').set({ status: 'submitted' }).where('id', '=', 'a1').execute()
            await db
              .insertInto('outbox')
              .values(outboxEntry(`o${i}`, 'a1'))
              .execute()
            return 1
          }),
        ),
      )
      expect(consumed.reduce((sum: number, one) => sum + one, 0)).toBe(1)
      expect(await count('outbox')).toBe(1)
    })

    test('reads what is committed while a transaction is under way, and not what is not', async () => {
      await addDraft(store.db)
      const seen = await store.transaction(async (db) => {
        await db.updateTable('applications').set({ status: 'submitted' }).where('id', '=', 'a1').execute()
        await store.check()
        return store.db.selectFrom('applications').select('status').executeTakeFirst()
      })
      expect(seen).toMatchObject({ status: 'draft' })
    })

    test('a failed transaction leaves its neighbours in the queue alone', async () => {
      await addDraft(store.db)
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          store.transaction(async (db) => {
            await db
              .insertInto('conversations')
              .values(conversation(`n${i}`))
              .execute()
            await sleep(1)
            if (i % 2 === 1) throw new Error('changed her mind')
          }),
        ),
      )
      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(10)
      expect(await count('conversations')).toBe(11)
    })

    test('a savepoint undoes a part and keeps the rest', async () => {
      const transaction = await store.db.startTransaction().execute()
      await transaction.insertInto('conversations').values(conversation('kept')).execute()
      const inner = await transaction.savepoint('part').execute()
      await inner.insertInto('conversations').values(conversation('undone')).execute()
      await inner.rollbackToSavepoint('part').execute()
      await transaction.commit().execute()
      expect((await store.db.selectFrom('conversations').select('id').execute()).map((row) => row.id)).toEqual(['kept'])
    })

    test('keeps a conversation that owns an application, and erases the messages of one that does not', async () => {
      await addDraft(store.db)
      await store.db.insertInto('conversations').values(conversation('c2')).execute()
      await store.db
        .insertInto('messages')
        .values({ id: 'm1', conversationId: 'c2', seq: 1, role: 'user', partsSealed: '', createdAt: 1 })
        .execute()
      await failure(store.db.deleteFrom('conversations').where('id', '=', 'c1').execute())
      await store.db.deleteFrom('conversations').where('id', '=', 'c2').execute()
      expect(await count('conversations')).toBe(1)
      expect(await count('messages')).toBe(0)
    })

    test('counts the rows an update touched, so an optimistic lock can tell', async () => {
      await addDraft(store.db)
      const update = (version: number) =>
        store.db
          .updateTable('applications')
          .set({ version: version + 1 })
          .where('version', '=', version)
          .executeTakeFirst()
      expect((await update(1)).numUpdatedRows).toBe(1n)
      expect((await update(1)).numUpdatedRows).toBe(0n)
    })

    test('opening again, even several at once, changes nothing and reads everything', async () => {
      await addDraft(store.db)
      const others = await Promise.all([again(), again(), again()])
      for (const other of others) {
        expect(await other.db.selectFrom('applications').select('id').execute()).toHaveLength(1)
        await other[Symbol.asyncDispose]()
      }
    })

    test('refuses a database built by a newer version', async () => {
      await store.db
        .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
        .insertInto('kysely_migration')
        .values({ name: '9999-future', timestamp: new Date().toISOString() })
        .execute()
      expect(await failure(again())).toMatchObject({ code: 'store-unavailable', details: { reason: 'newer-schema' } })
    })
  })
}
