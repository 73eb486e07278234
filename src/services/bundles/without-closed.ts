import type { FieldState } from '../forms/applicable-fields.ts'
import type { BundlePart, Form } from '../forms/form.ts'

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
