import { clauseBefore } from '../clause.ts'
import { corrects, overlaps } from './corrections.ts'
import type { Claim, FieldsContext } from './field.ts'
import { ownerSpokenOf } from './owner.ts'
import { dayAskedFor } from './which-day.ts'

/** Whether a value is surely of its field, and not only of a kind with it. */
function isSure({ field, labelled }: Claim): boolean {
  return labelled || field.element !== 'date'
}

const ONE_OF_TWO = new Set(['name', 'mobile', 'bank-card', 'date'])

/** Of two names or numbers told when one was asked for, with nobody named whose they are, either may be meant. */
export function hasRival(
  folded: string,
  { field, reading, labelled }: Claim,
  claims: readonly Claim[],
  taken: readonly Claim[],
  { asked }: FieldsContext,
): boolean {
  if (!ONE_OF_TWO.has(field.element) || field.id !== asked || corrects(folded, reading)) return false
  if (labelled && field.element !== 'date') return false
  const rivals = claims.filter(
    ({ field: other, reading: rival }) =>
      other === field &&
      rival.problem === undefined &&
      rival.value !== reading.value &&
      !overlaps(rival, reading) &&
      ownerSpokenOf(clauseBefore(folded, rival.start), '') === ownerSpokenOf(clauseBefore(folded, reading.start), '') &&
      !taken.some((held) => held.field !== field && isSure(held) && overlaps(held.reading, rival)),
  )
  if (field.element !== 'date') return rivals.length > 0
  return !dayAskedFor(folded, [reading, ...rivals.map((rival) => rival.reading)], field).includes(reading)
}
