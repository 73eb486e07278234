import type { GuideEvidence } from './guide-evidence.ts'

/**
 * A logistic curve from evidence to probability. What a guide has counts by itself (`own`), and by how far it falls short
 * of the guide that has most of it (`behind`): a word that three guides share speaks for none of them.
 */
type ConfidenceCurve = { readonly bias: number; readonly own: Weights; readonly behind: Weights }
type Weights = Readonly<Record<keyof GuideEvidence, number>>

/**
 * Fitted on question sets that were read before (bench/fit-confidence.ts), then lowered by .52, so that `minConfidence`
 * stays what it was where .015 of their answerable questions are declined: docs/decisions/0003.
 */
const CURVE: ConfidenceCurve = {
  bias: -1.31,
  own: { name: 0.71, text: 1.26, ask: -0.38, passage: 1.41, learnt: 7.67 },
  behind: { name: -0.51, text: 2.43, ask: 1.02, passage: 2.25, learnt: 3.12 },
}

/** In use until the recogniser has learnt. */
const FIRST_CURVE: ConfidenceCurve = {
  bias: -7.2,
  own: { name: 5, text: 4.5, ask: 1, passage: 8, learnt: 0 },
  behind: { name: 0, text: 0, ask: 0, passage: 0, learnt: 0 },
}

const PARTS = ['name', 'text', 'ask', 'passage', 'learnt'] as const

/** How far the best guide must lead, in log-odds, before a rival is out of the question. */
const RIVAL_DISTANCE = 1.5

/** Log-odds, by guide, that it answers the question: what guides are ordered by. */
export function logOdds(evidence: readonly GuideEvidence[]): number[] {
  const learnt = evidence.some((one) => one.learnt !== undefined)
  const { bias, own, behind } = learnt ? CURVE : FIRST_CURVE
  const most = PARTS.map((part) => evidence.reduce((best, one) => Math.max(best, one[part] ?? 0), -1))
  return evidence.map((one) =>
    PARTS.reduce((sum, part, at) => {
      const value = one[part] ?? 0
      return sum + own[part] * value + behind[part] * (value - (most[at] ?? 0))
    }, bias),
  )
}

/** 0..1 for log-odds. */
export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

/** Confidence of every guide beside its rivals: the best keeps its own, the others lose with their distance to it. */
export function confidenceAmong(odds: readonly number[]): number[] {
  const best = Math.max(-Infinity, ...odds)
  return odds.map((one) => probability(one) * Math.exp((one - best) / RIVAL_DISTANCE))
}
