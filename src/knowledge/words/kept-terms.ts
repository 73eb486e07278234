import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { fingerprintOf, readKept, writeKept } from '../../content/kept-file.ts'
import type { ReadBefore, RememberedTerms } from './remembered-terms.ts'
import { createTermBook } from './term-book.ts'
import type { CountedText } from './term-counts.ts'

/** What decides how a text is read as terms: this folder and the ear, besides the words the ear keeps whole. */
const READERS = [import.meta.dirname, join(import.meta.dirname, '../../language')]

/** The terms of the book in the order of their numbers, and the counted texts in a row, by the hash of the text. */
type Kept = {
  readonly terms: readonly string[]
  readonly texts: Float64Array
  readonly ends: Uint32Array
  readonly counts: Uint32Array
}

/** The file of terms in a folder, for an ear that keeps these words whole. */
export type KeptTerms = {
  /** What an earlier start read; undefined where nothing is kept that this ear would read alike. */
  readonly read: () => ReadBefore | undefined
  readonly write: (remembered: RememberedTerms) => void
}

/** Keeps the terms of the content's texts in a file: reading them anew is most of a start. */
export function keepTerms(file: string, domainWords: readonly string[]): KeptTerms {
  const key = createHash('sha256').update(fingerprintOf(READERS)).update(JSON.stringify(domainWords)).digest()
  return {
    read() {
      const payload = readKept(file, key)
      if (payload === undefined) return undefined
      const { terms, texts, ends, counts } = deserialize(payload) as Kept
      const book = createTermBook()
      for (const term of terms) book.add(term)
      const counted = Array.from(texts, (text, at): [number, CountedText] => [
        text,
        counts.subarray(ends[at - 1] ?? 0, ends[at]),
      ])
      return { book, texts: new Map(counted), isChanged: () => false }
    },
    write({ book, texts }) {
      const rows = [...texts.values()]
      const ends = new Uint32Array(rows.length)
      let end = 0
      rows.forEach((row, at) => (ends[at] = end += row.length))
      const counts = new Uint32Array(end)
      rows.forEach((row, at) => counts.set(row, ends[at - 1] ?? 0))
      const kept: Kept = { terms: [...book.terms()], texts: Float64Array.from(texts.keys()), ends, counts }
      writeKept(file, key, serialize(kept))
    },
  }
}
