import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCondition, conditionMistake } from '../../src/content/condition.ts'
import type { ConditionField } from '../../src/content/condition.ts'

const TODAY = '2026-11-23'
const FIELDS: readonly ConditionField[] = [
  { id: 'situation', element: 'choice', options: [{ id: 'first' }, { id: 'again' }] },
  { id: 'married', element: 'yes-no' },
  { id: 'months', element: 'number' },
  { id: 'birthDate', element: 'date' },
  { id: 'since', element: 'date' },
]

const asked = (expression: string, values: Record<string, string>) =>
  compileCondition(expression, FIELDS).evaluate(values, TODAY)

describe('a condition', () => {
  test('reads yes-no, numbers, choices and dates of the form', () => {
    expect(asked('married', { married: 'true' })).toBe(true)
    expect(asked('married == false', { married: 'true' })).toBe(false)
    expect(asked('months >= 12', { months: '12' })).toBe(true)
    expect(asked('situation == "first"', { situation: 'again' })).toBe(false)
    expect(asked('age(birthDate) >= 16', { birthDate: '2010-11-23' })).toBe(true)
    expect(asked('age(birthDate) >= 16', { birthDate: '2010-11-24' })).toBe(false)
    expect(asked('monthsSince(since) < 6', { since: '2026-05-24' })).toBe(true)
    expect(asked('monthsOver(since) >= 6', { since: '2026-05-22' })).toBe(true)
    expect(asked('daysUntil(since) > 90 || daysSince(since) > 365', { since: '2027-02-22' })).toBe(true)
    expect(asked('today >= "2026-09-20"', {})).toBe(true)
  })
  test('leaves a citizen the whole last day of a limit in months', () => {
    expect(asked('monthsOver(since) >= 12', { since: '2025-11-23' })).toBe(false)
    expect(asked('monthsOver(since) >= 12', { since: '2025-11-22' })).toBe(true)
    expect(asked('monthsOver(since) >= 1', { since: '2026-10-23' })).toBe(false)
  })
  test('names the fields it rests on, each once', () => {
    expect(compileCondition('married || (months > 1 && months < 9 && today > "2026")', FIELDS).references).toEqual([
      'married',
      'months',
    ])
  })
  test('stays unknown only while the missing answer matters', () => {
    expect(asked('married || months >= 12', { married: 'true' })).toBe(true)
    expect(asked('months >= 12 || married', { married: 'true' })).toBe(true)
    expect(asked('married && months >= 12', { married: 'false' })).toBe(false)
    expect(asked('months >= 12 && married', { married: 'false' })).toBe(false)
    expect(asked('married && months >= 12', { married: 'true' })).toBe('unknown')
    expect(asked('months >= 12', { months: '' })).toBe('unknown')
  })
  test('never takes back a verdict when more becomes known', () => {
    const leaf = fc.constantFrom(
      'married',
      'months >= 12',
      'age(birthDate) < 16',
      'situation == "first"',
      'monthsSince(since) < 6',
    )
    const expression = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom('&&', '||'), tie('tree'))
          .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
        tie('tree').map((inner) => `!(${inner})`),
      ),
    })).tree
    const complete = fc.record({
      situation: fc.constantFrom('first', 'again'),
      married: fc.constantFrom('true', 'false'),
      months: fc.nat(60).map(String),
      birthDate: fc.constantFrom('1990-01-01', '2015-02-28'),
      since: fc.constantFrom('2026-10-01', '2020-02-29'),
    })
    fc.assert(
      fc.property(expression, complete, fc.subarray(FIELDS.map(({ id }) => id)), (text, values, kept) => {
        const condition = compileCondition(text, FIELDS)
        const partial = condition.evaluate(
          Object.fromEntries(Object.entries(values).filter(([id]) => kept.includes(id))),
          TODAY,
        )
        const full = condition.evaluate(values, TODAY)
        expect(full).toBeTypeOf('boolean')
        expect([full, 'unknown']).toContain(partial)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a mistake in a condition is told in plain words:', () => {
  test.each([
    ['maried', 'there is no field "maried"; perhaps "married"'],
    ['months', 'it gives double, not yes or no'],
    ['situation == "frist"', '"frist" is no option of situation; perhaps "first"'],
    ['situation in ["first", "third"]', '"third" is no option of situation; the options are first, again'],
  ])('%s', (expression, mistake) => {
    expect(conditionMistake(expression, FIELDS)).toBe(mistake)
  })
  test.each(['months >', 'age(months) > 3', 'shout(married)', 'married > 3'])('%s', (expression) => {
    expect(conditionMistake(expression, FIELDS)).toBeTypeOf('string')
    expect(() => compileCondition(expression, FIELDS)).toThrow(expression)
  })
})
