import { layOutPostings, rarityOf, weighDocument, type Postings } from './lexical-postings.ts'
import { patchPostings, type Patch } from './patch-postings.ts'
import { createPrunedSearch, findSlot } from './pruned-search.ts'
import type { AskedTerms } from './question-terms.ts'
import { atOnce, type Steps } from '../steps.ts'
import { createTermBook, type TermBook } from './term-book.ts'
import { createTermCounter, type CountedField } from './term-counts.ts'
import type { Terms } from './terms.ts'

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
  /** What each term counts, its rarity included. */
  readonly weights: Float32Array
  /** Score of an imaginary document that holds every term of the question endlessly; scores divided by it are 0..1. */
  readonly ideal: number
}

/** BM25 over typed arrays: every posting holds the impact of its term but for its rarity, so a search only adds. */
export type LexicalIndex = {
  /** What the index was built with; documents put later are not in it. */
  readonly postings: Postings
  readonly size: () => number
  /** A term that was said counts towards `ideal` even when no document holds it. */
  readonly question: (asked: AskedTerms) => LexicalQuery
  /** Adds scores to `scores` (length `size`, zeros at first) and returns the slots touched, in no order. */
  readonly score: (question: LexicalQuery, scores: Float32Array) => number[]
  /**
   * Slots of the `limit` best documents and perhaps some more, in no order, without reading all postings. Their scores
   * are those that `score` gives.
   */
  readonly best: (question: LexicalQuery, limit: number) => number[]
  /** Score of one document, as `score` gives it. */
  readonly scoreOf: (question: LexicalQuery, slot: number) => number
  /**
   * Puts a document in the place of another, or behind the last one. Rarities and mean lengths stay as they were when
   * the index was built, as they hardly move with one document among many; few documents can be put before a search slows down.
   */
  readonly put: (slot: number, fields: readonly CountedField[]) => void
  /** ln-scaled rarity of a term among the documents; the largest value when no document holds it. */
  readonly rarity: (term: string) => number
  /** Whether any document holds the term. */
  readonly holds: (term: string) => boolean
  /** The same of a term by its number in the book. */
  readonly holdsNumber: (id: number) => boolean
  /** All terms that documents hold. */
  readonly terms: () => Iterable<string>
}

/** Builds the index over documents whose fields stand in the same order in all of them. Each is read once. */
export function buildLexicalIndex(documents: Iterable<readonly LexicalField[]>, dials: LexicalDials): LexicalIndex {
  const book = createTermBook()
  const { count } = createTermCounter(book)
  const counted = Iterator.from(documents).map((fields) =>
    fields.map(({ terms, weight }) => ({ text: count(terms), weight })),
  )
  return atOnce(lexicalIndexSteps(counted, book, dials))
}

/** The same in steps, for terms that have their numbers in `book` already. */
export function* lexicalIndexSteps(
  documents: Iterable<readonly CountedField[]>,
  book: TermBook,
  dials: LexicalDials,
): Steps<LexicalIndex> {
  return createIndex(yield* layOutPostings(documents, book, dials))
}

/** The same where most documents stand in a former index too: what was worked out for them is taken from there. */
export function* changedIndexSteps({ postings }: LexicalIndex, patch: Patch): Steps<LexicalIndex> {
  const patched = yield* patchPostings(postings, patch)
  const { documents, dials } = patch
  return patched === undefined ? yield* lexicalIndexSteps(documents, postings.book, dials) : createIndex(patched)
}

function createIndex(postings: Postings): LexicalIndex {
  const { book, starts, slots, impacts, weighing } = postings
  const unknown = rarityOf(0, postings.size)
  const fresh = rarityOf(1, postings.size)
  /** Impacts of documents put since the index was built; their slots count for nothing in the postings. */
  const later = new Map<number, ReadonlyMap<number, number>>()
  let size = postings.size
  const search = createPrunedSearch(postings)
  const isGone = (slot: number): boolean => later.size > 0 && later.has(slot)
  const isHeld = (id: number): boolean =>
    (starts[id + 1] ?? 0) > (starts[id] ?? 0) || [...later.values()].some((impacts) => impacts.has(id))
  /** The number of a term that some document holds. */
  const find = (term: string): number | undefined => {
    const id = book.find(term)
    return id !== undefined && isHeld(id) ? id : undefined
  }
  const rarityOfId = (id: number): number =>
    (starts[id + 1] ?? 0) > (starts[id] ?? 0) ? (postings.rarity[id] ?? 0) : fresh
  const rarity = (term: string): number => {
    const id = find(term)
    return id === undefined ? unknown : rarityOfId(id)
  }

  return {
    postings,
    size: () => size,
    holds: (term) => find(term) !== undefined,
    holdsNumber: isHeld,
    // The book gives its terms in the order of their numbers.
    terms: () => Iterator.from(book.terms()).filter((_, id) => isHeld(id)),
    rarity,
    question(asked) {
      const ids: number[] = []
      const weights: number[] = []
      let ideal = 0
      let at = 0
      const numbers = book.numbersOf(asked)
      for (const { weight, origin } of asked.values()) {
        const id = numbers[at++] ?? -1
        const isFound = id >= 0 && isHeld(id)
        const telling = weight * (isFound ? rarityOfId(id) : unknown)
        const expected = origin === 'said' || (origin === 'known-name' && isFound)
        if (expected) ideal += telling * (weighing.k1 + 1)
        if (!isFound || weight <= 0) continue
        ids.push(id)
        weights.push(telling)
      }
      return { ids: Uint32Array.from(ids), weights: Float32Array.from(weights), ideal }
    },
    score(question, scores) {
      const touched: number[] = []
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
      if (later.size === 0) return touched
      for (const slot of later.keys()) scores[slot] = scoreOf(question, slot)
      return [...touched.filter((slot) => !later.has(slot)), ...met(question)]
    },
    best(question, limit) {
      const { slots: found, count } = search(question, limit, isGone)
      return [...Array.from(found.subarray(0, count)).filter((slot) => !isGone(slot)), ...met(question)]
    },
    scoreOf,
    put(slot, fields) {
      later.set(slot, weighDocument(fields, postings))
      size = Math.max(size, slot + 1)
    },
  }

  function scoreOf({ ids, weights }: LexicalQuery, slot: number): number {
    const own = later.get(slot)
    let score = 0
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0
      const at = own === undefined ? findSlot(slots, slot, starts[id] ?? 0, starts[id + 1] ?? 0) : -1
      const impact = own === undefined ? (at < 0 ? 0 : (impacts[at] ?? 0)) : (own.get(id) ?? 0)
      // In single precision and in the question's order, so that the sum is that of a scan.
      score = Math.fround(score + (weights[i] ?? 0) * impact)
    }
    return score
  }

  /** Documents put later that share a term with the question. */
  function met(question: LexicalQuery): number[] {
    return [...later.keys()].filter((slot) => scoreOf(question, slot) > 0)
  }
}
