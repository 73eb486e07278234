import { describe, expect, test } from 'vitest'
import { Baseline, baselineOf, judge, printBaseline } from '../../src/evaluation/index.ts'
import { FINGERPRINT, madeCheck as check, madeRun as run, madeTrial as trial } from './support/made-run.ts'

const good = [
  trial({ key: 'answers/permit-fee/0', checks: [check('fact:fee', true), check('cited-facts', true)] }),
  trial({ key: 'refusals/medical/twin-0', checks: [check('not-refused', true)] }),
  trial({ key: 'services/permit/terse/0', checks: [check('record', true)] }),
]
const baseline = baselineOf(run(good), 'the first')

describe('a planted regression of each kind turns the gate red with a message that names it', () => {
  const planted: readonly (readonly [string, number, ReturnType<typeof check>])[] = [
    ['a fee changed', 0, check('fact:fee', false, '工本费 = 20 CNY：说错了')],
    ['a citation moved', 0, check('cited-facts', false, '所引小节里没有：工本费20元')],
    ['an over-refusal', 1, check('not-refused', false, '该答而没答：out-of-scope')],
    ['an application field dropped', 2, check('record', false, 'mobile：应为 13800000000，实为 空')],
  ]
  for (const [name, at, failed] of planted)
    test(name, () => {
      const worse = good.with(at, trial({ key: good[at]?.key ?? '', checks: [failed] }))
      const { code, reasons } = judge(run(worse), baseline, { whole: true })
      expect(code).toBe(1)
      expect(reasons).toHaveLength(1)
      expect(reasons[0]).toContain(good[at]?.key)
      expect(reasons[0]).toContain(failed.message)
    })

  test('a lost sample', () => {
    const { code, reasons } = judge(run(good.slice(1)), baseline, { whole: true })
    expect(code).toBe(1)
    expect(reasons[0]).toContain('answers/permit-fee/0')
  })

  test('new forbidden words in an answer that failed before', () => {
    const failing = run([trial({ key: 'answers/a/0', checks: [check('fact:fee', false)] })])
    const worse = run([
      trial({
        key: 'answers/a/0',
        checks: [check('fact:fee', false), check('must-not-1', false, '说了不该说的：保证办成')],
      }),
    ])
    const { code, reasons } = judge(worse, baselineOf(failing, 'known'), { whole: true })
    expect(code).toBe(1)
    expect(reasons[0]).toContain('保证办成')
  })
})

describe('what is no failure is told apart from one', () => {
  test('the same again is as good', () => {
    expect(judge(run(good), baseline, { whole: true })).toMatchObject({ code: 0, reasons: [] })
  })

  test('a part of the suites misses nothing it was not asked for', () => {
    expect(judge(run(good.slice(1)), baseline, { whole: false }).code).toBe(0)
  })

  test('a sample in quarantine fails no gate', () => {
    const quarantined = good.with(
      0,
      trial({ key: 'answers/permit-fee/0', checks: [check('x', false)], quarantined: true }),
    )
    expect(judge(run(quarantined), baseline, { whole: true }).code).toBe(0)
  })

  test('errors are no failures: too many of them make the run say nothing', () => {
    const broken = good.with(0, { ...trial({ key: 'answers/permit-fee/0' }), passed: null, error: 'the model is away' })
    const { code, reasons } = judge(run(broken), baseline, { whole: true })
    expect(code).toBe(3)
    expect(reasons[0]).toContain('the model is away')
  })

  test('nothing scored is never a pass', () => {
    expect(judge(run([]), baseline, { whole: true }).code).toBe(5)
  })

  test('a baseline that is missing, of another engine or of another scorer cannot be compared with', () => {
    expect(judge(run(good), undefined, { whole: true }).code).toBe(4)
    expect(judge(run(good, { ...FINGERPRINT, engine: 'openai' }), baseline, { whole: true }).code).toBe(4)
    expect(judge(run(good, { ...FINGERPRINT, scorer: 2 }), baseline, { whole: true }).code).toBe(4)
  })
})

test('a baseline reads back as it was written, sorted and one line a trial', () => {
  const text = printBaseline(baseline)
  expect(Baseline.parse(JSON.parse(text))).toEqual(baseline)
  expect(text).toBe(printBaseline(baselineOf(run(good.toReversed()), 'the first')))
  expect(text.split('\n').filter((line) => line.startsWith('"'))).toHaveLength(3)
})

test('fewer than six flips one way are never called a difference', () => {
  const flips = (count: number): number | undefined => {
    const before = run(Array.from({ length: 20 }, (_, at) => trial({ key: `answers/s${at}/0` })))
    const after = run(before.trials.map((one, at) => (at < count ? { ...one, passed: false } : one)))
    return judge(after, baselineOf(before, 'x'), { whole: true }).paired?.p
  }
  expect(flips(5)).toBeCloseTo(0.0625)
  expect(flips(6)).toBeCloseTo(0.031, 3)
})
