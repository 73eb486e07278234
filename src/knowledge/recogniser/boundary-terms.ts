import { plainForm } from '../../language/index.ts'
import { withPlacesAs } from '../ranking/elsewhere.ts'
import { kindTerms } from './kind-terms.ts'
import type { WeightedTerm } from './term-scores.ts'

const THERE = '某地'
const HERE = /厦门|思明|湖里|集美|海沧|同安|翔安|鼓浪屿|\bxiamen\b/g

/** What follows a place, as far as it tells what is to be done there: 某地…怎么 in 某地那边怎么办. */
const REACH = 10
/** Where a matter lies is told by the few words around a place, whatever the matter: they count more than all its words. */
const PLACE_WEIGHT = 2
const CLAUSE_END = /[，。？！,.?!；;]/u

/** Words that point to the other place, and words that bring a matter from there to here. */
const POINTING = {
  over: /那边|那里|那儿|那头|嗰邊|遐|当地|本地人|他们那|人家那|老家|村里|镇上|县里/,
  here: /厦门|这边|这里|这儿|来厦|回厦/,
  brought: /[转迁搬调移带寄]到?(?:过来|回来|来|入|进)|过来|回来|外地|异地|跨省|备案/,
}

/** True when a text in which places are brought to one form speaks of another one. */
export const namesElsewhere = (message: string): boolean => read(message).includes(THERE)

function read(message: string): string {
  return withPlacesAs(THERE, plainForm(message).replaceAll(HERE, '厦门'))
}

/**
 * Terms that tell where ordinary answers end. Which other place it is says nothing; what is said of it does: 老家在某地
 * is no matter of that place, and neither is what is asked of here.
 */
export function boundaryTerms(message: string): WeightedTerm[] {
  const text = read(message)
  return text.includes(THERE) ? [...kindTerms(text), ...aboutThere(text)] : kindTerms(text)
}

function aboutThere(text: string): WeightedTerm[] {
  const said = new Set<string>()
  const clauses = text.split(CLAUSE_END).filter((clause) => clause.trim() !== '')
  for (const [at, clause] of clauses.entries()) {
    for (let start = clause.indexOf(THERE); start >= 0; start = clause.indexOf(THERE, start + 1)) {
      const behind = Array.from(clause.slice(start + THERE.length)).slice(0, REACH)
      for (let pair = 1; pair < behind.length; pair++) said.add(`${behind[pair - 1]}${behind[pair]}`)
      said.add(`before ${clause.slice(Math.max(0, start - 1), start)}`)
      said.add(at === clauses.length - 1 ? 'asked' : 'told')
    }
  }
  for (const [name, words] of Object.entries(POINTING)) said.add(words.test(text) ? name : `not ${name}`)
  return [...said].map((term) => [`cue there ${term}`, term.length === 2 ? 1 : PLACE_WEIGHT])
}
