import { gram, orthonormalise, symmetricEigen, zeros, type Matrix } from './linear-algebra.ts'
import type { Terms } from '../words/terms.ts'

/** Directions of meaning learnt from a corpus: words that keep the same company lie near each other. */
export type LatentSpace = {
  readonly dimensions: number
  readonly vocabulary: ReadonlyMap<string, number>
  /** One row of `dimensions` numbers a term, its rarity multiplied in. */
  readonly rows: Float32Array
}

export type LatentDials = {
  /** Most dimensions; fewer for a small corpus. */
  readonly dimensions: number
  /** Documents the space is learnt from; a larger corpus is sampled evenly. */
  readonly sample: number
  /** Most terms kept, the most frequent first. */
  readonly terms: number
}

export const LATENT_DIALS: LatentDials = { dimensions: 128, sample: 20_000, terms: 60_000 }

/** One document as weighted terms, of length 1. */
type Row = { readonly ids: Uint32Array; readonly weights: Float64Array }

const OVERSAMPLING = 10
const POWER_ROUNDS = 2

/**
 * Learns the space by latent semantic analysis: a truncated SVD of the documents' term weights, found by randomised
 * subspace iteration with a fixed seed, so the same corpus gives the same space.
 * Source: Halko, Martinsson & Tropp, Finding Structure with Randomness, 2011, algorithm 4.4.
 */
export function learnLatentSpace(documents: readonly Terms[], dials: LatentDials = LATENT_DIALS): LatentSpace {
  const step = Math.max(1, documents.length / dials.sample)
  const sample = Array.from(
    { length: Math.min(documents.length, dials.sample) },
    (_, i) => documents[Math.floor(i * step)] ?? [],
  )
  const { vocabulary, rarity } = chooseTerms(sample, dials.terms)
  const dimensions = Math.max(1, Math.min(dials.dimensions, Math.floor(sample.length / 2), vocabulary.size))
  if (vocabulary.size === 0) return { dimensions, vocabulary, rows: new Float32Array(0) }
  const rows = sample.map((terms) => weighRow(terms, vocabulary, rarity))
  const width = Math.min(dimensions + OVERSAMPLING, sample.length, vocabulary.size)
  let basis = times(rows, randomMatrix(vocabulary.size, width))
  orthonormalise(basis)
  for (let round = 0; round < POWER_ROUNDS; round++) {
    basis = times(rows, timesTransposed(rows, basis, vocabulary.size))
    orthonormalise(basis)
  }
  const projected = timesTransposed(rows, basis, vocabulary.size)
  return { dimensions, vocabulary, rows: turnTerms(projected, dimensions, rarity) }
}

/**
 * The unit vector of a text in the space: its terms' rows added, repeats damped by their logarithm.
 * All zeros when no term is known.
 */
export function placeTerms(space: LatentSpace, terms: Terms): Float32Array {
  const frequency = new Map<number, number>()
  for (const term of terms) {
    const id = space.vocabulary.get(term)
    if (id !== undefined) frequency.set(id, (frequency.get(id) ?? 0) + 1)
  }
  const vector = new Float32Array(space.dimensions)
  for (const [id, count] of frequency) {
    const weight = 1 + Math.log(count)
    const start = id * space.dimensions
    for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) + weight * (space.rows[start + i] ?? 0)
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? vector : vector.map((value) => value / length)
}

/** Terms that at least two documents share, and their rarity. A term of one document ties it to nothing. */
function chooseTerms(
  documents: readonly Terms[],
  most: number,
): { vocabulary: Map<string, number>; rarity: Float64Array } {
  const holders = new Map<string, number>()
  for (const terms of documents) for (const term of new Set(terms)) holders.set(term, (holders.get(term) ?? 0) + 1)
  const chosen = [...holders]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
  const rarity = Float64Array.from(chosen, ([, count]) => Math.log((documents.length + 1) / count))
  return { vocabulary: new Map(chosen.map(([term], id) => [term, id])), rarity }
}

function weighRow(terms: Terms, vocabulary: ReadonlyMap<string, number>, rarity: Float64Array): Row {
  const frequency = new Map<number, number>()
  for (const term of terms) {
    const id = vocabulary.get(term)
    if (id !== undefined) frequency.set(id, (frequency.get(id) ?? 0) + 1)
  }
  const weights = Float64Array.from(frequency, ([id, count]) => (1 + Math.log(count)) * (rarity[id] ?? 0))
  const length = Math.sqrt(weights.reduce((sum, value) => sum + value * value, 0)) || 1
  return { ids: Uint32Array.from(frequency.keys()), weights: weights.map((value) => value / length) }
}

function times(rows: readonly Row[], right: Matrix): Matrix {
  const product = zeros(rows.length, right.columns)
  rows.forEach(({ ids, weights }, row) => {
    for (let i = 0; i < ids.length; i++) addRow(product, row, right, ids[i] ?? 0, weights[i] ?? 0)
  })
  return product
}

function timesTransposed(rows: readonly Row[], right: Matrix, terms: number): Matrix {
  const product = zeros(terms, right.columns)
  rows.forEach(({ ids, weights }, row) => {
    for (let i = 0; i < ids.length; i++) addRow(product, ids[i] ?? 0, right, row, weights[i] ?? 0)
  })
  return product
}

function addRow(to: Matrix, toRow: number, from: Matrix, fromRow: number, weight: number): void {
  const target = toRow * to.columns
  const source = fromRow * from.columns
  for (let i = 0; i < to.columns; i++) {
    to.values[target + i] = (to.values[target + i] ?? 0) + weight * (from.values[source + i] ?? 0)
  }
}

/** Rows of the terms on the principal axes, scaled by the root of each axis's strength and by the term's rarity. */
function turnTerms(projected: Matrix, dimensions: number, rarity: Float64Array): Float32Array {
  const { values: strengths, vectors } = symmetricEigen(gram(projected))
  const rows = new Float32Array(projected.rows * dimensions)
  for (let term = 0; term < projected.rows; term++) {
    for (let axis = 0; axis < dimensions; axis++) {
      const strength = Math.max(0, strengths[axis] ?? 0)
      if (strength === 0) continue
      let sum = 0
      for (let i = 0; i < projected.columns; i++) {
        sum +=
          (projected.values[term * projected.columns + i] ?? 0) * (vectors.values[i * projected.columns + axis] ?? 0)
      }
      rows[term * dimensions + axis] = (sum / strength ** 0.25) * (rarity[term] ?? 0)
    }
  }
  return rows
}

function randomMatrix(rows: number, columns: number): Matrix {
  const matrix = zeros(rows, columns)
  let state = 0x9e3779b9
  for (let i = 0; i < matrix.values.length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    matrix.values[i] = (state >>> 0) / 2 ** 31 - 1
  }
  return matrix
}
