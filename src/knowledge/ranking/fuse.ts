import type { TextScores } from '../words/text-index.ts'
import type { Neighbour } from '../vectors/vector-index.ts'

/** What the vectors say: nearest passages with similarity 0..1, and their share of the sum, 0..1. */
export type VectorEvidence = { readonly neighbours: readonly Neighbour[]; readonly share: number }

/** Both searches in one: scores 0..1 by slot, and the slots that either found. Valid until the next search of the index. */
export type Fused = {
  readonly slots: readonly number[]
  readonly fused: (slot: number) => number
  readonly lexical: (slot: number) => number
  readonly vector: (slot: number) => number
}

/**
 * Adds the two scores by their shares. Sums were measured against reciprocal ranks and won on every measure: a rank
 * forgets how sure a search was (docs/decisions/0003).
 */
export function fuse({ scores, slots }: TextScores, vectors: VectorEvidence | undefined): Fused {
  const lexical = (slot: number): number => scores[slot] ?? 0
  if (vectors === undefined) return { slots, fused: lexical, lexical, vector: () => 0 }
  const similarity = new Map(vectors.neighbours.map(({ label, similarity: value }) => [label, value]))
  const vector = (slot: number): number => similarity.get(slot) ?? 0
  const met = vectors.neighbours.flatMap(({ label, similarity: value }) =>
    value > 0 && lexical(label) === 0 ? [label] : [],
  )
  const { share } = vectors
  return {
    slots: [...slots, ...met],
    fused: (slot) => (1 - share) * lexical(slot) + share * vector(slot),
    lexical,
    vector,
  }
}
