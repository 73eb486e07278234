import type { Clause } from './clauses.ts'
import { names } from './names.ts'

/** Whether a clause itself names one of the aliases. */
export function namesItself({ text, mainland }: Pick<Clause, 'text' | 'mainland'>, about: readonly string[]): boolean {
  return about.some((alias) => names(text, alias) || (mainland !== text && names(mainland, alias)))
}

/** Whether a clause, or what it stands under, names one of the aliases. */
export function speaksOf(clause: Clause, about: readonly string[]): boolean {
  return namesItself(clause, about) || about.some((alias) => clause.above.some((head) => names(head, alias)))
}
