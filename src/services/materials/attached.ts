import { z } from 'zod'

const Common = {
  id: z.string(),
  /** Id of the material in the form, or of the item of a supplement. */
  material: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
}

/** In pixels, as the header of the picture says. */
const PictureSize = z.object({ width: z.number().int(), height: z.number().int() })
export type PictureSize = z.infer<typeof PictureSize>

/** Where the words of a file come from: written in the PDF, or recognised on the picture; null: there are none. */
export const ReadFrom = z.enum(['text-layer', 'recognised']).nullable()

/** An uploaded file, without its contents. `text`: its words, the beginning; null where there are none. `pixels`: null for a PDF. */
export const AttachedFile = z.object({
  ...Common,
  kind: z.literal('file'),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  /** Of the contents as kept, hexadecimal. */
  sha256: z.string(),
  text: z.string().nullable(),
  /** Files of earlier than this was noted have the words of a PDF. */
  read: ReadFrom.default('text-layer'),
  pixels: PictureSize.nullable().default(null),
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

/** That a material comes later (容缺受理), or that a promise stands in for it (告知承诺): confirmed with the review. */
export const AttachedRelief = z.object({ ...Common, kind: z.literal('relief'), as: z.enum(['later', 'promise']) })
export type AttachedRelief = z.infer<typeof AttachedRelief>

/** What an application brings besides its values. */
export const Attached = z.discriminatedUnion('kind', [AttachedFile, AttachedCertificate, AttachedRelief])
export type Attached = z.infer<typeof Attached>
