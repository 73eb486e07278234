import type { AskedTerms } from './question-terms.ts'
import { TERM_CLASSES, type Terms } from './terms.ts'

/** One field of a document: its terms, and how much one of them counts against the other fields. */
export type LexicalField = { readonly terms: Terms; readonly weight: number }

export type LexicalDials = {
  /** How soon repeats of a term stop counting (BM25 k1). */
  readonly k1: number
  /** How far a long field is discounted, 0..1 (BM25 b). */
  readonly b: number
}

/** A question in the index's own numbers. */
export type LexicalQuery = {
  readonly ids: Uint32Array
  readonly weights: Float32Array
  /** Score of an imaginary document that holds every term of the question endlessly; scores divided by it are 0..1. */
  readonly ideal: number
}

/** BM25 over typed arrays: every posting holds the finished impact of its term, so a search only adds. */
export type LexicalIndex = {
  readonly size: number
  /** A term that was said counts towards `ideal` even when no document holds it. */
  readonly question: (asked: AskedTerms) => LexicalQuery
  /** Adds scores to `scores` (length `size`, zeros at first) and returns the slots touched, in no order. */
  readonly score: (question: LexicalQuery, scores: Float32Array) => number[]
  /** ln-scaled rarity of a term among the documents; the largest value when no document holds it. */
  readonly rarity: (term: string) => number
  readonly vocabulary: ReadonlyMap<string, number>
}

const CLASSES = TERM_CLASSES.length
const classOf = (term: string): number => Math.max(0, TERM_CLASSES.indexOf((term[0] ?? 'w') as never))

/**
 * Builds the index over documents whose fields stand in the same order in all of them (BM25F: frequencies of the
 * fields are discounted by their own length, weighted and added before they saturate).
 * Source: Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009, §3.6.
 */
export function buildLexicalIndex(documents: readonly (readonly LexicalField[])[], dials: LexicalDials): LexicalIndex {
  const vocabulary = new Map<string, number>()
  const averages = averageLengths(documents)
  // In units of the mean weight: heavy fields must not saturate sooner only for being heavy.
  const k1 = dials.k1 * meanWeight(documents)
  const counts: Map<number, number>[] = documents.map((fields) => {
    const frequency = new Map<number, number>()
    fields.forEach((field, position) => {
      const lengths = classLengths(field.terms)
      const shares = lengths.map((length, kind) => {
        const average = averages[position]?.[kind] ?? 0
        return field.weight / (1 - dials.b + dials.b * (average === 0 ? 1 : length / average))
      })
      for (const term of field.terms) {
        let id = vocabulary.get(term)
        if (id === undefined) vocabulary.set(term, (id = vocabulary.size))
        frequency.set(id, (frequency.get(id) ?? 0) + (shares[classOf(term)] ?? 0))
      }
    })
    return frequency
  })
  const postings = layOut(counts, vocabulary.size, k1)
  return createIndex(documents.length, vocabulary, postings, k1)
}

type Postings = { starts: Uint32Array; slots: Uint32Array; impacts: Float32Array; rarity: Float32Array }

function layOut(counts: readonly ReadonlyMap<number, number>[], terms: number, k1: number): Postings {
  const starts = new Uint32Array(terms + 1)
  for (const frequency of counts) for (const id of frequency.keys()) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  const rarity = new Float32Array(terms)
  for (let id = 0; id < terms; id++) rarity[id] = rarityOf(starts[id + 1] ?? 0, counts.length)
  for (let id = 0; id < terms; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  const slots = new Uint32Array(starts[terms] ?? 0)
  const impacts = new Float32Array(slots.length)
  const next = starts.slice()
  counts.forEach((frequency, slot) => {
    for (const [id, value] of frequency) {
      const at = next[id] ?? 0
      next[id] = at + 1
      slots[at] = slot
      impacts[at] = ((rarity[id] ?? 0) * value * (k1 + 1)) / (value + k1)
    }
  })
  return { starts, slots, impacts, rarity }
}

function createIndex(size: number, vocabulary: Map<string, number>, postings: Postings, k1: number): LexicalIndex {
  const unknown = rarityOf(0, size)
  const rarity = (term: string): number => {
    const id = vocabulary.get(term)
    return id === undefined ? unknown : (postings.rarity[id] ?? unknown)
  }
  return {
    size,
    vocabulary,
    rarity,
    question(asked) {
      const ids: number[] = []
      const weights: number[] = []
      let ideal = 0
      for (const [term, { weight, origin }] of asked) {
        const id = vocabulary.get(term)
        const expected = origin === 'said' || (origin === 'known-name' && id !== undefined)
        if (expected) ideal += weight * rarity(term) * (k1 + 1)
        if (id === undefined || weight <= 0) continue
        ids.push(id)
        weights.push(weight)
      }
      return { ids: Uint32Array.from(ids), weights: Float32Array.from(weights), ideal }
    },
    score(question, scores) {
      const touched: number[] = []
      const { starts, slots, impacts } = postings
      for (let i = 0; i < question.ids.length; i++) {
        const id = question.ids[i] ?? 0
        const weight = question.weights[i] ?? 0
        const end = starts[id + 1] ?? 0
        for (let at = starts[id] ?? 0; at < end; at++) {
          const slot = slots[at] ?? 0
          const before = scores[slot] ?? 0
          if (before === 0) touched.push(slot)
          scores[slot] = before + weight * (impacts[at] ?? 0)
        }
      }
      return touched
    },
  }
}

function rarityOf(holders: number, size: number): number {
  return Math.log(1 + (size - holders + 0.5) / (holders + 0.5))
}

function classLengths(terms: Terms): number[] {
  const lengths = Array.from({ length: CLASSES }, () => 0)
  for (const term of terms) {
    const kind = classOf(term)
    lengths[kind] = (lengths[kind] ?? 0) + 1
  }
  return lengths
}

function meanWeight(documents: readonly (readonly LexicalField[])[]): number {
  const fields = documents.flat()
  const terms = fields.reduce((sum, field) => sum + field.terms.length, 0)
  return terms === 0 ? 1 : fields.reduce((sum, field) => sum + field.weight * field.terms.length, 0) / terms
}

/** Mean length by field and class, over the documents whose field is not empty. */
function averageLengths(documents: readonly (readonly LexicalField[])[]): number[][] {
  const sums: number[][] = []
  const filled: number[] = []
  for (const fields of documents) {
    fields.forEach((field, position) => {
      if (field.terms.length === 0) return
      filled[position] = (filled[position] ?? 0) + 1
      const row = (sums[position] ??= Array.from({ length: CLASSES }, () => 0))
      classLengths(field.terms).forEach((length, kind) => (row[kind] = (row[kind] ?? 0) + length))
    })
  }
  return sums.map((row, position) => row.map((sum) => sum / (filled[position] ?? 1)))
}
