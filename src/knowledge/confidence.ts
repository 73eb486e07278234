import type { GuideEvidence } from './guide-evidence.ts'

/** Coefficients of the logistic curve from evidence to confidence. Source: bench/calibrate-confidence.ts, docs/decisions/0003. */
const CURVE = { bias: -6, text: 6, ask: 8, passage: 4 }

/** How far behind the best guide another loses its claim: at this distance its confidence falls to about a third. */
const RIVAL_DISTANCE = 0.08

/** One number for a guide's evidence, 0..1: what guides are ordered by. */
export function strengthOf({ text, ask, passage }: GuideEvidence): number {
  return (text * CURVE.text + ask * CURVE.ask + passage * CURVE.passage) / (CURVE.text + CURVE.ask + CURVE.passage)
}

/** 0..1 that a guide with this evidence answers the question, were it the only guide. */
export function confidenceOf(evidence: GuideEvidence): number {
  const { bias, text, ask, passage } = CURVE
  return 1 / (1 + Math.exp(-(bias + text * evidence.text + ask * evidence.ask + passage * evidence.passage)))
}

/** Confidence of every guide beside its rivals: the best keeps its own, the others lose with their distance to it. */
export function confidenceAmong(evidence: readonly GuideEvidence[]): number[] {
  const strengths = evidence.map(strengthOf)
  const best = Math.max(0, ...strengths)
  return evidence.map((one, at) => confidenceOf(one) * Math.exp(((strengths[at] ?? 0) - best) / RIVAL_DISTANCE))
}
