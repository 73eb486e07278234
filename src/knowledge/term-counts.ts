import type { LexicalField } from './lexical-index.ts'
import { TERM_CLASSES, type Terms } from './terms.ts'

/** How often each term stands in each field of each document, as numbers in a row: 100,000 documents must fit. */
export type TermCounts = {
  readonly documents: number
  readonly vocabulary: Map<string, number>
  /** Class of each term. */
  readonly classes: Uint8Array
  /** Where the fields of a document end, and where the entries of a field end. */
  readonly documentEnds: Uint32Array
  readonly fieldEnds: Uint32Array
  readonly fieldWeights: Float32Array
  /** Terms of a field by class, `TERM_CLASSES.length` numbers each. */
  readonly fieldLengths: Uint32Array
  /** An entry is a term of a field and how often it stands there. */
  readonly ids: Uint32Array
  readonly counts: Uint16Array
}

export const CLASSES = TERM_CLASSES.length

/** Position of a term's class among the classes. */
export function classOf(term: string): number {
  return Math.max(0, TERM_CLASSES.indexOf((term[0] ?? 'w') as never))
}

/** Counts the terms of documents, each read once and forgotten. */
export function countTerms(documents: Iterable<readonly LexicalField[]>): TermCounts {
  const vocabulary = new Map<string, number>()
  const classes = growing(Uint8Array)
  const documentEnds = growing(Uint32Array)
  const fieldEnds = growing(Uint32Array)
  const fieldWeights = growing(Float32Array)
  const fieldLengths = growing(Uint32Array)
  const ids = growing(Uint32Array)
  const counts = growing(Uint16Array)
  for (const fields of documents) {
    for (const { terms, weight } of fields) {
      const lengths = lengthsByClass(terms)
      for (const length of lengths) fieldLengths.push(length)
      for (const [term, count] of frequencies(terms)) {
        let id = vocabulary.get(term)
        if (id === undefined) {
          vocabulary.set(term, (id = vocabulary.size))
          classes.push(classOf(term))
        }
        ids.push(id)
        counts.push(Math.min(0xffff, count))
      }
      fieldWeights.push(weight)
      fieldEnds.push(ids.length())
    }
    documentEnds.push(fieldEnds.length())
  }
  return {
    documents: documentEnds.length(),
    vocabulary,
    classes: classes.values(),
    documentEnds: documentEnds.values(),
    fieldEnds: fieldEnds.values(),
    fieldWeights: fieldWeights.values(),
    fieldLengths: fieldLengths.values(),
    ids: ids.values(),
    counts: counts.values(),
  }
}

/** How often each term stands among `terms`. */
export function frequencies(terms: Terms): Map<string, number> {
  const found = new Map<string, number>()
  for (const term of terms) found.set(term, (found.get(term) ?? 0) + 1)
  return found
}

/** How many of the terms are of each class. */
export function lengthsByClass(terms: Terms): number[] {
  const lengths = Array.from({ length: CLASSES }, () => 0)
  for (const term of terms) {
    const kind = classOf(term)
    lengths[kind] = (lengths[kind] ?? 0) + 1
  }
  return lengths
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array

/** A typed array that doubles when it is full. */
function growing<T extends Numbers>(Kind: new (size: number) => T) {
  let held = new Kind(1024)
  let used = 0
  return {
    length: () => used,
    values: () => held.subarray(0, used) as T,
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
