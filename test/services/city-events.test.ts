import { expect, test } from 'vitest'
import { file, openOffice, readyDraft } from './open-counter.ts'

const at = (hour: number): string => `2026-11-24T0${hour}:00:00.000Z`

/** A filed case whose city has it. */
async function filedCase() {
  const office = await openOffice()
  const id = await readyDraft(office.counter)
  const { receiptNumber } = await file(office.counter, id)
  await office.counter.deliver()
  const read = async () => {
    await office.counter.deliver()
    const [view] = await office.counter.cases('mine')
    return view
  }
  return { ...office, receiptNumber, read }
}

test('an event told twice happens once', async () => {
  const { city, receiptNumber, read } = await filedCase()
  city.say(receiptNumber, { at: at(1), status: 'accepted' })
  await read()
  city.say(receiptNumber, { at: at(1), status: 'accepted' }, { at: at(1), status: 'accepted' })
  const view = await read()
  expect(view?.status).toBe('accepted')
  expect(view?.events.filter(({ status }) => status === 'accepted')).toHaveLength(1)
})

test('events told out of order are taken in the order in which they happened', async () => {
  const { city, receiptNumber, read } = await filedCase()
  city.say(receiptNumber, { at: at(3), status: 'approved' }, { at: at(1), status: 'accepted' })
  const view = await read()
  expect(view?.status).toBe('approved')
  expect(view?.events.map(({ status }) => status)).toEqual(['submitted', 'submitted', 'accepted', 'approved'])
})

test('an event that comes late moves nothing back', async () => {
  const { city, receiptNumber, read } = await filedCase()
  city.say(receiptNumber, { at: at(2), status: 'accepted' }, { at: at(3), status: 'approved' })
  await read()
  city.say(receiptNumber, { at: at(1), status: 'supplement' })
  expect((await read())?.status).toBe('approved')
})

test('a due date in a year whose holidays are not out says that it is provisional', async () => {
  const { counter } = await openOffice()
  const receipt = await file(counter, await readyDraft(counter))
  expect(receipt.dueProvisional).toBe(receipt.dueBy !== null && !receipt.dueBy.startsWith('2026'))
})
