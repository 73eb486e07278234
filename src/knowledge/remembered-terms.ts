import { createTermBook, numberTerms, type TermBook } from './term-book.ts'
import type { Terms } from './terms.ts'

/** A reader of terms that remembers every line it read, for the next edition. */
export type RememberedTerms = {
  readonly book: TermBook
  readonly read: (text: string) => Uint32Array
  readonly lines: ReadonlyMap<string, Uint32Array>
}

/** What an earlier edition read, and which of it reads otherwise by now. */
export type ReadBefore = {
  readonly remembered: RememberedTerms
  readonly isChanged: (line: string) => boolean
}

/**
 * Reads texts line by line and remembers the lines, as most of them stand in the next edition too. Lines that were
 * read before and have not changed are taken from there.
 */
export function rememberTerms(read: (text: string) => Terms, before: ReadBefore | undefined): RememberedTerms {
  const book = before?.remembered.book ?? createTermBook()
  const lines = new Map<string, Uint32Array>()
  const readLine = (line: string): Uint32Array => {
    const held = lines.get(line)
    if (held !== undefined) return held
    const old = before?.remembered.lines.get(line)
    const terms = old !== undefined && before?.isChanged(line) === false ? old : numberTerms(read(line), book)
    lines.set(line, terms)
    return terms
  }
  return {
    book,
    lines,
    read: (text) => (text.includes('\n') ? joined(text.split('\n').map(readLine)) : readLine(text)),
  }
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
