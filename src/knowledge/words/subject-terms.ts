import type { Ear, Terms } from './terms.ts'

/**
 * The terms that carry a text's subject: words and single characters, stop words left out. Pairs of characters are
 * left out too: they triple the cost of learning a space and were measured to add nothing to it.
 */
export function createSubjectReader(ear: Ear, terms: (text: string) => Terms): (text: string) => Terms {
  return (text) => terms(text).filter((term) => !term.startsWith('2') && !ear.isStopWord(term.slice(1)))
}
