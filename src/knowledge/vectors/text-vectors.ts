/** A vector found: the key of its text, and its cosine with the question's, -1..1. */
export type KeyedNeighbour = { readonly key: string; readonly similarity: number }

/** What is put under new keys or in the place of old ones, and which keys go. */
export type VectorChange = {
  readonly put: readonly (readonly [key: string, vector: ArrayLike<number>])[]
  readonly remove: readonly string[]
}

/**
 * Vectors of texts, each under a key made from its text, so that a text that did not change keeps its vector. One
 * process keeps them in memory and a folder; many share a database.
 */
export type TextVectors = {
  readonly kind: 'exact' | 'hnsw' | 'pgvector'
  readonly dimensions: number
  readonly keys: () => readonly string[]
  readonly has: (key: string) => boolean
  /** All of the change or, when a vector is unfit, nothing of it. @throws AppError 'internal' for a vector of the wrong length or not finite. */
  readonly change: (change: VectorChange) => Promise<void>
  /** At most `count`, best first. @throws like `change`. */
  readonly nearest: (vector: ArrayLike<number>, count: number) => Promise<KeyedNeighbour[]>
}
