import { createTermBook, type TermBook } from './term-book.ts'
import { createTermCounter, type CountedText } from './term-counts.ts'
import type { Terms } from './terms.ts'
import { longHashOf } from './text-hash.ts'

/** A reader of texts that remembers the terms of every text it read, for the next edition. */
export type RememberedTerms = {
  readonly book: TermBook
  readonly read: (text: string) => CountedText
  /** By the hash of the text, so that no text is held. */
  readonly texts: ReadonlyMap<number, CountedText>
  /** Whether a text was read that was not known from before. */
  readonly isNew: () => boolean
}

/** What an earlier edition read, and which of it reads otherwise by now. */
export type ReadBefore = Pick<RememberedTerms, 'book' | 'texts'> & {
  readonly isChanged: (text: string) => boolean
}

/**
 * Reads texts and remembers them, as most of them stand in the next edition too: a text that was read before and has not
 * changed is taken from there. A changed text is read line by line, since most of its lines were read before.
 */
export function rememberTerms(terms: (text: string) => Terms, before: ReadBefore | undefined): RememberedTerms {
  const book = before?.book ?? createTermBook()
  const counter = createTermCounter(book)
  let isNew = false
  const texts = new Map<number, CountedText>()
  const countOf = (text: string, key: number): CountedText => {
    const old = before?.texts.get(key)
    if (old !== undefined && before?.isChanged(text) === false) return old
    isNew = true
    return text.includes('\n') ? counter.join(text.split('\n').map(read)) : counter.count(terms(text))
  }
  const read = (text: string): CountedText => {
    const key = longHashOf(text)
    const held = texts.get(key)
    if (held !== undefined) return held
    const counted = countOf(text, key)
    texts.set(key, counted)
    return counted
  }
  return { book, texts, read, isNew: () => isNew }
}
