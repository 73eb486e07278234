import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { verifyAudit } from '../../src/services/index.ts'
import { file, openOffice, readyDraft, refusal } from './open-counter.ts'

const DAY_MS = 86_400_000

/** What an operator may meet while a citizen submits: a clear answer, and the record stays consistent. */
test('the clock is set back a day after she submitted: the letter leaves all the same, once, and the log stays whole', async () => {
  const { counter, city, store, advance } = await openOffice()
  const receipt = await file(counter, await readyDraft(counter))
  advance(-DAY_MS)
  await counter.deliver()
  expect([...city.filings.keys()]).toHaveLength(1)
  expect((await counter.cases('mine'))[0]).toMatchObject({ receiptNumber: receipt.receiptNumber, status: 'submitted' })
  expect(await verifyAudit(store)).toMatchObject({ broken: null, cut: false, missing: 0 })
  advance(3 * DAY_MS)
  await counter.deliver()
  expect([...city.filings.keys()]).toHaveLength(1)
  expect(await verifyAudit(store)).toMatchObject({ broken: null, cut: false, missing: 0 })
})

test('the clock jumps ahead between card and press: the card is void, the draft stays, and the next card is filed', async () => {
  const { counter, advance } = await openOffice()
  const id = await readyDraft(counter)
  const { reviewHash, confirmation } = await counter.review('mine', id)
  advance(2 * DAY_MS)
  const act = { conversationId: 'mine', applicationId: id, reviewHash, confirmation, idempotencyKey: 'late' }
  expect(await refusal(counter.submit(act))).toBe('confirmation-invalid')
  expect((await counter.show('mine', id)).status).toBe('ready')
  expect((await file(counter, id)).receiptNumber).toMatch(/^XM/)
})

test('the disk is full when she submits: nothing of it happened, and the same press files it once there is room', async () => {
  const { counter, store, city } = await openOffice()
  const id = await readyDraft(counter)
  const { reviewHash, confirmation } = await counter.review('mine', id)
  const act = { conversationId: 'mine', applicationId: id, reviewHash, confirmation, idempotencyKey: 'full-disk' }
  const pages = async (most: number) => sql`pragma max_page_count = ${sql.lit(most)}`.execute(store.db)
  await pages(1)
  await fillUp(store)
  expect(await refusal(counter.submit(act))).toBe('store-unavailable')
  expect((await counter.show('mine', id)).status).toBe('ready')
  expect(await counter.cases('mine')).toEqual([])
  await pages(1_000_000)
  const receipt = await counter.submit(act)
  expect(await counter.submit(act)).toEqual(receipt)
  await counter.deliver()
  expect([...city.filings.keys()]).toHaveLength(1)
  expect(await verifyAudit(store)).toMatchObject({ broken: null, cut: false, missing: 0 })
})

test('another program holds the database when she submits: it waits, and files once', async () => {
  const { counter, city, dataDir } = await openOffice()
  const id = await readyDraft(counter)
  const { reviewHash, confirmation } = await counter.review('mine', id)
  const act = { conversationId: 'mine', applicationId: id, reviewHash, confirmation, idempotencyKey: 'locked' }
  const other = new DatabaseSync(join(dataDir, 'bianban.db'))
  onTestFinished(() => other.close())
  other.exec('begin immediate')
  setTimeout(() => other.exec('rollback'), 150)
  const receipts = await Promise.all([counter.submit(act), counter.submit(act)])
  expect(receipts[1]).toEqual(receipts[0])
  await counter.deliver()
  expect([...city.filings.keys()]).toHaveLength(1)
})

/** Writes until not even a row goes in. */
async function fillUp(store: Awaited<ReturnType<typeof openOffice>>['store']): Promise<void> {
  for (let row = 0; row < 1000; row += 1) {
    try {
      await store.transaction((db) =>
        db
          .insertInto('conversations')
          .values({
            id: `filler-${row}`,
            tokenHash: `filler-${row}`,
            locale: 'zh-Hans',
            stateSealed: '',
            createdAt: 0,
            expiresAt: 0,
            erasedAt: null,
          })
          .execute(),
      )
    } catch {
      return
    }
  }
}
