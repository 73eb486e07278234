import { changedIndexSteps, lexicalIndexSteps, type LexicalDials, type LexicalIndex } from './lexical-index.ts'
import { createQuestionReader, type AskedTerms, type QuestionReader } from './question-terms.ts'
import type { RememberedTerms } from './remembered-terms.ts'
import { atOnce, type Steps } from '../steps.ts'
import type { Synonyms } from './synonyms.ts'
import { createTermBook, type TermBook } from './term-book.ts'
import { createTermCounter, type CountedField } from './term-counts.ts'
import type { Ear, Terms } from './terms.ts'
import { weighWords } from './word-rarity.ts'

/** A text of a document with the weight of its field. */
export type TextField = { readonly text: string; readonly weight: number }

/** Scores of documents, 0..1, and which are above zero. `scores` is valid until the next call. */
export type TextScores = { readonly scores: Float32Array; readonly slots: readonly number[] }

/** Reads texts as terms with their numbers. */
export type TextReader = Pick<RememberedTerms, 'book' | 'read'>

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
  return atOnce(textIndexSteps(documents, forgetfulReader(terms), dials))
}

/** A reader that remembers no text: for what is read once. */
export function forgetfulReader(terms: (text: string) => Terms): TextReader {
  const book = createTermBook()
  const { count } = createTermCounter(book)
  return { book, read: (text) => count(terms(text)) }
}

/** The same in steps, with a reader that several indexes may share. */
export function* textIndexSteps(
  documents: Iterable<readonly TextField[]>,
  { book, read }: TextReader,
  dials: LexicalDials,
): Steps<TextIndex> {
  const readFields = fieldReader(read)
  return createIndex(yield* lexicalIndexSteps(Iterator.from(documents).map(readFields), book, dials), readFields)
}

/**
 * The same for documents of which most stand in a former index of that reader's book too: `placesBefore` tells where, -1
 * for one that is new.
 */
export function* changedTextIndexSteps(
  documents: readonly (readonly TextField[])[],
  { read }: TextReader,
  { former, placesBefore, dials }: { former: TextIndex; placesBefore: Int32Array; dials: LexicalDials },
): Steps<TextIndex> {
  if (placesBefore.length === former.size() && placesBefore.every((place, at) => place === at)) return former
  const readFields = fieldReader(read)
  const counted: CountedField[][] = []
  for (const fields of documents) {
    counted.push(readFields(fields))
    yield
  }
  const lexical = yield* changedIndexSteps(former.lexical, { documents: counted, placesBefore, dials })
  return createIndex(lexical, readFields)
}

type FieldReader = (fields: readonly TextField[]) => CountedField[]

function fieldReader(read: TextReader['read']): FieldReader {
  return (fields) => fields.map(({ text, weight }) => ({ text: read(text), weight }))
}

function createIndex(lexical: LexicalIndex, readFields: FieldReader): TextIndex {
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

type ReaderTools = {
  readonly ear: Ear
  readonly terms: (text: string) => Terms
  readonly synonyms: Synonyms
}

/**
 * The reader of questions for indexes that share a book of terms, in steps: weighs each word they hold by its rarity in
 * Chinese at large.
 */
export function* questionReaderSteps(
  book: TermBook,
  indexes: readonly TextIndex[],
  tools: ReaderTools,
): Steps<QuestionReader> {
  const weigh = yield* weighWords(book)
  const isHeld = (word: string): boolean => {
    const id = book.find(`w${word}`)
    return id !== undefined && indexes.some(({ lexical }) => lexical.holdsNumber(id))
  }
  return createQuestionReader({ ...tools, generality: (word) => (isHeld(word) ? weigh(word) : 1) })
}
