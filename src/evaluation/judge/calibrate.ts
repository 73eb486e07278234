import { wilson, type Share } from '../statistics/wilson.ts'

/** One answer that a person and the judge both looked at. */
export type Labelled = { readonly human: boolean; readonly judge: boolean }

/** How far a judge can be trusted, measured against people. Source: evaluation.md §2.4. */
export type Calibration = {
  readonly labels: number
  /** Cohen's κ between judge and person; NaN when one of them always says the same. */
  readonly kappa: number
  /** Of what people call met, what the judge calls met; and the same for not met. */
  readonly sensitivity: Share
  readonly specificity: Share
  /** What keeps the judge advisory, in words; empty when its verdicts may count. */
  readonly against: readonly string[]
}

const MOST_TRUSTED = { labels: 100, kappa: 0.7, floor: 0.8, consistency: 0.95 }

/** Measures a judge. @param consistency share of answers on which all its runs agreed. */
export function calibrate(labelled: readonly Labelled[], consistency: number): Calibration {
  const count = (human: boolean, judge: boolean): number =>
    labelled.filter((one) => one.human === human && one.judge === judge).length
  const [hit, miss, alarm, clear] = [count(true, true), count(true, false), count(false, true), count(false, false)]
  const sensitivity = wilson(hit, hit + miss)
  const specificity = wilson(clear, clear + alarm)
  const kappa = cohenKappa({ hit, miss, alarm, clear })
  const against = [
    ...(labelled.length < MOST_TRUSTED.labels
      ? [`人工标注只有 ${labelled.length} 条，至少要 ${MOST_TRUSTED.labels} 条`]
      : []),
    ...(kappa >= MOST_TRUSTED.kappa ? [] : [`和人的一致程度 κ = ${kappa.toFixed(2)}，至少要 ${MOST_TRUSTED.kappa}`]),
    ...(sensitivity.low >= MOST_TRUSTED.floor ? [] : [`做到了而认出来的下限 ${percent(sensitivity.low)}，至少要 80%`]),
    ...(specificity.low >= MOST_TRUSTED.floor ? [] : [`没做到而认出来的下限 ${percent(specificity.low)}，至少要 80%`]),
    ...(consistency >= MOST_TRUSTED.consistency
      ? []
      : [`同一题问三次，只有 ${percent(consistency)} 三次一样，至少要 95%`]),
  ]
  return { labels: labelled.length, kappa, sensitivity, specificity, against }
}

/**
 * The rate that a judge's rate stands for: θ = (p + q0 − 1) / (q0 + q1 − 1), with a 95 % interval that carries the error
 * of the calibration. Undefined when the judge is no better than chance. Source: Rogan and Gladen; arXiv 2511.21140.
 */
export function correctRate(
  judged: Share,
  { sensitivity, specificity }: Pick<Calibration, 'sensitivity' | 'specificity'>,
): { readonly rate: number; readonly low: number; readonly high: number } | undefined {
  const [p, q1, q0] = [judged.share, sensitivity.share, specificity.share]
  const slope = q0 + q1 - 1
  if (!(slope > 0) || judged.of === 0) return undefined
  const theta = (p + q0 - 1) / slope
  const variance = ({ share, of }: Share): number => (share * (1 - share)) / of
  const error =
    Math.sqrt(variance(judged) + (1 - theta) ** 2 * variance(specificity) + theta ** 2 * variance(sensitivity)) / slope
  const bound = (value: number): number => Math.min(1, Math.max(0, value))
  return { rate: bound(theta), low: bound(theta - 1.96 * error), high: bound(theta + 1.96 * error) }
}

function cohenKappa({ hit, miss, alarm, clear }: Record<'hit' | 'miss' | 'alarm' | 'clear', number>): number {
  const all = hit + miss + alarm + clear
  const agreed = (hit + clear) / all
  const chance = ((hit + miss) * (hit + alarm) + (clear + alarm) * (clear + miss)) / all ** 2
  return chance === 1 ? Number.NaN : (agreed - chance) / (1 - chance)
}

function percent(share: number): string {
  return Number.isNaN(share) ? '没有' : `${Math.round(share * 100)}%`
}
