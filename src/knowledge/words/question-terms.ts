import type { Synonyms } from './synonyms.ts'
import type { Ear, Terms } from './terms.ts'

/**
 * How much a term of each class counts against a word. Measured on two outside collections of citizens' questions
 * (docs/decisions/0003): single characters tie words of one root and survive typos, so they count like words.
 */
const CLASS_WEIGHT: Readonly<Record<string, number>> = { w: 0.75, '2': 0.5, '1': 1 }
/** A word without a subject of its own still breaks ties. */
const STOP_WEIGHT = 0.2
/** A term that the thesaurus adds counts less than one the citizen said: for the guides' own word, for its other names. */
const MEANT_WEIGHT = 0.6
const SIBLING_WEIGHT = 0.2

/** What one term of a question is worth. */
export type AskedTerm = {
  readonly weight: number
  /**
   * said: the citizen's own, and a document without it answers less. known-name: part of a name that the thesaurus
   * explains, so a document need not hold it. meant: the guides' own word for what was said. added: another name of it.
   * No document is expected to hold what only the thesaurus says.
   */
  readonly origin: 'said' | 'known-name' | 'meant' | 'added'
  /** Of a known name: words of what it means, so that 报户口 tells no more than 出生登记 does. */
  readonly meaning?: readonly string[]
}

/** The distinct terms of a question. */
export type AskedTerms = ReadonlyMap<string, AskedTerm>

export type QuestionReader = (question: string) => AskedTerms

type Tools = {
  readonly ear: Ear
  readonly terms: (text: string) => Terms
  readonly synonyms: Synonyms
  /** Weight of a word by its rarity in the language at large; 1 when unknown. */
  readonly generality: (word: string) => number
}

/** Reads a question into its distinct terms with weights: what was said, and under less weight what it may mean. */
export function createQuestionReader({ ear, terms, synonyms, generality }: Tools): QuestionReader {
  const ask = (term: string, origin: AskedTerm['origin'], share = 1): AskedTerm => {
    const kind = term[0] ?? 'w'
    const word = term.slice(1)
    const telling = ear.isStopWord(word) ? STOP_WEIGHT : kind === 'w' ? generality(word) : 1
    return { weight: (CLASS_WEIGHT[kind] ?? 1) * telling * share, origin }
  }
  /** Terms of the thesaurus's words, read once. */
  const known = new Map<string, Terms>()
  const termsOf = (word: string): Terms => {
    const read = known.get(word) ?? terms(word)
    known.set(word, read)
    return read
  }
  return (question) => {
    const asked = new Map<string, AskedTerm>()
    for (const term of terms(question)) if (!asked.has(term)) asked.set(term, ask(term, 'said'))
    for (const { seen, means, siblings } of synonyms.find(ear.normalise(question))) {
      const meaning = means.flatMap((word) => termsOf(word).filter((term) => term.startsWith('w')))
      for (const term of termsOf(seen)) asked.set(term, { ...ask(term, 'known-name'), meaning })
      for (const word of means) add(asked, word, 'meant', MEANT_WEIGHT)
      for (const word of siblings) add(asked, word, 'added', SIBLING_WEIGHT)
    }
    return asked
  }

  /** Single characters of a word nobody said would only tie it to strangers. */
  function add(asked: Map<string, AskedTerm>, word: string, origin: 'meant' | 'added', share: number): void {
    const all = termsOf(word)
    // 没有公司 is another name for 灵活就业; its 公司 is not.
    const whole = `w${word}`
    for (const term of origin === 'added' && all.includes(whole) ? [whole] : all) {
      if (!term.startsWith('1') && !asked.has(term)) asked.set(term, ask(term, origin, share))
    }
  }
}
