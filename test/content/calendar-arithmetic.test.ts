import { expect, test } from 'vitest'
import { daysBetween, fullMonthsBetween, yearsOfAge } from '../../src/content/index.ts'

test.each([
  ['2010-11-23', '2026-11-23', 16],
  ['2010-11-24', '2026-11-23', 15],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
])('somebody born on %s is on %s %i years of age', (birth, today, age) => {
  expect(yearsOfAge(birth, today)).toBe(age)
})

test.each([
  ['2026-05-23', '2026-11-23', 6],
  ['2026-05-24', '2026-11-23', 5],
  ['2025-08-31', '2026-02-28', 6],
  ['2026-01-31', '2026-04-30', 3],
  ['2026-11-23', '2026-05-23', -6],
])('from %s to %s are %i full months', (from, to, months) => {
  expect(fullMonthsBetween(from, to)).toBe(months)
})

test('days are counted over leap days and backwards', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3)
})

test('a text that is no date is refused', () => {
  expect(() => yearsOfAge('2010', '2026-11-23')).toThrow(RangeError)
})
