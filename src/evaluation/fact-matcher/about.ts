import { writtenForm, type Clause } from './clauses.ts'

/** Whether a clause, or what it stands under, names one of the aliases. */
export function speaksOf({ text, above }: Clause, about: readonly string[]): boolean {
  return about.map(writtenForm).some((alias) => text.includes(alias) || above.some((head) => head.includes(alias)))
}
