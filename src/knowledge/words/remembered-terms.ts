import { createTermBook, type TermBook } from './term-book.ts'
import { createTermCounter, type CountedText } from './term-counts.ts'
import type { Terms } from './terms.ts'

/** A reader of texts that remembers the terms of every text it read, for the next edition. */
export type RememberedTerms = {
  readonly book: TermBook
  readonly read: (text: string) => CountedText
  readonly texts: ReadonlyMap<string, CountedText>
}

/** What an earlier edition read, and which of it reads otherwise by now. */
export type ReadBefore = Omit<RememberedTerms, 'read'> & {
  readonly isChanged: (text: string) => boolean
}

/**
 * Reads texts and remembers them, as most of them stand in the next edition too: a text that was read before and has not
 * changed is taken from there. A changed text is read line by line, since most of its lines were read before.
 */
export function rememberTerms(terms: (text: string) => Terms, before: ReadBefore | undefined): RememberedTerms {
  const book = before?.book ?? createTermBook()
  const counter = createTermCounter(book)
  const texts = new Map<string, CountedText>()
  const countOf = (text: string): CountedText => {
    const old = before?.texts.get(text)
    if (old !== undefined && before?.isChanged(text) === false) return old
    return text.includes('\n') ? counter.join(text.split('\n').map(read)) : counter.count(terms(text))
  }
  const read = (text: string): CountedText => {
    const held = texts.get(text)
    if (held !== undefined) return held
    const counted = countOf(text)
    texts.set(text, counted)
    return counted
  }
  return { book, texts, read }
}
