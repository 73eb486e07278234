import { describe, expect, test } from 'vitest'
import { Baseline, baselineOf, judge, printBaseline, verdictOf } from '../../src/evaluation/index.ts'
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

  describe('in an answer that failed before', () => {
    const wrong = (name: string, contradicts: string) => ({
      ...check(name, false, '说错了'),
      evidence: contradicts,
      contradicts,
    })
    const known = (...failed: readonly ReturnType<typeof check>[]) =>
      baselineOf(run([trial({ key: 'answers/a/0', checks: [...failed] })]), 'known')
    const verdict = (before: Baseline, ...failed: readonly ReturnType<typeof check>[]) =>
      judge(run([trial({ key: 'answers/a/0', checks: [...failed] })]), before, { whole: true })

    test('new forbidden words', () => {
      const before = known(check('fact:fee', false))
      const { code, reasons } = verdict(before, check('fact:fee', false), wrong('must-not-1', '保证办成'))
      expect([code, reasons]).toEqual([1, [expect.stringMatching(/answers\/a\/0 .*\[must-not-1\].*“保证办成”/)]])
    })

    test('a wrong fee where another section was cited before', () => {
      const { code, reasons } = verdict(
        known(check('cited-sections', false)),
        check('cited-sections', false),
        wrong('fact:fee', '工本费200元'),
      )
      expect([code, reasons]).toEqual([1, [expect.stringMatching(/\[fact:fee\].*“工本费200元”/)]])
    })

    test('a wrong fee where the fee was not said before', () => {
      const { code, reasons } = verdict(known(check('fact:fee', false)), wrong('fact:fee', '工本费200元'))
      expect([code, reasons]).toEqual([1, [expect.stringContaining('“工本费200元”')]])
    })

    test('another wrong fee than before', () => {
      expect(verdict(known(wrong('fact:fee', '工本费200元')), wrong('fact:fee', '工本费300元')).code).toBe(1)
    })

    test('the same mistake again, or less of one, is no loss', () => {
      const before = known(wrong('fact:fee', '工本费200元'), check('cited-sections', false))
      expect(verdict(before, wrong('fact:fee', '工本费200元')).code).toBe(0)
      expect(verdict(before, check('fact:fee', false)).code).toBe(0)
      expect(Baseline.parse(JSON.parse(printBaseline(before))).trials['answers/a/0']?.failed).toEqual({
        'fact:fee': { contradicts: '工本费200元' },
        'cited-sections': 'missing',
      })
    })
  })
})

describe('the baseline accepts nothing in silence', () => {
  test('a sample that expects something else is named, compared with nothing, and has to be blessed', () => {
    const weaker = good.with(
      0,
      trial({ key: 'answers/permit-fee/0', checks: [check('fact:fee', true)], expects: 'weaker' }),
    )
    const decision = judge(run(weaker), baseline, { whole: true })
    expect(decision).toMatchObject({ code: 4, standing: { changed: 1, changedFailing: 0 } })
    expect(decision.reasons).toEqual([expect.stringMatching(/^answers\/permit-fee 的要求改了，1 条.*bless --reason/)])
    expect(judge(run(weaker), baselineOf(run(weaker), '审过'), { whole: true }).code).toBe(0)
  })

  test('a new critical sample that fails turns the gate red until it is blessed; another one is counted', () => {
    const added = (severity: 'critical' | 'normal') =>
      run([...good, trial({ key: 'answers/new/0', severity, checks: [check('fact:fee', false, '说错了')] })])
    const { code, reasons } = judge(added('critical'), baseline, { whole: true })
    expect([code, reasons]).toEqual([1, [expect.stringMatching(/answers\/new\/0 是新的重要样本.*说错了/)]])
    expect(judge(added('critical'), baselineOf(added('critical'), '认下'), { whole: true }).code).toBe(0)
    const normal = judge(added('normal'), baseline, { whole: true })
    expect(normal).toMatchObject({ code: 0, standing: { fresh: 1, freshFailing: 1 } })
  })

  test('the verdict says 通过 only where nothing fails, and counts what was accepted, is new, changed and gone', () => {
    const failing = trial({ key: 'answers/b/0', checks: [check('fact:fee', false)] })
    const accepted = baselineOf(run([...good, failing]), '认下')
    expect(verdictOf(judge(run(good), baseline, { whole: true }))).toMatch(/^通过/)
    const words = verdictOf(judge(run([...good, failing]), accepted, { whole: true }))
    expect(words).not.toMatch(/^通过/)
    expect(words).toContain('已知不通过 1 条')
    const other = verdictOf(
      judge(
        run([
          trial({ key: 'answers/permit-fee/0', expects: 'other' }),
          good[1] ?? failing,
          trial({ key: 'answers/c/0' }),
        ]),
        accepted,
        { whole: true },
      ),
    )
    for (const counted of ['新的 1 条', '要求改了 1 条', '不见了 2 条']) expect(other).toContain(counted)
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
