import { buildLexicalIndex, type LexicalDials, type LexicalIndex } from './lexical-index.ts'
import { createQuestionReader, type AskedTerms, type QuestionReader } from './question-terms.ts'
import type { Synonyms } from './synonyms.ts'
import type { Ear, Terms } from './terms.ts'
import { weighWords } from './word-rarity.ts'

/** A text of a document with the weight of its field. */
export type TextField = { readonly text: string; readonly weight: number }

/** Scores of every document, 0..1, and which are above zero. `scores` is valid until the next call. */
export type TextScores = { readonly scores: Float32Array; readonly slots: readonly number[] }

/** Word search over documents given as plain text. */
export type TextIndex = {
  readonly size: number
  readonly search: (question: AskedTerms) => TextScores
  readonly lexical: LexicalIndex
}

/** The index over documents whose fields stand in the same order in all of them. */
export function buildTextIndex(
  documents: readonly (readonly TextField[])[],
  terms: (text: string) => Terms,
  dials: LexicalDials,
): TextIndex {
  const lexical = buildLexicalIndex(
    documents.map((fields) => fields.map((field) => ({ terms: terms(field.text), weight: field.weight }))),
    dials,
  )
  const scores = new Float32Array(lexical.size)
  let dirty: readonly number[] = []
  return {
    size: lexical.size,
    lexical,
    search(question) {
      for (const slot of dirty) scores[slot] = 0
      const asked = lexical.question(question)
      const slots = lexical.score(asked, scores)
      dirty = slots
      if (asked.ideal > 0) for (const slot of slots) scores[slot] = Math.min(1, (scores[slot] ?? 0) / asked.ideal)
      return { scores, slots }
    },
  }
}

/** The reader of questions for these indexes: weighs each word by its rarity in Chinese at large. */
export function buildQuestionReader(
  indexes: readonly TextIndex[],
  tools: { readonly ear: Ear; readonly terms: (text: string) => Terms; readonly synonyms: Synonyms },
): QuestionReader {
  const words = new Set<string>()
  for (const { lexical } of indexes) {
    for (const term of lexical.vocabulary.keys()) if (term.startsWith('w')) words.add(term.slice(1))
  }
  const weights = weighWords(words)
  return createQuestionReader({ ...tools, generality: (word) => weights.get(word) ?? 1 })
}
