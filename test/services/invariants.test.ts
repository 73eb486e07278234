import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { ReviewCard } from '../../src/services/index.ts'
import { createLedger } from '../../src/services/kept/ledger.ts'
import { mayMove } from '../../src/services/transitions.ts'
import { openOffice, type Office } from './open-counter.ts'
import { ADULT_ID, COMPLETE, OTHER_ID, said } from './sample-citizen.ts'

const VALUES = {
  situation: ['first-issue', 'replacement', '随便'],
  local: ['true', 'false'],
  livesSince: ['2025-03-01', '2026-10-01', '2026-02-30'],
  name: ['陈小样', '林样例', ''],
  mobile: ['13800000000', '13900000000', '123'],
  citizenId: [ADULT_ID, OTHER_ID, '350203199001010019'],
  rented: ['true', 'false'],
  landlord: ['王样例'],
  landlordMobile: ['13700000000', '12'],
} as const

const oneValue = fc
  .constantFrom(...Object.entries(VALUES))
  .chain(([id, values]) => fc.constantFrom(...values).map((value) => ({ [id]: value })))

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('fill' as const), values: oneValue }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('fill' as const), values: fc.constant(COMPLETE) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('review' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('aside', 'take-up', 'wait', 'deliver', 'withdraw', 'start') }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('submit', 'code'),
      card: fc.constantFrom(0, 0, 0, 1, 2),
      key: fc.nat({ max: 2 }),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Takes one step of a citizen; refusals of ours are part of life. */
async function take(
  office: Office,
  taken: Step,
  held: { id: string; cards: ReviewCard[]; touched: Set<string> },
): Promise<void> {
  const { counter } = office
  const mine = { conversationId: 'mine', applicationId: held.id }
  const card = 'card' in taken ? held.cards.at(-1 - taken.card) : undefined
  switch (taken.do) {
    case 'fill':
      return void (await counter.fill({ ...mine, values: said(taken.values) }))
    case 'start':
      held.id = (await counter.start({ conversationId: 'mine', service: 'sample-pass' })).application.id
      held.touched.add(held.id)
      return
    case 'review':
      return void held.cards.push(await counter.review('mine', held.id))
    case 'aside':
    case 'take-up':
      return void (await counter.setAside('mine', held.id, taken.do === 'aside'))
    case 'wait':
      return office.advance(180_000)
    case 'deliver':
      return void (await counter.deliver())
    case 'withdraw':
      return void (await counter.withdraw({ ...mine, reason: '' }))
    case 'submit':
      if (card === undefined || !('key' in taken)) return
      return void (await counter.submit({
        ...mine,
        reviewHash: card.reviewHash,
        confirmation: card.confirmation,
        idempotencyKey: `key-${taken.key}`,
      }))
    case 'code':
      return void (card && (await counter.submitByCode({ conversationId: 'mine', code: card.code })))
  }
}

/** True when the act was refused; anything but a refusal is a fault of ours. */
async function isRefused(act: Promise<unknown>): Promise<boolean> {
  try {
    await act
    return false
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal' || error.code === 'busy') throw error
    return true
  }
}

/** What must hold of the applications touched, whatever was done; gives how many were filed. */
async function checkInvariants({ store }: Office, touched: ReadonlySet<string>): Promise<number> {
  const ledger = createLedger({ store, clock: () => 0, random: () => new Uint8Array() })
  const applications = await store.db
    .selectFrom('applications')
    .selectAll()
    .where('id', 'in', [...touched])
    .execute()
  const receipts = applications.flatMap(({ receiptNumber }) => receiptNumber ?? [])
  expect(new Set(receipts).size).toBe(receipts.length)
  for (const application of applications) {
    const events = await ledger.events(store.db, application.id)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.at(-1)?.status).toBe(application.status)
    for (const [index, { status }] of events.entries()) {
      const before = events[index - 1]?.status
      if (before === undefined || before === status) continue
      expect(mayMove(before, status, 'citizen') || mayMove(before, status, 'city')).toBe(true)
    }
    const told = new Map(events.flatMap(({ data }) => (data.kind === 'filled' ? Object.entries(data.values) : [])))
    expect(Object.fromEntries(told)).toEqual(JSON.parse(store.unseal(application.valuesSealed)))
    const submitted = events.flatMap(({ data }) => (data.kind === 'submitted' ? [data] : []))
    expect(submitted).toHaveLength(application.receiptNumber === null ? 0 : 1)
    for (const { confirmation, filed } of submitted) {
      const row = await store.db
        .selectFrom('confirmations')
        .selectAll()
        .where('id', '=', confirmation)
        .executeTakeFirstOrThrow()
      expect(row.consumedAt).not.toBeNull()
      expect(row.reviewHash).toBe(filed.reviewHash)
      expect(row.applicationId).toBe(application.id)
      const letters = await store.db
        .selectFrom('outbox')
        .select('payloadSealed')
        .where('applicationId', '=', application.id)
        .orderBy('id')
        .execute()
      const filing = JSON.parse(store.unseal(letters[0]?.payloadSealed ?? '')) as { filing: { reviewHash: string } }
      expect(filing.filing.reviewHash).toBe(filed.reviewHash)
    }
  }
  return receipts.length
}

describe('whatever a citizen does, in whatever order', () => {
  test('nothing is filed without the confirmation of exactly what is filed, and the log tells the whole state', async () => {
    const office = await openOffice()
    let filed = 0
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
          const { application } = await office.counter.start({ conversationId: 'mine', service: 'sample-pass' })
          const held = { id: application.id, cards: [] as ReviewCard[], touched: new Set([application.id]) }
          for (const each of steps) {
            const before = await office.counter.show('mine', held.id)
            const refused = await isRefused(take(office, each, held))
            // A refused act leaves the application as it was.
            expect(refused ? await office.counter.show('mine', held.id) : before).toEqual(before)
          }
          filed += await checkInvariants(office, held.touched)
        })
        .beforeEach(async () => {
          for (const { id } of await office.counter.drafts('mine')) await office.counter.discard('mine', id)
        }),
      { numRuns: 15, seed: 20261123 },
    )
    expect(filed).toBeGreaterThan(5)
  })
})
