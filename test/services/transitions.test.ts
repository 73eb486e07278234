import { describe, expect, test } from 'vitest'
import { APPLICATION_STATUSES } from '../../src/services/index.ts'
import { mayMove } from '../../src/services/transitions.ts'

describe('changes of status', () => {
  test('only the citizen submits, and only a draft', () => {
    for (const from of APPLICATION_STATUSES) {
      expect(mayMove(from, 'submitted', 'citizen')).toBe(from === 'draft' || from === 'ready')
      expect(mayMove(from, 'submitted', 'city')).toBe(false)
      expect(mayMove(from, 'submitted', 'clock')).toBe(false)
    }
  })

  test('the city cannot touch a draft, and nobody reopens a decision', () => {
    for (const to of APPLICATION_STATUSES) {
      expect(mayMove('draft', to, 'city')).toBe(false)
      for (const mover of ['citizen', 'city', 'clock'] as const)
        for (const final of ['rejected', 'delivered', 'returned', 'not-accepted', 'expired'] as const)
          expect(mayMove(final, to, mover)).toBe(false)
    }
  })

  test('a case may be withdrawn until it is being decided', () => {
    const open = APPLICATION_STATUSES.filter((from) => mayMove(from, 'withdrawn', 'citizen'))
    expect(open).toEqual(['draft', 'ready', 'submitted', 'accepted', 'supplement'])
  })
})
