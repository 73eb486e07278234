import type { AskedTerms } from '../words/question-terms.ts'
import { rowOf, type TermWeights } from './term-weights.ts'

/** A term of a text with what it counts. */
export type WeightedTerm = readonly [term: string, weight: number]

/** The terms that were said or meant; other names of the same thing would only blur it. */
export function spokenTerms(asked: AskedTerms): WeightedTerm[] {
  return [...asked].flatMap(([term, { weight, origin }]) => (origin === 'added' ? [] : [[term, weight] as const]))
}

/** Scores of the classes for a text brought to unit length. Terms never met add nothing, and make the text less clear. */
export function termScores(weights: TermWeights, terms: readonly WeightedTerm[]): Float64Array {
  const { classes, scales, values } = weights
  const scores = new Float64Array(classes)
  let squares = 0
  for (const [term, weight] of terms) {
    squares += weight ** 2
    const row = rowOf(weights, term)
    if (row < 0) continue
    const share = weight * (scales[row] ?? 0)
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + share * (values[row * classes + c] ?? 0)
  }
  const length = Math.sqrt(squares) || 1
  return scores.map((score) => score / length)
}

/** How likely each class is for a text, 0..1; together they make 1. */
export function chancesOf(weights: TermWeights, terms: readonly WeightedTerm[]): Float64Array {
  const scores = termScores(weights, terms)
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
