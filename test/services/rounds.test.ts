import { expect, test } from 'vitest'
import { file, openOffice, readyDraft } from './open-counter.ts'
import { said } from './sample-citizen.ts'

test('the counter delivers by itself until it is closed, and leaves the rest in the outbox', async () => {
  const { counter, city, store } = await openOffice({ deliverEveryMs: 5 })
  await file(counter, await readyDraft(counter))
  await expect.poll(() => city.filings.size).toBe(1)

  await counter[Symbol.asyncDispose]()
  const { application } = await counter.start({
    conversationId: 'mine',
    service: 'sample-allowance',
    values: said({ months: '12' }),
  })
  await file(counter, application.id, 'key-2')
  expect(await counter.deliver()).toEqual({ delivered: 0, waiting: 1 })
  expect(city.posts()).toBe(1)
  const waiting = await store.db.selectFrom('outbox').select('id').where('deliveredAt', 'is', null).execute()
  expect(waiting).toHaveLength(1)
})
