import type { KeptValues } from '../forms/applicable-fields.ts'
import type { GivenValue } from '../application.ts'
import type { ActingFor } from '../counter.ts'
import type { Form } from '../forms/form.ts'
import { ACTING } from './acting.ts'
import { answerFor } from './represented-service.ts'
import { whoseForm } from './whose.ts'

/** What the form records of whom she acts for, where she said so: in its own field, where it asks for that by itself. */
export function actingValues(form: Form, actingFor: ActingFor | undefined): Record<string, GivenValue> {
  if (form.acting === undefined || actingFor === undefined) return {}
  const { relation, kin, detail } = actingFor
  const { asks } = form.service.acting
  const answer = answerFor(form.service.acting, relation)
  const value = (said: string): GivenValue => ({ value: said, provenance: { kind: 'citizen', detail } })
  return {
    ...(form.byId.has(ACTING.relation) ? { [ACTING.relation]: value(kin ?? relation) } : {}),
    ...(asks === undefined || answer === undefined || !form.byId.has(asks.field)
      ? {}
      : { [asks.field]: value(answer) }),
  }
}

/** Name and number of a person, and where the form, or the one it was before, has those of whoever acts. */
function agentBeside(...forms: readonly (Form | undefined)[]) {
  const guardian = forms.some((form) => form?.acting === 'child' && !form.byId.has(ACTING.name))
  return guardian
    ? ([
        ['name', 'guardianName'],
        ['citizenId', 'guardianCitizenId'],
      ] as const)
    : ([
        ['name', ACTING.name],
        ['citizenId', ACTING.citizenId],
      ] as const)
}

/** Values of a draft that turns out to be for another person: what she said of herself is then of the one who acts, and back. */
export function keptActing(kept: KeptValues, before: Form | undefined, form: Form): KeptValues {
  const label = (of: Form | undefined, id: string): string | undefined => of?.byId.get(id)?.field.label
  // Under another label a field is about another person; whom she acts for, and by what right, is asked anew, and nothing on
  // record of the one is so of the other.
  const same = [...kept].filter(
    ([id, { provenance }]) =>
      (before === undefined || label(before, id) === label(form, id)) &&
      (provenance.kind === 'citizen' || provenance.kind === 'derived'),
  )
  const next = new Map(same)
  for (const id of [ACTING.relation, ACTING.right, form.service.acting.asks?.field ?? '']) next.delete(id)
  for (const [id, acts] of agentBeside(form, before)) {
    const herself = kept.get(before?.acting === undefined ? id : acts)
    const to = form.acting === undefined ? id : acts
    next.delete(id)
    next.delete(acts)
    // Before she said for whom it is, a name may be anybody's.
    const isHers = before === undefined || whoseForm(before, kept) !== 'open'
    if (herself !== undefined && isHers && form.byId.has(to)) next.set(to, herself)
  }
  return next
}
