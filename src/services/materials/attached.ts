import { z } from 'zod'

const Common = {
  id: z.string(),
  /** Id of the material in the form, or of the item of a supplement. */
  material: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
}

/** An uploaded file, without its contents. `text`: the text layer of a PDF, its beginning; null where there is none. */
export const AttachedFile = z.object({
  ...Common,
  kind: z.literal('file'),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  /** Of the contents as kept, hexadecimal. */
  sha256: z.string(),
  text: z.string().nullable(),
})
export type AttachedFile = z.infer<typeof AttachedFile>

/** An electronic certificate that the city holds of a citizen. */
export const AttachedCertificate = z.object({
  ...Common,
  kind: z.literal('certificate'),
  /** The source of the consent it was fetched under. */
  source: z.string(),
  title: z.string(),
  number: z.string(),
  /** Identity number of its holder. */
  holder: z.string(),
  /** ISO dates; `validUntil` null: it does not expire. */
  validUntil: z.string().nullable(),
  asOf: z.string(),
})
export type AttachedCertificate = z.infer<typeof AttachedCertificate>

/** What an application brings besides its values. */
export const Attached = z.discriminatedUnion('kind', [AttachedFile, AttachedCertificate])
export type Attached = z.infer<typeof Attached>
