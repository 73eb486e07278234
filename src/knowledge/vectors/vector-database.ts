import type { TextVectors } from './text-vectors.ts'

/** A database that keeps vectors for many processes. */
export type VectorDatabase = {
  /** The vectors of a model that gives this many numbers. @throws when the database cannot keep vectors. */
  readonly open: (model: string, dimensions: number) => Promise<SharedVectors>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Vectors of a database. `floor` is the similarity that two unrelated texts have, from a sample. */
export type SharedVectors = TextVectors & { readonly kind: 'pgvector'; readonly floor: () => Promise<number> }
