import { z } from 'zod'
import type { Material } from '../../content/service.ts'
import type { FormWords } from '../words/form-words.ts'
import { ReadFrom, type Attached, type AttachedCertificate } from './attached.ts'
import { checkFile, FINDINGS } from './check-file.ts'

/** A material as chat, card, API and the filed case list it. */
export const MaterialLine = z.object({
  id: z.string(),
  label: z.string(),
  note: z.string().nullable(),
  upload: z.enum(['required', 'bring']),
  /** missing: a file or certificate is required and lacking. bring: shown at the window. later, promised: see `relief`. */
  state: z.enum(['missing', 'uploaded', 'certificate', 'later', 'promised', 'bring']),
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      check: z.enum(['agrees', 'differs', 'not-checked']),
      findings: z.array(z.enum(FINDINGS)),
      read: ReadFrom.default(null),
    }),
  ),
  /** The certificate that stands in for the paper. `detail` is its provenance: 电子证照·居住证·2026-11-20. */
  certificate: z.object({ id: z.string(), title: z.string(), detail: z.string() }).nullable(),
  /** How it may be done without for now, within how many days of submission, and the id of the citizen's word that she wants so. */
  relief: z
    .object({ as: z.enum(['later', 'promise']), days: z.number().int().nullable(), taken: z.string().nullable() })
    .nullable(),
})
export type MaterialLine = z.infer<typeof MaterialLine>

/** True for a material that keeps the application from being submitted. */
export function isMissing({ state }: MaterialLine): boolean {
  return state === 'missing'
}

/** A material with what was attached to it, judged by the values of the form on `today`. */
export function materialLine(
  material: Pick<Material, 'id' | 'label' | 'note' | 'upload' | 'satisfiedBy' | 'relief' | 'prints' | 'portrait'>,
  attached: readonly Attached[],
  { values, today, words }: { values: Readonly<Record<string, string>>; today: string; words: FormWords },
): MaterialLine {
  const own = attached.filter((one) => one.material === material.id)
  const files = own.flatMap((one) => {
    if (one.kind !== 'file') return []
    const { id, name, type, bytes, sha256, text } = one
    const { check, findings } = checkFile(one, material, values, today)
    return [{ id, name, type, bytes, sha256, check, findings: [...findings], read: text === null ? null : one.read }]
  })
  const held =
    material.satisfiedBy.length === 0
      ? undefined
      : own.find((one) => one.kind === 'certificate' && holds(one, values, today))
  const certificate = held?.kind === 'certificate' ? held : undefined
  const { upload, relief } = material
  const taken = own.find((one) => one.kind === 'relief' && one.as === relief?.as)?.id ?? null
  const lacking = upload === 'required' ? 'missing' : 'bring'
  const excused = relief?.as === 'later' ? 'later' : 'promised'
  return {
    id: material.id,
    label: material.label,
    note: material.note ?? null,
    upload,
    state:
      certificate !== undefined ? 'certificate' : files.length > 0 ? 'uploaded' : taken !== null ? excused : lacking,
    files,
    certificate:
      certificate === undefined
        ? null
        : {
            id: certificate.id,
            title: certificate.title,
            detail: words.certificate(certificate.title, certificate.asOf),
          },
    relief: relief === undefined ? null : { as: relief.as, days: relief.days ?? null, taken },
  }
}

/** Somebody else's certificate, or one that has expired, stands in for nothing. */
function holds(
  { holder, validUntil }: AttachedCertificate,
  { citizenId }: Readonly<Record<string, string>>,
  today: string,
): boolean {
  return citizenId === holder && (validUntil === null || validUntil >= today)
}
