import { readQuestionTypes } from '../../language/index.ts'
import type { Ear, Terms } from '../words/terms.ts'
import type { WeightedTerm } from './term-scores.ts'

/** What is read of a question to tell the section it asks about. */
export type SectionReader = {
  readonly ear: Pick<Ear, 'normalise' | 'words'>
  readonly terms: (text: string) => Terms
}

/** What a term counts by its class: unlike the subject, the section asked about is told by the small words. */
const CLASS_WEIGHT: Readonly<Record<string, number>> = { w: 0.7, '2': 0.7, '1': 0.5 }
/** Two words or three characters in a row. */
const SEQUENCE_WEIGHT = 0.7
const LAST_CLAUSE_WEIGHT = 1
const HEARD_WEIGHT = 1

/** How much of the last clause is read, in characters: a story comes first, the question at the end. */
const LAST = 12
const CLAUSE_END = /[，。？！,.?!；;、\s]+/u
const HAN_RUN = /\p{Script=Han}{3,}/gu

/** Terms that tell of the section: all that is said, what stands in a row, the end of it, and the types the ear hears. */
export function sectionTerms(question: string, { ear, terms }: SectionReader): WeightedTerm[] {
  const normal = ear.normalise(question)
  const said = new Map<string, number>()
  for (const term of terms(normal)) said.set(term, CLASS_WEIGHT[term[0] ?? 'w'] ?? 1)
  const words = ear.words(normal)
  for (let at = 1; at < words.length; at++) said.set(`row ${words[at - 1]} ${words[at]}`, SEQUENCE_WEIGHT)
  for (const [run] of normal.matchAll(HAN_RUN)) {
    const characters = Array.from(run)
    for (let at = 2; at < characters.length; at++)
      said.set(`row ${characters.slice(at - 2, at + 1).join('')}`, SEQUENCE_WEIGHT)
  }
  for (const term of terms(lastClause(normal))) said.set(`last ${term}`, LAST_CLAUSE_WEIGHT)
  for (const { section } of readQuestionTypes(question)) said.set(`asks ${section}`, HEARD_WEIGHT)
  return [...said]
}

function lastClause(text: string): string {
  const clauses = text.split(CLAUSE_END).filter((clause) => clause.length > 1)
  return (clauses.at(-1) ?? text).slice(-LAST)
}
