import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addLimit, isWorkingDay, shanghaiDate } from '../../src/services/cases/working-days.ts'
import { CALENDAR } from './sample-service.ts'

describe('days that count', () => {
  test('the date is that of Xiamen, also just after midnight there', () => {
    expect(shanghaiDate(Date.parse('2026-11-22T15:59:59Z'))).toBe('2026-11-22')
    expect(shanghaiDate(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
  })

  test.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2027-01-01', false, 'a public holiday'],
    ['2027-01-03', true, 'a Sunday worked for a holiday'],
  ])('%s is open: %s (%s)', (date, open) => expect(isWorkingDay(date, CALENDAR)).toBe(open))

  test('the day after is day 1', () => {
    expect(addLimit('2026-11-23', { value: 1, unit: 'working-day' }, CALENDAR)).toBe('2026-11-24')
    expect(addLimit('2026-11-27', { value: 1, unit: 'working-day' }, CALENDAR)).toBe('2026-11-30')
    expect(addLimit('2026-11-23', { value: 15, unit: 'day' }, CALENDAR)).toBe('2026-12-08')
  })

  test('holidays are skipped and make-up workdays count', () => {
    expect(addLimit('2026-12-31', { value: 1, unit: 'working-day' }, CALENDAR)).toBe('2027-01-03')
    expect(addLimit('2026-12-31', { value: 2, unit: 'working-day' }, CALENDAR)).toBe('2027-01-04')
  })

  test('a limit of working days ends on a working day and holds exactly that many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 90 }), (offset, value) => {
        const from = addDays('2026-01-01', offset)
        const due = addLimit(from, { value, unit: 'working-day' }, CALENDAR)
        let counted = 0
        for (let date = addDays(from, 1); date <= due; date = addDays(date, 1))
          if (isWorkingDay(date, CALENDAR)) counted += 1
        expect(isWorkingDay(due, CALENDAR)).toBe(true)
        expect(counted).toBe(value)
      }),
    )
  })
})
