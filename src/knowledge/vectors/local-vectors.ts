import { setImmediate } from 'node:timers/promises'
import type { TextVectors } from './text-vectors.ts'
import { assertVector, type VectorIndex } from './vector-index.ts'

/** Vectors put between two pauses. */
const PUT_AT_ONCE = 8

/** Vectors in the memory of this process. */
export type LocalVectors = TextVectors & {
  readonly kind: VectorIndex['kind']
  /** Writes the vectors to a file, and gives the key of each label; null for a label that is free. */
  readonly write: (file: string) => Promise<(string | null)[]>
}

/** Keyed vectors over an index whose labels have these keys. */
export function createLocalVectors(index: VectorIndex, keys: readonly (string | null)[] = []): LocalVectors {
  const keyOf: (string | null)[] = [...keys]
  const labels = new Map<string, number>()
  const free: number[] = []
  keyOf.forEach((key, label) => (key === null ? free.push(label) : labels.set(key, label)))
  /** One after another: a graph is written in another thread, and must not change meanwhile. */
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }
  return {
    kind: index.kind,
    dimensions: index.dimensions,
    keys: () => [...labels.keys()],
    has: (key) => labels.has(key),
    change: ({ put, remove }) =>
      inTurn(async () => {
        for (const [, vector] of put) assertVector(vector, index.dimensions)
        for (const key of remove) {
          const label = labels.get(key)
          if (label === undefined) continue
          index.remove(label)
          labels.delete(key)
          keyOf[label] = null
          free.push(label)
        }
        for (const [at, [key, vector]] of put.entries()) {
          // Half a millisecond each in a large graph.
          if (at % PUT_AT_ONCE === PUT_AT_ONCE - 1) await setImmediate()
          const label = labels.get(key) ?? free.pop() ?? keyOf.length
          index.put(label, vector)
          labels.set(key, label)
          keyOf[label] = key
        }
      }),
    async nearest(vector, count) {
      return index.nearest(vector, count).flatMap(({ label, similarity }) => {
        const key = keyOf[label]
        return key === undefined || key === null ? [] : [{ key, similarity }]
      })
    },
    write: (file) =>
      inTurn(async () => {
        const held = [...keyOf]
        await index.write(file)
        return held
      }),
  }
}
