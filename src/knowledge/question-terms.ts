import type { Synonyms } from './synonyms.ts'
import type { Ear, Terms } from './terms.ts'

/**
 * How much a term of each class counts against a word. Measured on two outside collections of citizens' questions
 * (docs/decisions/0003): single characters tie words of one root and survive typos, so they count like words.
 */
const CLASS_WEIGHT: Readonly<Record<string, number>> = { w: 0.75, '2': 0.5, '1': 1 }
/** A word without a subject of its own still breaks ties. */
const STOP_WEIGHT = 0.2
/** A term that the thesaurus adds counts less than one the citizen said. */
const SYNONYM_WEIGHT = 0.6

export type QuestionReader = (question: string) => ReadonlyMap<string, number>

type Tools = {
  readonly ear: Ear
  readonly terms: (text: string) => Terms
  readonly synonyms: Synonyms
  /** Weight of a word by its rarity in the language at large; 1 when unknown. */
  readonly generality: (word: string) => number
}

/** Reads a question into its distinct terms with weights: what was said, and under less weight what it may mean. */
export function createQuestionReader({ ear, terms, synonyms, generality }: Tools): QuestionReader {
  const weigh = (term: string): number => {
    const kind = term[0] ?? 'w'
    const word = term.slice(1)
    const subject = ear.isStopWord(word) ? STOP_WEIGHT : kind === 'w' ? generality(word) : 1
    return (CLASS_WEIGHT[kind] ?? 1) * subject
  }
  return (question) => {
    const weighted = new Map<string, number>()
    for (const term of terms(question)) if (!weighted.has(term)) weighted.set(term, weigh(term))
    for (const { means } of synonyms.find(ear.normalise(question))) {
      for (const word of means) {
        for (const term of terms(word)) {
          if (!weighted.has(term)) weighted.set(term, (weigh(term) * SYNONYM_WEIGHT) / means.length)
        }
      }
    }
    return weighted
  }
}
