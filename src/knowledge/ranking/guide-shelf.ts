import type { Passage } from '../passage.ts'
import type { AskedTerm, AskedTerms } from '../words/question-terms.ts'
import type { Terms } from '../words/terms.ts'
import { buildTextIndex, type TextIndex } from '../words/text-index.ts'
import type { LexicalDials } from '../words/lexical-index.ts'

/** Which passage of one guide a question is about, when the guide is known. */
export type GuideShelf = {
  /** Fit of every passage of the guide, 0..1, in the order of its passages. */
  readonly fits: (guide: string, asked: AskedTerms) => readonly number[]
}

/** A heading of 常见问题 is a question, and says best whether it is the one asked; another heading is the same in every guide. */
const FAQ_HEADING_WEIGHT = 3
const HEADING_WEIGHT = 0.05

type Opened = {
  readonly index: TextIndex
  /** Words of a passage's heading with their rarity in the guide, where the heading is a question of its own. */
  readonly questions: readonly (ReadonlyMap<string, number> | undefined)[]
}

type Tools = {
  readonly passagesOf: (guide: string) => readonly Passage[]
  readonly terms: (text: string) => Terms
  readonly isStopWord: (word: string) => boolean
  readonly dials: LexicalDials
}

/**
 * Words of a guide's matter stand in all its passages and tell none of them apart, so rarity counts within the guide;
 * words it does not use, as in the story around a question, count for nothing. An index is built when first asked for.
 */
export function createGuideShelf({ passagesOf, terms, isStopWord, dials }: Tools): GuideShelf {
  const opened = new Map<string, Opened>()
  const open = (guide: string): Opened => {
    const before = opened.get(guide)
    if (before !== undefined) return before
    const passages = passagesOf(guide)
    const documents = passages.map(({ section, heading, text, textEn, pointsEn }) => [
      { text: heading, weight: section === 'faq' ? FAQ_HEADING_WEIGHT : HEADING_WEIGHT },
      { text: `${text}\n${textEn ?? ''}`, weight: 1 },
      { text: Object.values(pointsEn).join('\n'), weight: 1 },
    ])
    const index = buildTextIndex(documents, terms, dials)
    const { rarity } = index.lexical
    const questions = passages.map(({ section, heading }) => {
      if (section !== 'faq') return undefined
      const words = terms(heading).filter((term) => term.startsWith('w') && !isStopWord(term.slice(1)))
      return new Map(words.map((word) => [word, rarity(word)]))
    })
    const made = { index, questions }
    opened.set(guide, made)
    return made
  }
  return {
    fits(guide, asked) {
      const { index, questions } = open(guide)
      const { holds, rarity } = index.lexical
      // Another word for the matter itself tells the guide's passages apart no better than the matter's own word.
      const telling = (term: string, own: number): number => {
        const meant = (asked.get(term)?.meaning ?? []).filter(holds).map(rarity)
        return meant.length === 0 ? own : Math.min(own, Math.max(...meant))
      }
      const known = new Map<string, AskedTerm>()
      for (const [term, one] of asked) {
        if (!holds(term)) continue
        const own = rarity(term)
        known.set(term, { ...one, weight: (one.weight * telling(term, own)) / own })
      }
      const { scores } = index.search(known)
      return questions.map((words, at) => {
        const score = Math.min(1, scores[at] ?? 0)
        return words === undefined ? score : Math.sqrt(score * shareAsked(words, asked, telling))
      })
    },
  }
}

/** A heading that is little more than the matter's name (居住证有什么用) asks nothing that could be met. */
const UNSAID = 1

/** How much of what an item of 常见问题 asks was asked, 0..1: a question about 挂靠 is not answered to who never spoke of it. */
function shareAsked(
  words: ReadonlyMap<string, number>,
  asked: AskedTerms,
  telling: (term: string, own: number) => number,
): number {
  let all = 0
  let met = 0
  for (const [word, rarity] of words) {
    // Squared, for the one word that is in no other passage is mostly what the item is about.
    const weight = telling(word, rarity) ** 2
    all += weight
    if (asked.has(word)) met += weight
  }
  return met / (all + UNSAID)
}
