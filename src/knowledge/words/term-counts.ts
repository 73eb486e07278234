import type { Steps } from '../steps.ts'
import type { TermBook } from './term-book.ts'
import { TERM_CLASSES, type Terms } from './terms.ts'

/**
 * The terms of a text by their numbers: how many there are of each class (`CLASSES` numbers), then each term with how
 * often it stands there, in the order of their first standing. One row of numbers, since there are many texts.
 */
export type CountedText = Uint32Array

/** One field of a document: its terms, and how much one of them counts against the other fields. */
export type CountedField = { readonly text: CountedText; readonly weight: number }

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

/** Counts the terms of texts. */
export type TermCounter = {
  readonly count: (terms: Terms) => CountedText
  /** The same of several texts as one. */
  readonly join: (texts: readonly CountedText[]) => CountedText
}

export function createTermCounter(book: TermBook): TermCounter {
  /** How often each term stands in the text at hand. */
  let tally = new Uint32Array(1024)
  let found: number[] = []
  const add = (id: number, often: number): void => {
    if (tally.length <= id) {
      const larger = new Uint32Array(book.size() * 2)
      larger.set(tally)
      tally = larger
    }
    const before = tally[id] ?? 0
    if (before === 0) found.push(id)
    tally[id] = before + often
  }
  const taken = (): CountedText => {
    const counted = new Uint32Array(CLASSES + 2 * found.length)
    let at = CLASSES
    for (const id of found) {
      const often = tally[id] ?? 0
      const kind = book.classOf(id)
      counted[kind] = (counted[kind] ?? 0) + often
      counted[at++] = id
      counted[at++] = often
      tally[id] = 0
    }
    found = []
    return counted
  }
  return {
    count(terms) {
      for (const term of terms) add(book.add(term), 1)
      return taken()
    },
    join(texts) {
      for (const text of texts) {
        for (let at = CLASSES; at < text.length; at += 2) add(text[at] ?? 0, text[at + 1] ?? 0)
      }
      return taken()
    },
  }
}

/** Puts the counts of documents in a row, each read once and forgotten. */
export function* layInRow(documents: Iterable<readonly CountedField[]>): Steps<TermCounts> {
  const documentEnds = growing(Uint32Array)
  const fieldEnds = growing(Uint32Array)
  const fieldWeights = growing(Float32Array)
  const fieldLengths = growing(Uint32Array)
  const ids = growing(Uint32Array)
  const counts = growing(Uint16Array)
  for (const fields of documents) {
    for (const { text, weight } of fields) {
      for (let kind = 0; kind < CLASSES; kind++) fieldLengths.push(text[kind] ?? 0)
      const entries = (text.length - CLASSES) / 2
      const ownIds = ids.room(entries)
      const ownCounts = counts.room(entries)
      for (let entry = 0, at = CLASSES; entry < entries; entry++, at += 2) {
        ownIds[entry] = text[at] ?? 0
        ownCounts[entry] = Math.min(MOST, text[at + 1] ?? 0)
      }
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
  /** Room for so many numbers behind the last one, to be filled before the next call. */
  const room = (size: number): T => {
    if (used + size > held.length) {
      const larger = new Kind(Math.max(held.length * 2, used + size))
      larger.set(held)
      held = larger
    }
    used += size
    return held.subarray(used - size, used) as T
  }
  return {
    length: () => used,
    values: () => held.subarray(0, used) as T,
    room,
    push(value: number) {
      if (used < held.length) held[used++] = value
      else room(1)[0] = value
    },
  }
}
