import { fieldStates, knownValues, type FieldState } from './applicable-fields.ts'
import { closesTheWay, judgeEligibility } from './eligibility.ts'
import type { BundlePart, Form } from './form.ts'

/** The parts of a bundle that are not filed, as far as the values show: they do not apply, or a rule of theirs closes them. */
export function closedParts(form: Form, states: readonly FieldState[], today: string): ReadonlySet<BundlePart> {
  const values = knownValues(states)
  const known = new Map(
    states.flatMap(({ field, known: value }) => (value === undefined ? [] : [[field.field.id, value] as const])),
  )
  const isClosed = ({ when, form: own, kept }: BundlePart): boolean => {
    if (when?.evaluate(values, today) === false) return true
    if (own === undefined) return false
    return judgeEligibility(own, fieldStates(own, kept(known), today), today).findings.some(closesTheWay)
  }
  return new Set((form.parts ?? []).filter(isClosed))
}

/** The fields of a bundle: what only parts ask that are closed is asked no more, except what closes them. */
export function withoutClosed(
  form: Form,
  states: readonly FieldState[],
  closed: ReadonlySet<BundlePart>,
): readonly FieldState[] {
  if (closed.size === 0) return states
  const parts = form.parts ?? []
  return states.map((state) => {
    const { id } = state.field.field
    const using = parts.filter(({ uses }) => uses.has(id))
    const stays = using.length === 0 || using.some((part) => !closed.has(part) || part.judgedBy.has(id))
    return stays ? state : { ...state, applies: false, known: undefined, problem: undefined }
  })
}
