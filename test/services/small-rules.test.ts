import { describe, expect, test } from 'vitest'
import { backoffMs } from '../../src/services/filing/backoff.ts'
import { canonicalJson } from '../../src/services/filing/canonical-json.ts'
import { deriveValue } from '../../src/services/forms/derive-value.ts'
import { createInTurn } from '../../src/services/in-turn.ts'
import { createPace } from '../../src/services/cases/pace.ts'

describe('what an identity number says', () => {
  test('birth date, sex, and age reached on the birthday itself', () => {
    expect(deriveValue('350203199001010018', 'birth-date', '2026-11-23')).toBe('1990-01-01')
    expect(deriveValue('350203199001010018', 'sex', '2026-11-23')).toBe('男')
    expect(deriveValue('350206198812300021', 'sex', '2026-11-23')).toBe('女')
    expect(deriveValue('350206198812300021', 'age', '2026-12-29')).toBe('37')
    expect(deriveValue('350206198812300021', 'age', '2026-12-30')).toBe('38')
  })

  test('nothing when the number has another form', () => {
    expect(deriveValue('E12345678', 'birth-date', '2026-11-23')).toBeUndefined()
  })
})

describe('canonical JSON', () => {
  test('does not depend on the order of keys, but on the order of lists', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 1, c: 2 }] })).toBe(canonicalJson({ a: [{ c: 2, d: 1 }], b: 1 }))
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
  })
})

describe('pauses', () => {
  test('between tries double up to five minutes, less a random half', () => {
    expect(backoffMs(1, 0)).toBe(1000)
    expect(backoffMs(4, 0)).toBe(8000)
    expect(backoffMs(4, 1)).toBe(4000)
    expect(backoffMs(1000, 0)).toBe(300_000)
  })

  test('between questions about a case grow while nothing happens and are short again after news', () => {
    let now = 0
    const pace = createPace(() => now)
    const pauses = [true, false, false, true].map((news) => {
      pace.note('case', news)
      const asked = now
      while (!pace.isDue('case')) now += 1000
      return now - asked
    })
    expect(pauses).toEqual([2000, 4000, 8000, 2000])
  })
})

describe('work in turn', () => {
  test('never overlaps for one key, and a failure does not stop the next', async () => {
    const inTurn = createInTurn()
    const log: string[] = []
    const work = (name: string, fails: boolean) => async () => {
      log.push(`${name} begins`)
      await Promise.resolve()
      log.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
    const results = await Promise.allSettled([inTurn('a', work('1', true)), inTurn('a', work('2', false))])
    expect(log).toEqual(['1 begins', '1 ends', '2 begins', '2 ends'])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })
})
