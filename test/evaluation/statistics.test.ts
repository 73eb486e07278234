import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePaired, mcNemar } from '../../src/evaluation/statistics/paired.ts'
import { wilson } from '../../src/evaluation/statistics/wilson.ts'

test.each([
  [60, 60, 94.0, 100],
  [57, 60, 86.3, 98.3],
  [190, 200, 91.0, 97.3],
  [300, 300, 98.7, 100],
])('%i of %i really lies between %f %% and %f %%', (count, of, low, high) => {
  const interval = wilson(count, of)
  expect(interval.low * 100).toBeCloseTo(low, 1)
  expect(interval.high * 100).toBeCloseTo(high, 1)
})

test('nothing counted is no share, and no zero', () => {
  expect(wilson(0, 0).share).toBeNaN()
})

test('an interval holds its share and lies within 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (count, more) => {
      fc.pre(count + more > 0)
      const { share, low, high } = wilson(count, count + more)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(share + 1e-12)
      expect(high).toBeGreaterThanOrEqual(share - 1e-12)
      expect(high).toBeLessThanOrEqual(1)
    }),
  )
})

test.each([
  [0, 5, 0.0625],
  [0, 6, 0.03125],
  [1, 8, 0.0391],
  [2, 10, 0.0386],
  [0, 0, 1],
])('%i flips against %i have p = %f', (b, c, p) => {
  expect(mcNemar(b, c)).toBeCloseTo(p, 3)
  expect(mcNemar(c, b)).toBe(mcNemar(b, c))
})

test('trials of one cluster do not make the difference surer', () => {
  const flips = Array.from({ length: 8 }, () => ({ before: true, after: false }))
  const steady = Array.from({ length: 8 }, (_, at) => ({ cluster: `s${at}`, before: true, after: true }))
  const apart = comparePaired([...flips.map((pair, at) => ({ ...pair, cluster: `c${at}` })), ...steady])
  const together = comparePaired([...flips.map((pair) => ({ ...pair, cluster: 'c' })), ...steady])
  expect(together.difference).toBe(apart.difference)
  expect(together.high - together.low).toBeGreaterThan(apart.high - apart.low)
})

test('one cluster alone has no interval', () => {
  expect(comparePaired([{ cluster: 'one', before: true, after: false }]).low).toBeNaN()
})

test('a comparison does not depend on the order of the trials', () => {
  const pair = fc.record({ cluster: fc.constantFrom('a', 'b', 'c'), before: fc.boolean(), after: fc.boolean() })
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2 }), (pairs) => {
      const forward = comparePaired(pairs)
      const backward = comparePaired(pairs.toReversed())
      expect(backward.p).toBe(forward.p)
      expect(backward.difference).toBeCloseTo(forward.difference, 12)
    }),
  )
})
