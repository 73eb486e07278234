import { beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { Counter } from '../../src/services/index.ts'
import { file, openOffice, readyDraft, refusal, type Office } from './open-counter.ts'
import { said } from './sample-citizen.ts'
import { CONTENT, SAMPLE } from './sample-service.ts'

let office: Office
let counter: Counter

beforeEach(async () => {
  office = await openOffice()
  counter = office.counter
})

const rows = (table: 'outbox' | 'submissions') => office.store.db.selectFrom(table).selectAll().execute()
const mine = (applicationId: string) => ({ conversationId: 'mine', applicationId })

describe('submitting', () => {
  test('needs a complete form, and is told every defect at once', async () => {
    const { application } = await counter.start({ conversationId: 'mine', service: 'sample-pass' })
    const error = await counter.review('mine', application.id).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'incomplete-application' })
    const { defects } = (error as AppError).details as { defects: { field: string }[] }
    expect(defects.map(({ field }) => field)).toEqual(['situation', 'local', 'name', 'mobile', 'citizenId', 'rented'])
    const guess = { ...mine(application.id), reviewHash: 'x', confirmation: 'y', idempotencyKey: 'k' }
    expect(await refusal(counter.submit(guess))).toBe('incomplete-application')
  })

  test('gives a receipt, a query code and the expected date, and puts the filing into the outbox', async () => {
    const id = await readyDraft(counter)
    const receipt = await file(counter, id)
    expect(receipt).toMatchObject({ dueBy: '2026-12-07' })
    expect(await counter.show('mine', id)).toMatchObject({ status: 'submitted', receiptNumber: receipt.receiptNumber })
    expect(await rows('outbox')).toHaveLength(1)
    const stored = JSON.stringify(await office.store.db.selectFrom('applications').selectAll().execute())
    expect(stored).not.toContain(receipt.queryCode)
  })

  test('the same request again gets the same receipt, also after a restart', async () => {
    const id = await readyDraft(counter)
    const { reviewHash, confirmation } = await counter.review('mine', id)
    const request = { ...mine(id), reviewHash, confirmation, idempotencyKey: 'key-1' }
    const receipt = await counter.submit(request)
    expect(await counter.submit(request)).toEqual(receipt)
    expect(await (await office.another()).submit(request)).toEqual(receipt)
    expect(await refusal(counter.submit({ ...request, confirmation: 'other' }))).toBe('idempotency-mismatch')
    expect(await refusal(counter.submit({ ...request, idempotencyKey: 'key-2' }))).toBe('conflict')
    expect(await rows('outbox')).toHaveLength(1)
  })

  test('fifty clicks at once, from two processes, file one application with one receipt', async () => {
    const id = await readyDraft(counter)
    const { reviewHash, confirmation } = await counter.review('mine', id)
    const second = await office.another()
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? counter : second).submit({ ...mine(id), reviewHash, confirmation, idempotencyKey: 'key-1' }),
      ),
    )
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(await rows('outbox')).toHaveLength(1)
    expect(await rows('submissions')).toHaveLength(1)
  })

  test('two windows with different keys: one files, the other is told', async () => {
    const id = await readyDraft(counter)
    const { reviewHash, confirmation } = await counter.review('mine', id)
    const outcomes = await Promise.all(
      ['key-1', 'key-2'].map((idempotencyKey) =>
        refusal(counter.submit({ ...mine(id), reviewHash, confirmation, idempotencyKey })),
      ),
    )
    expect(outcomes.sort()).toEqual(['conflict', 'not refused'])
  })

  test('the same key of another citizen is another key', async () => {
    const first = await file(counter, await readyDraft(counter))
    const other = await readyDraft(counter, 'theirs')
    const { reviewHash, confirmation } = await counter.review('theirs', other)
    const request = {
      conversationId: 'theirs',
      applicationId: other,
      reviewHash,
      confirmation,
      idempotencyKey: 'key-1',
    }
    expect((await counter.submit(request)).receiptNumber).not.toBe(first.receiptNumber)
  })
})

describe('a confirmation', () => {
  test('is for exactly the card that was shown', async () => {
    const id = await readyDraft(counter)
    const { reviewHash, confirmation } = await counter.review('mine', id)
    const request = { ...mine(id), reviewHash, confirmation, idempotencyKey: 'k' }
    expect(await refusal(counter.submit({ ...request, reviewHash: 'f'.repeat(64) }))).toBe('stale-review')
    await counter.fill({ ...mine(id), values: said({ mobile: '13700000000' }) })
    expect(await refusal(counter.submit(request))).toBe('stale-review')
    await counter.fill({ ...mine(id), values: said({ mobile: '13800000000' }) })
    expect(await refusal(counter.submit(request))).toBe('stale-review')
    expect(await rows('outbox')).toEqual([])
  })

  test('ends when staff change the form between card and click', async () => {
    const id = await readyDraft(counter)
    const { reviewHash, confirmation } = await counter.review('mine', id)
    const request = { ...mine(id), reviewHash, confirmation, idempotencyKey: 'k' }
    const declared = { ...SAMPLE, declaration: '我保证所填内容属实，并同意核查。' }
    counter.replace({ ...CONTENT, services: new Map([[declared.id, declared]]) })
    expect(await refusal(counter.submit(request))).toBe('stale-review')
    expect((await counter.show('mine', id)).status).toBe('ready')
  })

  test('ends with the next card', async () => {
    const id = await readyDraft(counter)
    const first = await counter.review('mine', id)
    const second = await counter.review('mine', id)
    expect(second.reviewHash).toBe(first.reviewHash)
    expect(second.confirmation).not.toBe(first.confirmation)
    const { reviewHash } = first
    const submit = (confirmation: string) =>
      refusal(counter.submit({ ...mine(id), reviewHash, confirmation, idempotencyKey: 'k' }))
    expect(await submit(first.confirmation)).toBe('stale-review')
    expect(await submit('guess')).toBe('confirmation-invalid')
    expect(await submit(second.confirmation)).toBe('not refused')
  })

  test('ends after ten minutes', async () => {
    const id = await readyDraft(counter)
    const { reviewHash, confirmation, expiresAt } = await counter.review('mine', id)
    expect(Date.parse(expiresAt) - office.now()).toBe(600_000)
    office.advance(600_000)
    const request = { ...mine(id), reviewHash, confirmation, idempotencyKey: 'k' }
    expect(await refusal(counter.submit(request))).toBe('confirmation-invalid')
  })

  test('of one application does not submit another', async () => {
    const id = await readyDraft(counter)
    const { reviewHash, confirmation } = await counter.review('mine', id)
    const other = await counter.start({
      conversationId: 'mine',
      service: 'sample-allowance',
      values: said({ months: '12' }),
    })
    const request = { ...mine(other.application.id), reviewHash, confirmation, idempotencyKey: 'k' }
    expect(await refusal(counter.submit(request))).toBe('confirmation-invalid')
  })

  test('is stored only as a digest', async () => {
    const { confirmation, code } = await counter.review('mine', await readyDraft(counter))
    const [row] = await office.store.db.selectFrom('confirmations').selectAll().execute()
    expect(Object.values(row ?? {})).not.toContain(confirmation)
    expect(Object.values(row ?? {})).not.toContain(code)
    expect(Buffer.from(confirmation, 'base64url').length).toBeGreaterThanOrEqual(16)
  })
})

describe('the code in a channel without buttons', () => {
  const wrong = (code: string): string => (code === '000000' ? '000001' : '000000')

  test('submits, and typed again gives the same receipt', async () => {
    const id = await readyDraft(counter)
    const { code } = await counter.review('mine', id)
    const receipt = await counter.submitByCode({ conversationId: 'mine', code })
    expect(receipt.applicationId).toBe(id)
    expect(await counter.submitByCode({ conversationId: 'mine', code })).toEqual(receipt)
    expect(await rows('outbox')).toHaveLength(1)
  })

  test('is no use in another conversation', async () => {
    const { code } = await counter.review('mine', await readyDraft(counter))
    expect(await refusal(counter.submitByCode({ conversationId: 'theirs', code }))).toBe('confirmation-invalid')
  })

  test('five wrong codes end the card, also for the right code and the button', async () => {
    const id = await readyDraft(counter)
    const { code, reviewHash, confirmation } = await counter.review('mine', id)
    for (let attempt = 1; attempt <= 5; attempt += 1)
      expect(await refusal(counter.submitByCode({ conversationId: 'mine', code: wrong(code) }))).toBe(
        'confirmation-invalid',
      )
    expect(await refusal(counter.submitByCode({ conversationId: 'mine', code }))).toBe('confirmation-invalid')
    const request = { ...mine(id), reviewHash, confirmation, idempotencyKey: 'k' }
    expect(await refusal(counter.submit(request))).toBe('confirmation-invalid')
    const next = await counter.review('mine', id)
    expect((await counter.submitByCode({ conversationId: 'mine', code: next.code })).applicationId).toBe(id)
  })

  test('after a change the old code files nothing', async () => {
    const id = await readyDraft(counter)
    const { code } = await counter.review('mine', id)
    await counter.fill({ ...mine(id), values: said({ name: '林一' }) })
    expect(await refusal(counter.submitByCode({ conversationId: 'mine', code }))).toBe('stale-review')
  })
})
