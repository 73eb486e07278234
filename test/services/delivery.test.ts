import { beforeEach, describe, expect, test } from 'vitest'
import type { Counter } from '../../src/services/index.ts'
import { file, openOffice, readyDraft, refusal, type Office } from './open-counter.ts'
import { ADULT_ID, said } from './sample-citizen.ts'

let office: Office
let counter: Counter

beforeEach(async () => {
  office = await openOffice()
  counter = office.counter
})

const fileOne = async () => {
  const id = await readyDraft(counter)
  return { id, ...(await file(counter, id)) }
}
const statusOf = async (id: string) => (await counter.show('mine', id)).status
const at = (day: string) => `${day}T02:00:00.000Z`

describe('delivery to the approval system', () => {
  test('brings exactly what was confirmed, canonical values in full', async () => {
    const { receiptNumber } = await fileOne()
    expect(await counter.deliver()).toEqual({ delivered: 1, waiting: 0 })
    const [filing] = office.city.filings.values()
    const body = JSON.parse(filing?.body ?? '') as { values: { id: string; value: string }[]; receiptNumber: string }
    expect(body).toMatchObject({ receiptNumber, department: '样例局', itemCode: 'SAMPLE-1', completion: 'online' })
    expect(Object.fromEntries(body.values.map(({ id, value }) => [id, value]))).toMatchObject({
      situation: 'first-issue',
      citizenId: ADULT_ID,
      birthDate: '1990-01-01',
    })
    const [view] = await counter.cases('mine')
    expect(view?.events.map(({ text }) => text)).toEqual(['已提交，正在送往受理部门。', '受理部门的系统已收到。'])
  })

  test('waits while the city is down, backs off, and arrives once it is back', async () => {
    const { id } = await fileOne()
    office.city.down(true)
    expect(await counter.deliver()).toEqual({ delivered: 0, waiting: 1 })
    expect(await statusOf(id)).toBe('submitted')
    office.city.down(false)
    expect(await counter.deliver()).toEqual({ delivered: 0, waiting: 1 })
    office.advance(1000)
    expect(await counter.deliver()).toEqual({ delivered: 1, waiting: 0 })
  })

  test('an answer that got lost leads to a second post and one filing', async () => {
    await fileOne()
    office.city.loseNextAnswer()
    expect(await counter.deliver()).toEqual({ delivered: 0, waiting: 1 })
    office.advance(1000)
    expect(await counter.deliver()).toEqual({ delivered: 1, waiting: 0 })
    expect(office.city.posts()).toBe(2)
    expect(office.city.filings.size).toBe(1)
  })

  test('two processes share the outbox and post each filing once', async () => {
    const second = await office.another()
    for (let index = 0; index < 5; index += 1) {
      const { application } = await counter.start({
        conversationId: 'mine',
        service: 'sample-allowance',
        values: said({ name: '陈小样', mobile: '13800000000', months: '12' }),
      })
      await file(counter, application.id, `key-${index}`)
    }
    const results = await Promise.all([counter.deliver(), second.deliver(), counter.deliver(), second.deliver()])
    expect(results.reduce((total, { delivered }) => total + delivered, 0)).toBe(5)
    expect(office.city.posts()).toBe(5)
    expect(office.city.filings.size).toBe(5)
  })

  test('a letter claimed by a process that died is sent by another after a minute', async () => {
    await fileOne()
    await office.store.db
      .updateTable('outbox')
      .set({ attempts: 1, nextAt: office.now() + 60_000 })
      .execute()
    expect(await counter.deliver()).toEqual({ delivered: 0, waiting: 1 })
    office.advance(60_000)
    expect(await counter.deliver()).toEqual({ delivered: 1, waiting: 0 })
  })

  test('a filing the city forgot is sent again', async () => {
    await fileOne()
    await counter.deliver()
    office.city.forget()
    await counter.deliver()
    expect(await counter.deliver()).toEqual({ delivered: 1, waiting: 0 })
    expect(office.city.filings.size).toBe(1)
  })
})

describe('progress', () => {
  test('moves the case and its due date, and pauses while a paper is missing', async () => {
    const { id, receiptNumber } = await fileOne()
    office.city.say(receiptNumber, { at: at('2026-11-24'), status: 'accepted' })
    await counter.deliver()
    expect(await counter.show('mine', id)).toMatchObject({ status: 'accepted', dueBy: '2026-12-08' })
    office.city.say(receiptNumber, { at: at('2026-11-25'), status: 'supplement' })
    await counter.deliver()
    expect(await counter.show('mine', id)).toMatchObject({ status: 'supplement', dueBy: '2026-12-08' })
    office.city.say(receiptNumber, { at: at('2026-12-01'), status: 'accepted' })
    await counter.deliver()
    expect(await counter.show('mine', id)).toMatchObject({ status: 'accepted', dueBy: '2026-12-14' })
  })

  test('the same news read twice is one event; an illegal move is noted and changes nothing', async () => {
    const { id, receiptNumber } = await fileOne()
    office.city.say(
      receiptNumber,
      { at: at('2026-11-24'), status: 'approved' },
      { at: at('2026-11-25'), status: 'supplement' },
    )
    const second = await office.another()
    await Promise.all([counter.deliver(), second.deliver()])
    await counter.deliver()
    expect(await statusOf(id)).toBe('approved')
    const [view] = await counter.cases('mine')
    expect(view?.events.map(({ status }) => status)).toEqual(['submitted', 'submitted', 'approved'])
    office.city.say(receiptNumber, { at: at('2026-11-26'), status: 'delivered' })
    await counter.deliver()
    expect(await statusOf(id)).toBe('delivered')
  })
})

describe('a case', () => {
  test('is found by receipt number and query code together, and wrong tries look alike', async () => {
    const { receiptNumber, queryCode } = await fileOne()
    expect(await counter.caseByCode(receiptNumber.toLowerCase(), ` ${queryCode.toLowerCase()}`)).toMatchObject({
      receiptNumber,
      title: '样例通行证',
      status: 'submitted',
    })
    const wrongs = [
      [receiptNumber, 'AAAAAAAA'],
      [receiptNumber, ''],
      ['XM20261123-AAAAAAAAA', queryCode],
      ['', ''],
    ] as const
    const errors = await Promise.all(
      wrongs.map(([number, code]) => counter.caseByCode(number, code).catch((error: unknown) => error)),
    )
    expect(new Set(errors.map((error) => (error as Error).message)).size).toBe(1)
    expect(await refusal(counter.caseByCode(receiptNumber, 'AAAAAAAA'))).toBe('not-found')
  })

  test('is withdrawn here at once and at the city after the filing arrived there', async () => {
    const { id, receiptNumber } = await fileOne()
    const view = await counter.withdraw({ conversationId: 'mine', applicationId: id, reason: '不办了' })
    expect(view.status).toBe('withdrawn')
    expect(await counter.deliver()).toEqual({ delivered: 2, waiting: 0 })
    expect(office.city.withdrawals).toEqual([receiptNumber])
    expect(await refusal(counter.withdraw({ conversationId: 'mine', applicationId: id, reason: '' }))).toBe('conflict')
  })

  test('withdrawn too late ends as the city decided', async () => {
    const { id, receiptNumber } = await fileOne()
    await counter.deliver()
    await counter.withdraw({ conversationId: 'mine', applicationId: id, reason: '' })
    office.city.decided()
    office.city.say(
      receiptNumber,
      { at: at('2026-11-24'), status: 'accepted' },
      { at: at('2026-11-24'), status: 'approved' },
    )
    expect(await counter.deliver()).toEqual({ delivered: 1, waiting: 0 })
    expect(await statusOf(id)).toBe('approved')
  })

  test('a draft cannot be withdrawn as a case', async () => {
    const id = await readyDraft(counter)
    expect(await refusal(counter.withdraw({ conversationId: 'mine', applicationId: id, reason: '' }))).toBe('conflict')
  })
})
