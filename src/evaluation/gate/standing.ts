import type { Baseline, BaselineTrial, Collapsed } from './baseline.ts'
import type { Decision } from './gate.ts'

/** How the trials of a run stand to the baseline, repeats put together and quarantined ones left out. */
export type Standing = {
  /** Fail, and failed when the baseline was blessed. */
  readonly known: number
  /** Failed when the baseline was blessed, and pass. */
  readonly mended: number
  /** Are not in the baseline, and how many of these fail. */
  readonly fresh: number
  readonly freshFailing: number
  /** Expect something else than when the baseline was blessed, and how many of these fail. */
  readonly changed: number
  readonly changedFailing: number
  /** Are in the baseline and were not played; 0 for a part of the suites. */
  readonly gone: number
}

/** What the baseline keeps of a trial; `changed` when the trial is another test by now, undefined when it is new. */
export function formerOf(
  { key, expects }: Pick<Collapsed, 'key' | 'expects'>,
  baseline: Baseline,
): BaselineTrial | 'changed' | undefined {
  const before = baseline.trials[key]
  return before === undefined || before.expects === expects ? before : 'changed'
}

/** Counts them. @param gone how many trials of the baseline were asked for and not played. */
export function standingOf(collapsed: readonly Collapsed[], baseline: Baseline, gone: number): Standing {
  const counts = { known: 0, mended: 0, fresh: 0, freshFailing: 0, changed: 0, changedFailing: 0, gone }
  for (const trial of collapsed) {
    if (isQuarantined(trial)) continue
    const before = formerOf(trial, baseline)
    const failing = trial.passed < trial.of ? 1 : 0
    if (before === undefined) {
      counts.fresh += 1
      counts.freshFailing += failing
    } else if (before === 'changed') {
      counts.changed += 1
      counts.changedFailing += failing
    } else if (!before.passed) {
      counts.known += failing
      counts.mended += 1 - failing
    }
  }
  return counts
}

/** Whether a trial runs and fails no gate. */
export function isQuarantined({ trials }: Collapsed): boolean {
  return trials.some(({ quarantined }) => quarantined)
}

const OTHERWISE: Readonly<Record<Exclude<Decision['code'], 0>, string>> = {
  1: '不通过：有地方变差了，或者新的重要样本没有通过。',
  3: '不作数：出错太多。',
  4: '没法比：没有可比的基线。',
  5: '不作数：没有评到，或者没有评完。',
}

/** The decision in a sentence. It says 通过 only where nothing fails; accepted failures are named beside it, and so is what is new, changed or gone. */
export function verdictOf({ code, standing }: Decision): string {
  const counted = standing === undefined ? '' : countsOf(standing)
  if (code === 4 && standing !== undefined) return `没法全比：有的样本要求改了。${counted}`
  if (code !== 0) return `${OTHERWISE[code]}${counted}`
  const failing = standing === undefined ? 0 : standing.known + standing.freshFailing
  return `${failing === 0 ? '通过：和基线一样好或者更好。' : '没有变差，但不是全部通过。'}${counted}`
}

function countsOf(standing: Standing): string {
  const { known, mended, fresh, freshFailing, changed, changedFailing, gone } = standing
  const parts = [
    known > 0 ? `已知不通过 ${known} 条（基线认下的）` : '',
    mended > 0 ? `原来不通过、现在通过 ${mended} 条` : '',
    fresh > 0 ? `新的 ${fresh} 条${failingOf(freshFailing)}` : '',
    changed > 0 ? `要求改了 ${changed} 条${failingOf(changedFailing)}` : '',
    gone > 0 ? `不见了 ${gone} 条` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join('，')}。`
}

function failingOf(count: number): string {
  return count === 0 ? '' : `（${count} 条不通过）`
}
