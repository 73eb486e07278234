import { lexicalIndexSteps, type LexicalDials, type LexicalIndex } from './lexical-index.ts'
import { createQuestionReader, type AskedTerms, type QuestionReader } from './question-terms.ts'
import type { RememberedTerms } from './remembered-terms.ts'
import { atOnce, type Steps } from './steps.ts'
import type { Synonyms } from './synonyms.ts'
import { createTermBook, numberTerms } from './term-book.ts'
import type { CountedField } from './term-counts.ts'
import type { Ear, Terms } from './terms.ts'
import { weighWords } from './word-rarity.ts'

/** A text of a document with the weight of its field. */
export type TextField = { readonly text: string; readonly weight: number }

/** Scores of documents, 0..1, and which are above zero. `scores` is valid until the next call. */
export type TextScores = { readonly scores: Float32Array; readonly slots: readonly number[] }

/** Word search over documents given as plain text. */
export type TextIndex = {
  readonly size: () => number
  /** Scores of all documents. */
  readonly search: (question: AskedTerms) => TextScores
  /**
   * Scores of the `limit` best documents and of those named in `also`; the others stand at zero. Reads only the postings
   * it needs, for collections too large for `search`.
   */
  readonly best: (question: AskedTerms, limit: number, also?: readonly number[]) => TextScores
  /** Puts a document in the place of another, or behind the last one. */
  readonly put: (slot: number, fields: readonly TextField[]) => void
  readonly lexical: LexicalIndex
}

/** The index over documents whose fields stand in the same order in all of them. */
export function buildTextIndex(
  documents: Iterable<readonly TextField[]>,
  terms: (text: string) => Terms,
  dials: LexicalDials,
): TextIndex {
  const book = createTermBook()
  return atOnce(textIndexSteps(documents, { book, read: (text) => numberTerms(terms(text), book) }, dials))
}

/** The same in steps, with a reader that several indexes may share. */
export function* textIndexSteps(
  documents: Iterable<readonly TextField[]>,
  { book, read }: Pick<RememberedTerms, 'book' | 'read'>,
  dials: LexicalDials,
): Steps<TextIndex> {
  const readFields = (fields: readonly TextField[]): CountedField[] =>
    fields.map((field) => ({ terms: read(field.text), weight: field.weight }))
  const lexical = yield* lexicalIndexSteps(Iterator.from(documents).map(readFields), book, dials)
  let scores = new Float32Array(lexical.size())
  let dirty: readonly number[] = []
  const clear = (): void => {
    for (const slot of dirty) scores[slot] = 0
    if (scores.length < lexical.size()) scores = new Float32Array(lexical.size() * 2)
  }
  return {
    size: lexical.size,
    lexical,
    search(question) {
      clear()
      const asked = lexical.question(question)
      const slots = lexical.score(asked, scores)
      dirty = slots
      if (asked.ideal > 0) for (const slot of slots) scores[slot] = Math.min(1, (scores[slot] ?? 0) / asked.ideal)
      return { scores, slots }
    },
    best(question, limit, also = []) {
      clear()
      const asked = lexical.question(question)
      const slots = [...new Set([...lexical.best(asked, limit), ...also])].filter((slot) => {
        const score = lexical.scoreOf(asked, slot)
        scores[slot] = asked.ideal > 0 ? Math.min(1, score / asked.ideal) : score
        return score > 0
      })
      dirty = slots
      return { scores, slots }
    },
    put: (slot, fields) => lexical.put(slot, readFields(fields)),
  }
}

/** Terms read between two pauses: a millisecond or two. */
const TERMS_AT_ONCE = 2000

type ReaderTools = {
  readonly ear: Ear
  readonly terms: (text: string) => Terms
  readonly synonyms: Synonyms
}

/** The reader of questions for these indexes, in steps: weighs each word by its rarity in Chinese at large. */
export function* questionReaderSteps(indexes: readonly TextIndex[], tools: ReaderTools): Steps<QuestionReader> {
  const words = new Set<string>()
  for (const { lexical } of indexes) {
    let read = 0
    for (const term of lexical.terms()) {
      if (term.startsWith('w')) words.add(term.slice(1))
      if (++read % TERMS_AT_ONCE === 0) yield
    }
  }
  const weights = yield* weighWords(words)
  return createQuestionReader({ ...tools, generality: (word) => weights.get(word) ?? 1 })
}
