import { describe, expect, test } from 'vitest'
import { baselineOf, judge, passAll, passAny, repeatsOf, scoreRanking, type Run } from '../../src/evaluation/index.ts'
import { FINGERPRINT, madeCheck, madeRun, madeTrial } from './support/made-run.ts'

test('9 of 10 all right five times is one in two, and not (9/10)⁵', () => {
  expect(passAll(9, 10, 5)).toBeCloseTo(0.5)
  expect(passAny(1, 10, 5)).toBeCloseTo(0.5)
  expect([passAll(10, 10, 5), passAll(4, 10, 5), passAny(0, 10, 5), passAny(6, 10, 5)]).toEqual([1, 0, 0, 1])
})

test('with fewer trials than k nothing is claimed', () => {
  expect([passAll(4, 4, 5), passAny(4, 4, 5)]).toEqual([Number.NaN, Number.NaN])
})

/** A trial with its repeats: true passed, false failed, null ended in an error. */
function trials(key: string, ...passed: readonly (boolean | null)[]): Run['trials'] {
  return passed.map((one, at) => ({
    ...madeTrial({
      key: at === 0 ? key : `${key}@${at + 1}`,
      checks: [madeCheck('fact:fee', one === true, '工本费：说错了')],
      severity: 'critical',
    }),
    passed: one,
    ...(at === 0 ? {} : { repeat: at + 1 }),
  }))
}

test('what passes now and then is listed, and an error is no failed repeat', () => {
  const repeats = repeatsOf([
    ...trials('answers/a/0', true, true),
    ...trials('answers/b/0', true, false),
    ...trials('answers/c/0', true, null),
  ])
  expect(repeats?.flaky).toEqual([{ key: 'answers/b/0', passed: 1, of: 2 }])
  expect(repeats?.passAll).toBeCloseTo(0.5)
  expect(repeats?.passAny).toBe(1)
  expect(repeatsOf(trials('answers/a/0', true))).toBeUndefined()
})

test('the same in other words counts as the same played again', () => {
  const seeds = (sample: string, ...passed: readonly boolean[]): Run['trials'] =>
    passed.map((one, seed) => ({
      ...madeTrial({ key: `services/${sample}/terse/${seed}`, checks: [], severity: 'critical' }),
      passed: one,
      seed,
    }))
  const repeats = repeatsOf([...seeds('a', true, true, true), ...seeds('b', true, false, true)])
  expect(repeats).toMatchObject({ k: 3, passAll: 0.5, passAny: 1 })
  expect(repeats?.flaky).toEqual([{ key: 'services/b/terse', passed: 2, of: 3 }])
})

describe('the gate of a language model', () => {
  const engine = { ...FINGERPRINT, engine: 'openai:m' }
  const steadyRun = (lost: number, repeats = 3): Run =>
    madeRun(
      Array.from({ length: 20 }, (_, at) =>
        trials(`answers/s${at}/0`, ...Array.from({ length: repeats }, () => at >= lost)),
      ).flat(),
      engine,
    )

  test('keeps a baseline of pass counts, one line a trial', () => {
    const baseline = baselineOf(steadyRun(1), '样例')
    expect(Object.keys(baseline.trials)).toHaveLength(20)
    expect(baseline.trials['answers/s0/0']).toMatchObject({ passed: false, repeats: [0, 3] })
  })

  test('does not fail for one answer that came out otherwise this time', () => {
    const baseline = baselineOf(steadyRun(0), '样例')
    const once = madeRun([...trials('answers/s0/0', false, true, true), ...steadyRun(0).trials.slice(3)], engine)
    expect(judge(once, baseline, { whole: true }).code).toBe(0)
  })

  test('fails for a critical trial that always passed and never does now', () => {
    const { code, reasons } = judge(steadyRun(1), baselineOf(steadyRun(0), '样例'), { whole: true })
    expect(code).toBe(1)
    expect(reasons).toEqual([
      expect.stringContaining('answers/s0/0 原来每次都通过，现在 3 次都不通过：[fact:fee] 工本费：说错了'),
    ])
  })

  test('fails for a suite that is worse beyond chance, with single trials', () => {
    const { code, reasons } = judge(steadyRun(7, 1), baselineOf(steadyRun(0, 1), '样例'), { whole: true })
    expect(code).toBe(1)
    expect(reasons).toEqual([expect.stringContaining('answers 变差了：变差 7 条')])
    expect(judge(steadyRun(5, 1), baselineOf(steadyRun(0, 1), '样例'), { whole: true }).code).toBe(0)
  })
})

test('a ranking is scored by what states the fact, and by the guide', () => {
  const shelf = ['id#fees', 'id#time', 'id#who']
  const relevant = { 'id#fees': 2, id: 1 }
  const score = (...found: readonly string[]) => scoreRanking({ found, shelf, relevant, k: 3 })
  expect(score('id#fees', 'id#time', 'id#who')).toEqual({ recall: 1, mrr: 1, ndcg: 1 })
  expect(score('other#fees', 'id#fees')).toMatchObject({ recall: 1, mrr: 0.5 })
  // DCG 1 + 3/log2(3) of the ideal 3 + 1/log2(3) + 1/2.
  expect(score('id#time', 'id#fees').ndcg).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3) + 0.5))
  expect(score('other#fees')).toEqual({ recall: 0, mrr: 0, ndcg: 0 })
})
