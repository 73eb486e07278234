import type { LexicalQuery } from './lexical-index.ts'
import type { Postings } from './lexical-postings.ts'

/** The best documents of a question: their slots in no order, and how many there are. Valid until the next search. */
export type Candidates = { readonly slots: Uint32Array; readonly count: number }

/** Sums of single-precision numbers in another order differ by less than this share. */
const ROUNDING = 1e-4
/** Looking a document up in a list costs about this many steps of reading the list through, a halving. */
const LOOK_UP = 4
/** Looking ahead goes over all documents met, so it waits until what is left has shrunk to this share of what it was. */
const SHRUNK = 0.1

/**
 * Finds every document that may be among the `limit` best without reading all postings: terms are read from the most
 * telling to the least, and as soon as all that is left could not lift a new document among the best, only the
 * documents met so far are followed (MaxScore, term at a time). The result holds the `limit` best of an exhaustive
 * scan and a few more.
 * Source: Turtle & Flood, Query Evaluation: Strategies and Optimizations, 1995.
 */
export function createPrunedSearch({ size, starts, slots, impacts, peaks }: Postings) {
  const sums = new Float32Array(size)
  const touched = new Uint32Array(size)
  const best = createThreshold()

  return (question: LexicalQuery, limit: number, isGone: (slot: number) => boolean): Candidates => {
    const terms = byBound(question)
    /** What the terms from this one on can add at most. */
    const left = new Float64Array(terms.length + 1)
    for (let i = terms.length - 1; i >= 0; i--) left[i] = (left[i + 1] ?? 0) + (terms[i]?.bound ?? 0)
    let count = 0
    let at = 0
    let threshold = 0
    let looked = left[0] ?? 0
    for (; at < terms.length; at++) {
      const rest = left[at] ?? 0
      if (rest < threshold * (1 - ROUNDING)) break
      // Looking ahead pays when the next list is longer than the looking.
      if (count >= limit && rest <= looked * SHRUNK && lengthOf(terms[at]) > limit * (terms.length - at)) {
        looked = rest
        threshold = Math.max(threshold, lookAhead(count, at, terms, limit, isGone))
        if (rest < threshold * (1 - ROUNDING)) break
      }
      count = addAll(terms[at], count)
    }
    const met = count
    for (; at < terms.length; at++) {
      count = keepHopeful(count, threshold * (1 - ROUNDING) - (left[at] ?? 0))
      addKnown(terms[at], count, met)
    }
    count = keepHopeful(count, best.of(touched, count, sums, limit, isGone) * (1 - ROUNDING))
    for (let i = 0; i < count; i++) sums[touched[i] ?? 0] = 0
    return { slots: touched, count }
  }

  /** What the `limit`-th best document has at least: the whole scores of those that lead so far. */
  function lookAhead(
    count: number,
    from: number,
    terms: readonly Term[],
    limit: number,
    isGone: (slot: number) => boolean,
  ): number {
    if (best.of(touched, count, sums, limit, isGone) === 0) return 0
    let least = Infinity
    for (const slot of best.slots(limit)) {
      let sum = sums[slot] ?? 0
      for (let i = from; i < terms.length; i++) {
        const { weight = 0, start = 0, end = 0 } = terms[i] ?? {}
        const at = findSlot(slots, slot, start, end)
        if (at >= 0) sum += weight * (impacts[at] ?? 0)
      }
      if (sum < least) least = sum
    }
    return least
  }

  function byBound({ ids, weights }: LexicalQuery): Term[] {
    return Array.from(ids, (id, i) => {
      const weight = weights[i] ?? 0
      return { weight, bound: weight * (peaks[id] ?? 0), start: starts[id] ?? 0, end: starts[id + 1] ?? 0 }
    })
      .filter(({ bound }) => bound > 0)
      .sort((a, b) => b.bound - a.bound)
  }

  function addAll(term: Term | undefined, before: number): number {
    if (term === undefined) return before
    const { weight, start, end } = term
    let count = before
    for (let at = start; at < end; at++) {
      const slot = slots[at] ?? 0
      const sum = sums[slot] ?? 0
      if (sum === 0) touched[count++] = slot
      sums[slot] = sum + weight * (impacts[at] ?? 0)
    }
    return count
  }

  /** Drops the documents whose sum is below `least`. */
  function keepHopeful(count: number, least: number): number {
    let kept = 0
    for (let i = 0; i < count; i++) {
      const slot = touched[i] ?? 0
      if ((sums[slot] ?? 0) >= least) touched[kept++] = slot
      else sums[slot] = 0
    }
    return kept
  }

  function addKnown(term: Term | undefined, count: number, met: number): void {
    if (term === undefined || met === 0) return
    const { weight, start, end } = term
    const length = end - start
    if (count * Math.log2(length + 1) * LOOK_UP > length) {
      for (let at = start; at < end; at++) {
        const slot = slots[at] ?? 0
        const sum = sums[slot] ?? 0
        if (sum !== 0) sums[slot] = sum + weight * (impacts[at] ?? 0)
      }
      return
    }
    for (let i = 0; i < count; i++) {
      const slot = touched[i] ?? 0
      const at = findSlot(slots, slot, start, end)
      if (at >= 0) sums[slot] = (sums[slot] ?? 0) + weight * (impacts[at] ?? 0)
    }
  }
}

type Term = { readonly weight: number; readonly bound: number; readonly start: number; readonly end: number }

/** Place of `slot` between `start` and `end` of rising slots; -1 when it is not there. */
export function findSlot(slots: Uint32Array, slot: number, start: number, end: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((slots[middle] ?? 0) < slot) low = middle + 1
    else high = middle
  }
  return low < end && slots[low] === slot ? low : -1
}

const lengthOf = (term: Term | undefined): number => (term === undefined ? 0 : term.end - term.start)

/** The `limit`-th largest sum among the documents touched, 0 while there are fewer, and the documents that have it. */
function createThreshold() {
  let heap = new Float32Array(0)
  let owners = new Uint32Array(0)
  return {
    slots: (limit: number): Uint32Array => owners.subarray(0, limit),
    of(
      touched: Uint32Array,
      count: number,
      sums: Float32Array,
      limit: number,
      isGone: (slot: number) => boolean,
    ): number {
      if (limit > heap.length) {
        heap = new Float32Array(limit)
        owners = new Uint32Array(limit)
      }
      let held = 0
      for (let i = 0; i < count; i++) {
        const slot = touched[i] ?? 0
        const sum = sums[slot] ?? 0
        if (held === limit && sum <= (heap[0] ?? 0)) continue
        if (isGone(slot)) continue
        if (held < limit) rise(heap, owners, held++, sum, slot)
        else sink(heap, owners, held, sum, slot)
      }
      return held < limit ? 0 : (heap[0] ?? 0)
    },
  }
}

function rise(heap: Float32Array, owners: Uint32Array, at: number, value: number, owner: number): void {
  let child = at
  while (child > 0) {
    const parent = (child - 1) >> 1
    if ((heap[parent] ?? 0) <= value) break
    heap[child] = heap[parent] ?? 0
    owners[child] = owners[parent] ?? 0
    child = parent
  }
  heap[child] = value
  owners[child] = owner
}

/** Puts `value` in the place of the smallest. */
function sink(heap: Float32Array, owners: Uint32Array, length: number, value: number, owner: number): void {
  let parent = 0
  for (;;) {
    let child = 2 * parent + 1
    if (child >= length) break
    if (child + 1 < length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++
    if ((heap[child] ?? 0) >= value) break
    heap[parent] = heap[child] ?? 0
    owners[parent] = owners[child] ?? 0
    parent = child
  }
  heap[parent] = value
  owners[parent] = owner
}
