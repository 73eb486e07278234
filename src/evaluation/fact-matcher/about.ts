import type { Clause } from './clauses.ts'
import { names } from './names.ts'

/** Whether a clause, or what it stands under, names one of the aliases. */
export function speaksOf({ text, above }: Clause, about: readonly string[]): boolean {
  return about.some((alias) => names(text, alias) || above.some((head) => names(head, alias)))
}
