import { expect, test } from 'vitest'
import { compareRuns, holm, mergeRuns, RunProblem } from '../../src/evaluation/index.ts'
import { FINGERPRINT, madeRun, madeTrial } from './support/made-run.ts'

const many = (count: number, passed: (at: number) => boolean, text = '') =>
  madeRun(
    Array.from({ length: count }, (_, at) =>
      madeTrial({
        key: `answers/s${at}/0`,
        passed: passed(at),
        turns: [{ said: '问', text, ending: 'answer', sources: [] }],
      }),
    ),
  )

test('shards become the run they were cut from', () => {
  const whole = many(5, () => true)
  const shards = [0, 1].map((part) => madeRun(whole.trials.filter((_, at) => at % 2 === part)))
  expect(mergeRuns(shards)).toEqual(whole)
})

test('shards of different suites, and the same shard twice, are not put together', () => {
  const one = many(2, () => true)
  expect(() => mergeRuns([one, one])).toThrow(RunProblem)
  expect(() => mergeRuns([one, madeRun([], { ...FINGERPRINT, suites: 'other' })])).toThrow(RunProblem)
  expect(() => mergeRuns([])).toThrow(RunProblem)
})

test('a clerk is told better, worse, or that nobody can tell', () => {
  const verdict = (lost: number) =>
    compareRuns(
      many(30, () => true, 'A'),
      many(30, (at) => at >= lost, 'B'),
    )[0]?.verdict
  expect(verdict(3)).toBe('no-detectable-difference')
  expect(verdict(8)).toBe('worse')
  expect(
    compareRuns(
      many(30, (at) => at >= 8, 'A'),
      many(30, () => true, 'B'),
    )[0]?.verdict,
  ).toBe('better')
})

test('where every reply is the same word for word, the change cannot be measured offline', () => {
  expect(
    compareRuns(
      many(3, () => true),
      many(3, () => true),
    )[0]?.verdict,
  ).toBe('identical')
})

test('trials that only one run has are named, and never averaged in', () => {
  const [comparison] = compareRuns(
    many(3, () => true, 'A'),
    many(5, () => false, 'B'),
  )
  expect(comparison).toMatchObject({ unpaired: 2, paired: { onlyBefore: 3 } })
})

test('several suites are corrected for by Holm', () => {
  expect(holm([0.01, 0.04, 0.03]).map((p) => Number(p.toFixed(3)))).toEqual([0.03, 0.06, 0.06])
})
