import type { FillResult, GivenValue } from '../application.ts'
import type { FieldState, KeptValues } from '../forms/applicable-fields.ts'
import type { Form, FormField } from '../forms/form.ts'
import { notVouchedAnyMore } from '../acting/whose.ts'
import { standingOf } from './standing.ts'
import { whatChanged } from './what-changed.ts'

/** What filling comes to: the values to keep, and a verdict for every field offered. */
export type FillDecision = Pick<FillResult, 'accepted' | 'rejected' | 'changed'> & {
  readonly kept: KeptValues
  /** The values that are new or other than before; empty when nothing is to be written. */
  readonly altered: KeptValues
}

const MAX_SHOWN_ID = 60

/**
 * Fills given values into a form. All are judged together, so their order does not matter. A value that fails its check
 * is rejected and leaves what was there; one for a field that does not apply is rejected, one for a field not yet
 * decided to apply is kept for then. Values of fields that stop applying are kept too, so that changing back restores
 * them. The same value once more changes nothing.
 */
export function decideFill(
  form: Form,
  kept: KeptValues,
  given: Readonly<Record<string, GivenValue>>,
  today: string,
): FillDecision {
  const before = standingOf(form, kept, today)
  const { candidates, rejected } = checkEach(form, given, today)
  const offered = standingOf(form, new Map([...kept, ...candidates]), today)
  const accepted: FillResult['accepted'][number][] = []
  const altered = new Map<string, GivenValue>()
  for (const [id, candidate] of candidates) {
    const state = offered.states.find(({ field }) => field.field.id === id)
    const refusal =
      state === undefined ? undefined : (refuse(form, state, candidate) ?? twice(form, offered.states, id, candidate))
    if (state === undefined || refusal !== undefined) {
      rejected.push({ field: id, label: state?.field.field.label ?? id, message: refusal ?? '' })
      continue
    }
    const held = before.states.find(({ field }) => field.field.id === id)?.known ?? kept.get(id)
    const isNew = held?.value !== candidate.value
    accepted.push({
      field: id,
      label: state.field.field.label,
      shown: state.field.show(candidate.value, today),
      previous: held !== undefined && isNew ? state.field.show(held.value, today) : null,
    })
    if (isNew) altered.set(id, candidate)
  }
  const unvouched = new Set(notVouchedAnyMore(form, kept, altered))
  const next: KeptValues = new Map([...kept, ...altered].filter(([id]) => !unvouched.has(id)))
  const after = standingOf(form, next, today)
  const corrected = accepted.some(({ previous }) => previous !== null)
  const changed = whatChanged({ words: form.words, before, after, kept, altered, corrected, today })
  const asked = after.applying.flatMap(({ field }) => (unvouched.has(field.field.id) ? [field.field.label] : []))
  const told = asked.length === 0 ? [] : [form.words.notVouched(form.words.list(asked))]
  return { kept: next, altered, accepted, rejected, changed: [...told, ...changed] }
}

type Rejection = FillResult['rejected'][number]

function checkEach(form: Form, given: Readonly<Record<string, GivenValue>>, today: string) {
  const candidates = new Map<string, GivenValue>()
  const rejected: Rejection[] = []
  for (const [id, { value, provenance }] of Object.entries(given)) {
    const field: FormField | undefined = form.byId.get(id)
    if (field === undefined) {
      const shownId = id.slice(0, MAX_SHOWN_ID)
      rejected.push({ field: shownId, label: shownId, message: form.words.noSuchField })
      continue
    }
    const checked = field.check(value, today)
    if (checked.ok) candidates.set(id, { value: checked.value, provenance })
    else rejected.push({ field: id, label: field.field.label, message: checked.problem })
  }
  return { candidates, rejected }
}

/** Nobody has the identity number of another: not a child that of a parent. The parts of a bundle may ask for one person twice. */
function twice(form: Form, states: readonly FieldState[], id: string, { value }: GivenValue): string | undefined {
  if (form.parts !== undefined || form.byId.get(id)?.field.element !== 'citizen-id') return undefined
  const other = states.find(
    ({ field: { field }, applies, known }) =>
      field.id !== id && field.element === 'citizen-id' && applies === true && known?.value === value,
  )
  return other === undefined ? undefined : form.words.sameNumber(other.field.field.label)
}

/** Why a sound value is not taken all the same, or undefined. */
function refuse(form: Form, { field, applies, known }: FieldState, candidate: GivenValue): string | undefined {
  if (applies === false) return form.words.notNeeded
  const from = field.field.derive?.from
  if (from === undefined || known?.provenance.kind !== 'derived' || known.value === candidate.value) return undefined
  const source = form.byId.get(from)?.field.label ?? from
  return form.words.disagrees(source)
}
