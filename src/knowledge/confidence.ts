import type { GuideEvidence } from './guide-evidence.ts'

/** A logistic curve from evidence to probability. */
export type ConfidenceCurve = { readonly bias: number } & Readonly<Record<keyof GuideEvidence, number>>

/**
 * Fitted on the guides' own asks, each held out of the index, against sentences no guide answers.
 * Source: bench/calibrate-confidence.ts, docs/decisions/0003.
 */
export const CURVE: ConfidenceCurve = { bias: -7.2, name: 5, text: 4.5, ask: 1, passage: 8 }

/** How far the best guide must lead, in log-odds, before a rival is out of the question. */
const RIVAL_DISTANCE = 1.5

/** Log-odds that a guide with this evidence answers the question: what guides are ordered by. */
export function logOddsOf(evidence: GuideEvidence, curve = CURVE): number {
  const parts = ['name', 'text', 'ask', 'passage'] as const
  return parts.reduce((sum, part) => sum + curve[part] * evidence[part], curve.bias)
}

/** 0..1 that a guide with this evidence answers the question, were it the only guide. */
export function confidenceOf(evidence: GuideEvidence): number {
  return 1 / (1 + Math.exp(-logOddsOf(evidence)))
}

/** Confidence of every guide beside its rivals: the best keeps its own, the others lose with their distance to it. */
export function confidenceAmong(evidence: readonly GuideEvidence[]): number[] {
  const odds = evidence.map((one) => logOddsOf(one))
  const best = Math.max(-Infinity, ...odds)
  return evidence.map((one, at) => confidenceOf(one) * Math.exp(((odds[at] ?? 0) - best) / RIVAL_DISTANCE))
}
