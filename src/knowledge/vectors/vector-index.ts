import { AppError } from '../../errors.ts'

/** A vector found: its label, and its cosine with the question's, -1..1. */
export type Neighbour = { readonly label: number; readonly similarity: number }

/** Nearest vectors by cosine. Labels are whole numbers chosen by the caller, best kept dense. */
export type VectorIndex = {
  readonly kind: 'exact' | 'hnsw'
  readonly dimensions: number
  readonly size: () => number
  /** Adds a vector, or takes the place of the one under the same label. @throws AppError 'internal' for a wrong length or a number that is not finite. */
  readonly put: (label: number, vector: ArrayLike<number>) => void
  readonly remove: (label: number) => void
  /** At most `count`, best first. @throws like `put`. */
  readonly nearest: (vector: ArrayLike<number>, count: number, accept?: (label: number) => boolean) => Neighbour[]
  readonly write: (file: string) => Promise<void>
}

/** Below this many vectors an exact scan is fast enough and never misses. Source: docs/decisions/0003, measured. */
export const EXACT_BELOW = 20_000

/** Stops a vector that would spoil the index: libraries accept a wrong length or NaN without a word. */
export function assertVector(vector: ArrayLike<number>, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw new AppError('internal', 'vector has the wrong length', { cause: { length: vector.length, dimensions } })
  }
  for (let i = 0; i < vector.length; i++) {
    if (!Number.isFinite(vector[i])) throw new AppError('internal', 'vector holds a number that is not finite')
  }
}
