import { clauseBefore, clausesOf } from '../clause.ts'
import { isAccount } from '../elements/bare-text.ts'
import type { Span } from './corrections.ts'
import type { Claim, FieldToRead } from './field.ts'

/** A reading of a choice below this confidence is a guess from a word that could mean something else. */
const SURE_CHOICE = 0.75

const CODES = new Set<string>(['mobile', 'citizen-id', 'bank-card', 'email'])

/** Asked for a name or a reason, people answer with it: a word in it that another field's choice would know is no choice. */
export function dropGuesses(taken: Claim[], text: string, asked: FieldToRead): void {
  const account = isAccount([asked.label, ...asked.labels])
  for (let at = taken.length - 1; at >= 0; at -= 1) {
    const { field, labelled, reading } = taken[at] ?? {}
    // An account is kept whole: of the sums and people it tells of, none is the answer to another question.
    const told = account && field !== undefined && !CODES.has(field.element)
    const nameBeside =
      field?.element === 'name' &&
      ((field.shown !== undefined && labelled === false) || isOfThird(text, reading?.start ?? 0))
    if (told || nameBeside) {
      taken.splice(at, 1)
      continue
    }
    if (reading === undefined || (field?.element !== 'choice' && field?.element !== 'yes-no')) continue
    const guessed = labelled === false && reading.confidence < SURE_CHOICE
    if (guessed || (field.element === 'yes-no' && isPartOfName(reading, text))) taken.splice(at, 1)
  }
}

/** 他叫…: asked for a party, she names that one, and not herself. */
function isOfThird(text: string, start: number): boolean {
  return /(?:他|她|对方)(?:的?名字)?(?:叫做?|是)$/.test(clauseBefore(text, start))
}

/** Words by which a clause states something; a clause without one names a thing. */
const STATES = /[是有没不无未在用要给会能想办交住]/

/** 厂房 in 样例厂房 is part of what the thing is called, and says neither yes nor no. */
function isPartOfName({ start, end }: Span, text: string): boolean {
  const clause = clausesOf(text).find((span) => span.start <= start && end <= span.end)
  const words = clause === undefined ? '' : text.slice(clause.start, clause.end).trim()
  return words.length > end - start && !STATES.test(words)
}
