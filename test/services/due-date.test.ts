import { describe, expect, test } from 'vitest'
import { dueDate } from '../../src/services/cases/due-date.ts'
import { CALENDAR } from './sample-service.ts'

const LIMIT = { value: 10, unit: 'working-day' } as const

describe('the date a citizen is promised', () => {
  test('is none where the guide has no confirmed limit', () => {
    expect(dueDate(null, [{ status: 'submitted', date: '2026-11-23' }], CALENDAR)).toBeNull()
  })

  test('is expected from submission and runs from acceptance', () => {
    const submitted = { status: 'submitted', date: '2026-11-23' } as const
    expect(dueDate(LIMIT, [submitted], CALENDAR)).toBe('2026-12-07')
    expect(dueDate(LIMIT, [submitted, { status: 'accepted', date: '2026-11-25' }], CALENDAR)).toBe('2026-12-09')
  })

  test('stands still while the citizen brings a missing paper', () => {
    const paused = [
      { status: 'accepted', date: '2026-11-23' },
      { status: 'supplement', date: '2026-11-25' },
    ] as const
    expect(dueDate(LIMIT, paused, CALENDAR)).toBe('2026-12-07')
    const resumed = [...paused, { status: 'accepted', date: '2026-12-01' } as const]
    expect(dueDate(LIMIT, resumed, CALENDAR)).toBe('2026-12-11')
    expect(dueDate({ value: 15, unit: 'day' }, resumed, CALENDAR)).toBe('2026-12-14')
  })
})
