import { join } from 'node:path'
import { readExactIndex } from './exact-index.ts'
import { readHnswIndex } from './hnsw-index.ts'
import { readManifest, type Manifest } from './index-folder.ts'
import type { VectorIndex } from './vector-index.ts'

/** The file of a folder that holds the vectors, by the kind of their index. */
export const VECTOR_FILE = { exact: 'vectors.bin', hnsw: 'vectors.hnsw' } as const satisfies Record<
  VectorIndex['kind'],
  string
>

/** Reads the vectors of a folder. `live` are the labels in use; labels 0 … count-1 when left out. */
export async function readVectors(
  directory: string,
  manifest: Manifest,
  live?: Iterable<number>,
): Promise<VectorIndex> {
  const file = join(directory, VECTOR_FILE[manifest.kind])
  if (manifest.kind === 'exact') return readExactIndex(file, manifest.dimensions)
  return readHnswIndex(file, manifest.dimensions, live ?? Array.from({ length: manifest.count }, (_, label) => label))
}

/** The manifest of a folder whose vectors (and further files named) are as written. */
export async function readVectorManifest(directory: string, further: readonly string[] = []): Promise<Manifest> {
  const { kind } = await readManifest(directory, [])
  return readManifest(directory, [VECTOR_FILE[kind], ...further])
}
