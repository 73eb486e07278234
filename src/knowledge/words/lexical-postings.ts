import type { LexicalDials } from './lexical-index.ts'
import { atOnce, type Steps } from '../steps.ts'
import type { TermBook } from './term-book.ts'
import { CLASSES, layInRow, type CountedField, type TermCounts } from './term-counts.ts'
import { shareOf, weighingOf, type Weighing } from './weighing.ts'

/**
 * The postings of all terms in one row, slots rising within each term. Every posting holds the impact its term has there
 * but for the term's rarity, which changes for many documents when one is changed.
 */
export type Postings = {
  readonly size: number
  readonly book: TermBook
  /** Where the postings of a term begin; one more than there are terms. */
  readonly starts: Uint32Array
  readonly slots: Uint32Array
  readonly impacts: Float32Array
  readonly rarity: Float32Array
  /** The largest impact of each term. */
  readonly peaks: Float32Array
  readonly weighing: Weighing
}

/** ln-scaled rarity of a term that `holders` of `size` documents hold. */
export function rarityOf(holders: number, size: number): number {
  return Math.log(1 + (size - holders + 0.5) / (holders + 0.5))
}

/** The rarity of every term. Most terms are held by as few documents as many others, and a logarithm takes its time. */
export function raritiesOf(starts: Uint32Array, size: number): Float32Array {
  const byHolders = Float32Array.from({ length: size + 1 }, (_, holders) => rarityOf(holders, size))
  const rarity = new Float32Array(starts.length - 1)
  for (let id = 0; id < rarity.length; id++) rarity[id] = byHolders[(starts[id + 1] ?? 0) - (starts[id] ?? 0)] ?? 0
  return rarity
}

/**
 * Reads the documents once, one after another, and lays out their postings (BM25F: frequencies of the fields are
 * discounted by their own length, weighted and added before they saturate).
 * Source: Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009, §3.6.
 */
export function* layOutPostings(
  documents: Iterable<readonly CountedField[]>,
  book: TermBook,
  dials: LexicalDials,
): Steps<Postings> {
  const counted = yield* layInRow(documents)
  const size = counted.documents
  const weighing = weighingOf(counted, dials)
  const terms = book.size()
  const starts = startsOf(counted, terms)
  yield
  const rarity = raritiesOf(starts, size)
  yield
  const slots = new Uint32Array(starts[terms] ?? 0)
  const impacts = new Float32Array(slots.length)
  const peaks = new Float32Array(terms)
  const next = starts.slice()
  const sums = sumsFor(book)
  for (const [slot, fields] of documentsOf(counted)) {
    for (const id of addFields(counted, book, weighing, fields, sums)) {
      const at = next[id] ?? 0
      next[id] = at + 1
      slots[at] = slot
      const impact = impactOf(take(sums, id), weighing)
      impacts[at] = impact
      if (impact > (peaks[id] ?? 0)) peaks[id] = impact
    }
    yield
  }
  return { size, book, starts, slots, impacts, rarity, peaks, weighing }
}

/** Impacts of one more document's terms by number, weighed as if it had been among the others. */
export function weighDocument(
  fields: readonly CountedField[],
  { book, weighing }: Postings,
): ReadonlyMap<number, number> {
  return new Map(weighFields(fields, book, weighing, sumsFor(book)))
}

/** The same with sums that may be used again. */
export function weighFields(
  fields: readonly CountedField[],
  book: TermBook,
  weighing: Weighing,
  sums: Sums,
): (readonly [id: number, impact: number])[] {
  const ids = addFields(atOnce(layInRow([fields])), book, weighing, { start: 0, end: fields.length }, sums)
  return ids.map((id) => [id, Math.fround(impactOf(take(sums, id), weighing))])
}

function impactOf(value: number, { k1 }: Weighing): number {
  return (value * (k1 + 1)) / (value + k1)
}

/** Weighted frequencies by term, and which terms have one; used again for each document. */
export type Sums = { readonly values: Float32Array; readonly held: Uint8Array }

export function sumsFor(book: TermBook): Sums {
  return { values: new Float32Array(book.size()), held: new Uint8Array(book.size()) }
}

/** The frequency of a term, which is set back. */
function take({ values, held }: Sums, id: number): number {
  const value = values[id] ?? 0
  values[id] = 0
  held[id] = 0
  return value
}

/** Adds the weighted frequencies of a document's fields by term; gives the terms. */
function addFields(
  counted: TermCounts,
  book: TermBook,
  weighing: Weighing,
  fields: Span,
  { values, held: isHeld }: Sums,
): number[] {
  const { fieldEnds, fieldWeights, fieldLengths, ids, counts } = counted
  const held: number[] = []
  const shares = new Float64Array(CLASSES)
  for (let field = fields.start; field < fields.end; field++) {
    for (let kind = 0; kind < CLASSES; kind++) {
      const length = fieldLengths[field * CLASSES + kind] ?? 0
      shares[kind] = shareOf(fieldWeights[field] ?? 0, length, weighing, field - fields.start, kind)
    }
    const end = fieldEnds[field] ?? 0
    for (let at = field === 0 ? 0 : (fieldEnds[field - 1] ?? 0); at < end; at++) {
      const id = ids[at] ?? 0
      if (isHeld[id] === 0) held.push(id)
      isHeld[id] = 1
      values[id] = (values[id] ?? 0) + (counts[at] ?? 0) * (shares[book.classOf(id)] ?? 0)
    }
  }
  return held
}

type Span = { readonly start: number; readonly end: number }

function* documentsOf({ documentEnds }: TermCounts): Generator<[slot: number, fields: Span]> {
  for (let slot = 0, start = 0; slot < documentEnds.length; slot++) {
    const end = documentEnds[slot] ?? 0
    yield [slot, { start, end }]
    start = end
  }
}

/** Where each term's postings begin: one posting a document, whatever the number of its fields. */
function startsOf(counted: TermCounts, terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1)
  const lastSeen = new Uint32Array(terms)
  for (const [slot, fields] of documentsOf(counted)) {
    const end = fields.end === 0 ? 0 : (counted.fieldEnds[fields.end - 1] ?? 0)
    for (let at = fields.start === 0 ? 0 : (counted.fieldEnds[fields.start - 1] ?? 0); at < end; at++) {
      const id = counted.ids[at] ?? 0
      if (lastSeen[id] === slot + 1) continue
      lastSeen[id] = slot + 1
      starts[id + 1] = (starts[id + 1] ?? 0) + 1
    }
  }
  for (let id = 0; id < terms; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  return starts
}
