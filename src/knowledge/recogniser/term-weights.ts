import { FIRST, hashOf, SECOND } from '../words/text-hash.ts'

/**
 * A linear map from terms to classes, small enough to stay in memory: some million rows are kept. A term is found by a
 * hash of 32 bits among the few of its bucket, so that no text of a term is held; one that was never learnt is taken for
 * another about once in 10⁹ times.
 */
export type TermWeights = {
  readonly classes: number
  /** Where the rows of each bucket begin, and where the last one ends; a power of two, and one more. */
  readonly buckets: Uint32Array<ArrayBuffer>
  /** By row, what tells its term from others of the bucket. */
  readonly marks: Uint32Array<ArrayBuffer>
  /** By row, what its values are multiplied by. */
  readonly scales: Float32Array<ArrayBuffer>
  /** The rows, `classes` wide. */
  readonly values: Int16Array<ArrayBuffer>
}

/** The largest value of a row, 2¹⁵ - 1. */
const MOST = 0x7fff

/** Packs learnt `rows`, each `classes` wide, of the terms numbered in `vocabulary`. Terms that say nothing are left out. */
export function packTermWeights(
  classes: number,
  vocabulary: ReadonlyMap<string, number>,
  rows: Float32Array,
): TermWeights {
  const kept = [...vocabulary].flatMap(([term, id]) => {
    const row = rows.subarray(id * classes, (id + 1) * classes)
    const scale = Math.fround(row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST)
    return scale === 0 ? [] : [{ row, scale, spot: hashOf(term, FIRST), mark: hashOf(term, SECOND) }]
  })
  const count = 2 ** Math.floor(Math.log2(kept.length || 1))
  const bucketOf = ({ spot }: { readonly spot: number }): number => spot & (count - 1)
  kept.sort((one, other) => bucketOf(one) - bucketOf(other) || one.mark - other.mark)
  const buckets = new Uint32Array(count + 1)
  for (const one of kept) buckets[bucketOf(one) + 1] = (buckets[bucketOf(one) + 1] ?? 0) + 1
  for (let bucket = 0; bucket < count; bucket++)
    buckets[bucket + 1] = (buckets[bucket + 1] ?? 0) + (buckets[bucket] ?? 0)
  const values = new Int16Array(kept.length * classes)
  kept.forEach(({ row, scale }, at) =>
    values.set(
      row.map((value) => Math.round(value / scale)),
      at * classes,
    ),
  )
  return {
    classes,
    buckets,
    marks: Uint32Array.from(kept, ({ mark }) => mark),
    scales: Float32Array.from(kept, ({ scale }) => scale),
    values,
  }
}

/** The row of a term; -1 for one that was not learnt. */
export function rowOf({ buckets, marks }: TermWeights, term: string): number {
  const bucket = hashOf(term, FIRST) & (buckets.length - 2)
  const mark = hashOf(term, SECOND)
  const end = buckets[bucket + 1] ?? 0
  for (let row = buckets[bucket] ?? 0; row < end; row++) if (marks[row] === mark) return row
  return -1
}

/** What was learnt where there was nothing to learn from. */
export const NOTHING_LEARNT: TermWeights = packTermWeights(0, new Map(), new Float32Array())
