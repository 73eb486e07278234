import { expect, test } from 'vitest'
import { isUndecided } from '../../src/city/sandbox/clerk.ts'
import { eventsBy, scheduleOf } from '../../src/city/sandbox/schedule.ts'

const RECEIVED = Date.parse('2026-11-23T02:00:00.000Z')
const MINUTE_MS = 60_000
const online = scheduleOf('online', RECEIVED, 240)
const statuses = (afterMinutes: number, withdrawnAfterMinutes: number | null = null): string[] =>
  eventsBy(
    online,
    withdrawnAfterMinutes === null ? null : RECEIVED + withdrawnAfterMinutes * MINUTE_MS,
    RECEIVED + afterMinutes * MINUTE_MS,
  ).map((event) => event.status)

test('an online filing is accepted at once, approved after a day of work on the city clock, then delivered', () => {
  expect(statuses(0)).toEqual(['accepted'])
  expect(statuses(1.99)).toEqual(['accepted'])
  expect(statuses(2)).toEqual(['accepted', 'approved'])
  expect(statuses(6)).toEqual(['accepted', 'approved', 'delivered'])
})

test('events stay as they were told, whenever she looks', () => {
  const early = eventsBy(online, null, RECEIVED)
  expect(eventsBy(online, null, RECEIVED + 60 * MINUTE_MS).slice(0, early.length)).toEqual(early)
})

test('a filing that ends at the counter waits for her there', () => {
  const appointment = scheduleOf('appointment', RECEIVED, 240)
  expect(eventsBy(appointment, null, RECEIVED + 1_000 * MINUTE_MS).map((event) => event.status)).toEqual(['accepted'])
})

test('she can withdraw until the decision, and nothing happens after that', () => {
  expect(isUndecided(eventsBy(online, null, RECEIVED + MINUTE_MS))).toBe(true)
  expect(isUndecided(eventsBy(online, null, RECEIVED + 2 * MINUTE_MS))).toBe(false)
  expect(statuses(60, 1)).toEqual(['accepted', 'withdrawn'])
})

test('every text says that the system is a demonstration', () => {
  for (const event of eventsBy(online, RECEIVED + MINUTE_MS, RECEIVED)) expect(event.text).toContain('演示系统')
})
