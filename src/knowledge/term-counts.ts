import type { Steps } from './steps.ts'
import type { TermBook } from './term-book.ts'
import { TERM_CLASSES } from './terms.ts'

/** One field of a document: its terms by their numbers, and how much one of them counts against the other fields. */
export type CountedField = { readonly terms: Uint32Array; readonly weight: number }

/** How often each term stands in each field of each document, as numbers in a row: 100,000 documents must fit. */
export type TermCounts = {
  readonly documents: number
  /** Where the fields of a document end, and where the entries of a field end. */
  readonly documentEnds: Uint32Array
  readonly fieldEnds: Uint32Array
  readonly fieldWeights: Float32Array
  /** Terms of a field by class, `CLASSES` numbers each. */
  readonly fieldLengths: Uint32Array
  /** An entry is a term of a field and how often it stands there. */
  readonly ids: Uint32Array
  readonly counts: Uint16Array
}

export const CLASSES = TERM_CLASSES.length
/** A term that stands in a text more often than this counts no further. */
const MOST = 0xffff

/** Counts the terms of documents, each read once and forgotten. */
export function* countTerms(documents: Iterable<readonly CountedField[]>, book: TermBook): Steps<TermCounts> {
  const documentEnds = growing(Uint32Array)
  const fieldEnds = growing(Uint32Array)
  const fieldWeights = growing(Float32Array)
  const fieldLengths = growing(Uint32Array)
  const ids = growing(Uint32Array)
  const counts = growing(Uint16Array)
  /** How often each term stands in the field at hand. */
  let tally = new Uint16Array(1024)
  const lengths = new Uint32Array(CLASSES)
  for (const fields of documents) {
    for (const { terms, weight } of fields) {
      if (tally.length < book.size()) tally = new Uint16Array(book.size() * 2)
      const from = ids.length()
      lengths.fill(0)
      for (const id of terms) {
        const kind = book.classOf(id)
        lengths[kind] = (lengths[kind] ?? 0) + 1
        const count = tally[id] ?? 0
        if (count === 0) ids.push(id)
        if (count < MOST) tally[id] = count + 1
      }
      for (let at = from; at < ids.length(); at++) {
        const id = ids.at(at)
        counts.push(tally[id] ?? 0)
        tally[id] = 0
      }
      for (const length of lengths) fieldLengths.push(length)
      fieldWeights.push(weight)
      fieldEnds.push(ids.length())
    }
    documentEnds.push(fieldEnds.length())
    yield
  }
  return {
    documents: documentEnds.length(),
    documentEnds: documentEnds.values(),
    fieldEnds: fieldEnds.values(),
    fieldWeights: fieldWeights.values(),
    fieldLengths: fieldLengths.values(),
    ids: ids.values(),
    counts: counts.values(),
  }
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array

/** A typed array that doubles when it is full. */
function growing<T extends Numbers>(Kind: new (size: number) => T) {
  let held = new Kind(1024)
  let used = 0
  return {
    length: () => used,
    values: () => held.subarray(0, used) as T,
    at: (place: number): number => held[place] ?? 0,
    push(value: number) {
      if (used === held.length) {
        const larger = new Kind(held.length * 2)
        larger.set(held)
        held = larger
      }
      held[used++] = value
    },
  }
}
