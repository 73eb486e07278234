import { readQuestionTypes } from '../../language/index.ts'
import { formOf, readAnswerForm } from './answer-form.ts'
import { bestOf } from '../words/best-of.ts'
import type { LexicalDials } from '../words/lexical-index.ts'
import type { AskedTerms } from '../words/question-terms.ts'
import { createSentenceCover } from '../words/sentence-cover.ts'
import type { Steps } from '../steps.ts'
import { textIndexSteps, type TextField, type TextReader, type TextScores } from '../words/text-index.ts'

/** How many documents `weigh` reads at most, so that as many have to be found. */
export const ANSWERS_READ = 20

/** What speaks for a text as an answer beside its words as a whole. */
export type AnswerEvidence = {
  /** Weighs the best documents found anew, in place; the others keep the share of their words. Scores stay 0..1. */
  readonly weigh: (question: string, asked: AskedTerms, found: TextScores) => void
  readonly put: (slot: number, text: string) => void
}

/** Shares of the sum, chosen on one half of an outside collection's questions and checked on the other (docs/decisions/0003). */
const SHARES = { whole: 1, opening: 0.3, sentence: 0.2, form: 0.04 }
const SUM = SHARES.whole + SHARES.opening + SHARES.sentence + SHARES.form

/** Code units of a text's opening, where an answer most often takes the question up. */
const OPENING = 80

type Tools = {
  readonly reader: TextReader
  readonly normalise: (text: string) => string
  readonly dials: LexicalDials
}

/** Reads plain texts as answers. A document that is all title, with '' for its text, keeps its score. */
export function* answerEvidenceSteps(texts: readonly string[], tools: Tools): Steps<AnswerEvidence> {
  const { reader, normalise, dials } = tools
  const opening = (text: string): TextField[] => [{ text: text.slice(0, OPENING), weight: 1 }]
  const { lexical: openings, put } = yield* textIndexSteps(Iterator.from(texts).map(opening), reader, dials)
  const normal: string[] = []
  const forms: number[] = []
  const hold = (slot: number, text: string): void => {
    normal[slot] = normalise(text)
    forms[slot] = readAnswerForm(normal[slot])
  }
  for (const [slot, text] of texts.entries()) {
    hold(slot, text)
    yield
  }
  const read = createSentenceCover()

  return {
    weigh(question, asked, { scores, slots }) {
      const inOpening = openings.question(asked)
      const cover = read(
        [...asked].flatMap(([term, { weight, origin }]) =>
          term.startsWith('1') && origin === 'said' ? [[term.slice(1), weight * openings.rarity(term)] as const] : [],
        ),
      )
      const wanted = formOf(readQuestionTypes(question).map(({ section }) => section))
      const best = new Set(bestOf(slots, (slot) => scores[slot] ?? 0, ANSWERS_READ).map(({ slot }) => slot))
      for (const slot of slots) {
        const text = normal[slot] ?? ''
        if (text === '') continue
        if (!best.has(slot)) {
          scores[slot] = (SHARES.whole * (scores[slot] ?? 0)) / SUM
          continue
        }
        const start = inOpening.ideal > 0 ? Math.min(1, openings.scoreOf(inOpening, slot) / inOpening.ideal) : 0
        const isForm = ((forms[slot] ?? 0) & wanted) !== 0
        const total =
          SHARES.whole * (scores[slot] ?? 0) +
          SHARES.opening * start +
          SHARES.sentence * cover(text) +
          SHARES.form * Number(isForm)
        scores[slot] = total / SUM
      }
    },
    put(slot, text) {
      put(slot, opening(text))
      hold(slot, text)
    },
  }
}
