import type { KeptValues } from '../applicable-fields.ts'
import type { GivenValue } from '../application.ts'
import type { ActingFor } from '../counter.ts'
import type { Form } from '../form.ts'
import { ACTING } from './acting.ts'

/** What the form records of whom she acts for, where she said so. */
export function actingValues(form: Form, actingFor: ActingFor | undefined): Record<string, GivenValue> {
  if (form.acting === undefined || actingFor === undefined) return {}
  const { relation, detail } = actingFor
  return { [ACTING.relation]: { value: relation, provenance: { kind: 'citizen', detail } } }
}

const SWAPPED = [
  ['name', ACTING.name],
  ['citizenId', ACTING.citizenId],
] as const

/** Values of a draft that turns out to be for another person: what she said of herself is then of the one who acts, and back. */
export function keptActing(kept: KeptValues, before: Form | undefined, form: Form): KeptValues {
  const label = (of: Form | undefined, id: string): string | undefined => of?.byId.get(id)?.field.label
  // Under another label a field is about another person; whom she acts for, and by what right, is asked anew.
  const same = [...kept].filter(([id]) => before === undefined || label(before, id) === label(form, id))
  const next = new Map(same)
  for (const id of [ACTING.relation, ACTING.right]) next.delete(id)
  for (const [own, agent] of SWAPPED) {
    const herself = kept.get(before?.acting === undefined ? own : agent)
    const to = form.acting === undefined ? own : agent
    next.delete(own)
    next.delete(agent)
    if (herself !== undefined) next.set(to, herself)
  }
  return next
}
