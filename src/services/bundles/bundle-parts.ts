import type { BundlePart, Form } from '../forms/form.ts'
import { knownValues, type KeptValues } from '../forms/applicable-fields.ts'
import { materialOf } from './bundle-materials.ts'
import { closesTheWay } from '../forms/eligibility.ts'
import type { Attached } from '../materials/attached.ts'
import { standingOf, type Standing } from '../drafts/standing.ts'

/** What becomes of each part of a bundle when it is filed, in order. */
export type PartStanding = {
  readonly part: BundlePart
  /** `file`: it is filed. `told`: done elsewhere, nothing is filed. `skipped`: it does not apply, or may not be done. */
  readonly state: 'file' | 'told' | 'skipped'
  readonly reason: string | null
  readonly form: Form | undefined
  readonly kept: KeptValues
  readonly attached: readonly Attached[]
  readonly standing: Standing | undefined
}

/** Judges every part under the standing of the whole. */
export function partsOf(
  form: Form,
  whole: Standing,
  today: string,
  attached: readonly Attached[] = [],
): PartStanding[] {
  const values = knownValues(whole.states)
  const known: KeptValues = new Map(
    whole.applying.flatMap(({ field, known: value }) =>
      value === undefined ? [] : [[field.field.id, value] as const],
    ),
  )
  return (form.parts ?? []).map((part): PartStanding => {
    const kept = part.kept(known, today)
    const own = attachedTo(part, attached)
    const base = { part, form: part.form, kept, attached: own, standing: undefined }
    if (part.when !== undefined && part.when.evaluate(values, today) !== true)
      return { ...base, state: 'skipped', reason: form.words.notApplying }
    if (part.form === undefined) return { ...base, state: 'told', reason: part.note }
    const standing = standingOf(part.form, kept, today, own)
    const closed = standing.eligibility.find(closesTheWay)
    if (closed !== undefined) return { ...base, standing, state: 'skipped', reason: closed.message }
    return { ...base, standing, state: 'file', reason: null }
  })
}

/** What was attached to the whole for a material of this part. */
function attachedTo({ id, form }: BundlePart, attached: readonly Attached[]): Attached[] {
  const own = new Map(form?.materials.map(({ material }) => [materialOf(id, material.id), material.id]))
  return attached.flatMap((one) => {
    const material = own.get(one.material)
    return material === undefined ? [] : [{ ...one, material }]
  })
}
