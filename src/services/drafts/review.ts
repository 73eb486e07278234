import { createHash } from 'node:crypto'
import type { Filing } from '../../city/approval.ts'
import type { ReviewCard } from '../application.ts'
import { toldOf } from '../bundles/bundle-words.ts'
import { canonicalJson } from '../filing/canonical-json.ts'
import type { Form } from '../forms/form.ts'
import { isMissing } from '../materials/material-line.ts'
import type { Standing } from './standing.ts'

/** The review card without its one-time secrets. */
export type ReviewContent = Omit<ReviewCard, 'confirmation' | 'code' | 'expiresAt'>

/** What stands between a draft and its submission. `field` is null for a rule of eligibility. */
export type Defect = { readonly field: string | null; readonly label: string; readonly message: string }

/** Every defect at once (一次性告知), fields in the order of asking, then eligibility, then materials. Empty when the draft is complete. */
export function defectsOf(form: Form, standing: Standing): Defect[] {
  const label = (id: string): string => form.byId.get(id)?.field.label ?? id
  const bad = new Set(standing.problems.map(({ field }) => field))
  return [
    ...standing.pending
      .filter((id) => !bad.has(id))
      .map((id) => ({ field: id, label: label(id), message: form.words.lacking(label(id)) })),
    ...standing.problems.map(({ field, message }) => ({ field, label: label(field), message })),
    ...standing.eligibility
      .filter(({ outcome }) => outcome === 'no' || outcome === 'not-yet')
      .map(({ message }) => ({ field: null, label: form.words.conditions, message })),
    ...standing.papers
      .filter(isMissing)
      .map(({ label }) => ({ field: null, label, message: form.words.withoutPaper(label) })),
  ]
}

/**
 * Exactly what the citizen is shown and confirms, every value in full. `reviewHash` is the SHA-256 (hex) over the
 * canonical JSON of the card and of the canonical values: equal cards have equal hashes, any other word another one.
 */
export function reviewOf(applicationId: string, form: Form, standing: Standing, today: string): ReviewContent {
  const { service } = form
  const values = standing.applying.flatMap(({ field, known }) =>
    known === undefined
      ? []
      : [
          {
            id: field.field.id,
            label: field.field.label,
            value: field.spell(known.value, today),
            provenance: form.words.provenance(known.provenance),
          },
        ],
  )
  const card = {
    applicationId,
    service: service.id,
    title: form.words.title(service),
    values,
    materials: [...standing.papers],
    fee: standing.fee,
    deadline: form.limit === null ? null : form.words.deadline(form.limit),
    ...toldOf(form, standing.closed),
  }
  const hashed = canonicalJson({ card, canonicalValues: filedValues(standing) })
  return { ...card, reviewHash: createHash('sha256').update(hashed).digest('hex') }
}

/** The values as the approval system receives them: canonical form, fields that apply. */
export function filedValues(standing: Standing): Filing['values'] {
  return standing.applying.flatMap(({ field, known }) =>
    known === undefined
      ? []
      : [{ id: field.field.id, label: field.field.label, value: known.value, provenance: known.provenance }],
  )
}
