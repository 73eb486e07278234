import type { GuideEvidence } from './guide-evidence.ts'

/**
 * A logistic curve from evidence to probability. What a guide has counts by itself (`own`), and by how far it falls short
 * of the guide that has most of it (`behind`): a word that three guides share speaks for none of them. What was learnt is
 * brought to unit length, so that the same words say less in a longer question: there it counts more (`longer`).
 */
type ConfidenceCurve = {
  readonly bias: number
  readonly own: Weights
  readonly behind: Weights
  readonly longer: { readonly bias: number; readonly learnt: number }
}
type Weights = Readonly<Record<keyof GuideEvidence, number>>

/**
 * Fitted on question sets that were read before (bench/fit-confidence.ts), then lowered by .6, so that `minConfidence`
 * stays what it was where .017 of their answerable questions are declined: docs/decisions/0003.
 */
const CURVE: ConfidenceCurve = {
  bias: -3.19,
  own: { name: 0.3, text: 1.83, ask: -0.15, alike: 3.92, passage: 1.69, learnt: 4.78 },
  behind: { name: -0.29, text: 2.61, ask: 0.89, alike: 1.17, passage: 2.37, learnt: 3.11 },
  longer: { bias: 2.26, learnt: 4.37 },
}

/** In use until the recogniser has learnt. */
const FIRST_CURVE: ConfidenceCurve = {
  bias: -7.2,
  own: { name: 5, text: 4.5, ask: 1, alike: 0, passage: 8, learnt: 0 },
  behind: { name: 0, text: 0, ask: 0, alike: 0, passage: 0, learnt: 0 },
  longer: { bias: 0, learnt: 0 },
}

const PARTS = ['name', 'text', 'ask', 'alike', 'passage', 'learnt'] as const

/** How far the best guide must lead, in log-odds, before a rival is out of the question. */
const RIVAL_DISTANCE = 1.5

/** Characters from which on a question is no longer; no set that the curve is fitted to has many longer ones. */
const LONGEST = 120
const LETTERS = /[a-z]+/gi
const SIGNS = /[\s\p{P}]/gu

/** How long a question is, about 0..1, by the logarithm of its characters; a word of letters counts as two. */
export function lengthOf(question: string): number {
  const characters = question.replace(LETTERS, 'xx').replace(SIGNS, '').length
  return Math.log(Math.max(1, Math.min(LONGEST, characters))) / 4
}

/** Log-odds, by guide, that it answers a question of this length: what guides are ordered by. */
export function logOdds(evidence: readonly GuideEvidence[], length: number): number[] {
  const learnt = evidence.some((one) => one.learnt !== undefined)
  const { bias, own, behind, longer } = learnt ? CURVE : FIRST_CURVE
  const most = PARTS.map((part) => evidence.reduce((best, one) => Math.max(best, one[part] ?? 0), -1))
  return evidence.map((one) =>
    PARTS.reduce(
      (sum, part, at) => {
        const value = one[part] ?? 0
        return sum + own[part] * value + behind[part] * (value - (most[at] ?? 0))
      },
      bias + length * (longer.bias + longer.learnt * (one.learnt ?? 0)),
    ),
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
