import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts'
import { file, openOffice, readyDraft, type Office } from './open-counter.ts'
import { said } from './sample-citizen.ts'

let server: PostgresServer
let office: Office

beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(() => server.stop(), 30_000)
beforeEach(async () => {
  office = await openOffice({ databaseUrl: await server.newDatabase() })
})

describe('two replicas on PostgreSQL', () => {
  test('fifty clicks at once file one application with one receipt', async () => {
    const { counter, store } = office
    const second = await office.another()
    const applicationId = await readyDraft(counter)
    const { reviewHash, confirmation } = await counter.review('mine', applicationId)
    const request = { conversationId: 'mine', applicationId, reviewHash, confirmation, idempotencyKey: 'key-1' }
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? counter : second).submit(request)),
    )
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(await store.db.selectFrom('outbox').select('id').execute()).toHaveLength(1)
  })

  test('fills at the same moment all arrive', async () => {
    const { counter } = office
    const second = await office.another()
    const applicationId = await readyDraft(counter)
    const values = [{ name: '林一' }, { landlord: '王二' }, { remark: '加急' }]
    await Promise.all(
      values.map((value, index) =>
        (index % 2 === 0 ? counter : second).fill({ conversationId: 'mine', applicationId, values: said(value) }),
      ),
    )
    const shown = new Map((await counter.show('mine', applicationId)).fields.map((field) => [field.id, field.shown]))
    expect([shown.get('name'), shown.get('landlord'), shown.get('remark')]).toEqual(['林一', '王二', '加急'])
  })

  test('starting the same service twice at once opens one draft', async () => {
    const second = await office.another()
    const starts = await Promise.all(
      [office.counter, second].map((counter) => counter.start({ conversationId: 'mine', service: 'sample-pass' })),
    )
    expect(new Set(starts.map(({ application }) => application.id)).size).toBe(1)
  })

  test('share the outbox, follow progress together and log each step once', async () => {
    const { counter, city } = office
    const second = await office.another()
    const id = await readyDraft(counter)
    const { receiptNumber } = await file(counter, id)
    await Promise.all([counter.deliver(), second.deliver()])
    expect(city.posts()).toBe(1)
    city.say(receiptNumber, { at: '2026-11-24T02:00:00.000Z', status: 'accepted' })
    await Promise.all([counter.deliver(), second.deliver()])
    const [view] = await counter.cases('mine')
    expect(view?.events.map(({ status }) => status)).toEqual(['submitted', 'submitted', 'accepted'])
    expect(await counter.eraseDrafts('mine')).toBe(0)
    expect(await counter.expireDrafts()).toBe(0)
  })
})
