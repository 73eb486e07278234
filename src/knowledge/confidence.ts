import type { GuideEvidence } from './guide-evidence.ts'

type Part = Exclude<keyof GuideEvidence, 'learnt'>

/** A logistic curve from evidence to probability. */
type ConfidenceCurve = { readonly bias: number; readonly learnt: number } & Readonly<Record<Part, number>>

/**
 * Fitted on the guides' own asks, each held out of the index, against sentences no guide answers.
 * Source: bench/guides.ts, docs/decisions/0003.
 */
const CURVE: ConfidenceCurve = { bias: -2.2, name: 2, text: 4, ask: 2, passage: 6, learnt: 10 }

/** In use until the recogniser has learnt. */
const FIRST_CURVE: ConfidenceCurve = { bias: -7.2, name: 5, text: 4.5, ask: 1, passage: 8, learnt: 0 }

/** How far the best guide must lead, in log-odds, before a rival is out of the question. */
const RIVAL_DISTANCE = 1.5

/** Log-odds that a guide with this evidence answers the question: what guides are ordered by. */
function logOddsOf(evidence: GuideEvidence): number {
  const curve = evidence.learnt === undefined ? FIRST_CURVE : CURVE
  const parts = ['name', 'text', 'ask', 'passage'] as const
  const start = curve.bias + curve.learnt * (evidence.learnt ?? 0)
  return parts.reduce((sum, part) => sum + curve[part] * evidence[part], start)
}

/** 0..1 that a guide with this evidence answers the question, were it the only guide. */
export function confidenceOf(evidence: GuideEvidence): number {
  return 1 / (1 + Math.exp(-logOddsOf(evidence)))
}

/** Confidence of every guide beside its rivals: the best keeps its own, the others lose with their distance to it. */
export function confidenceAmong(evidence: readonly GuideEvidence[]): number[] {
  const odds = evidence.map(logOddsOf)
  const best = Math.max(-Infinity, ...odds)
  return evidence.map((one, at) => confidenceOf(one) * Math.exp(((odds[at] ?? 0) - best) / RIVAL_DISTANCE))
}
