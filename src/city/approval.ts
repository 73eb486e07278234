import { z } from 'zod'

/** The documented contract of the city's approval system (审批系统). JSON over HTTP; errors are problem+json. */

/** `POST /approval/v1/filings`, header `Idempotency-Key`. The same key with the same body answers the same acknowledgement; with another body 409. */
export const Filing = z.strictObject({
  receiptNumber: z.string(),
  department: z.string(),
  itemCode: z.string(),
  service: z.string(),
  title: z.string(),
  submittedAt: z.iso.datetime(),
  completion: z.enum(['online', 'appointment']),
  reviewHash: z.string(),
  values: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      value: z.string(),
      provenance: z.strictObject({ kind: z.string(), detail: z.string() }),
    }),
  ),
  /** `state` is absent for a paper that is brought to the window. */
  materials: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      state: z.enum(['missing', 'uploaded', 'certificate', 'later', 'promised', 'bring']).optional(),
      files: z
        .array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            type: z.string(),
            bytes: z.number().int(),
            sha256: z.string(),
            /** Whether kind, name, number and expiry were compared with the form, by the words of the file. */
            check: z.enum(['agrees', 'differs', 'not-checked']),
            findings: z.array(z.enum(['too-small', 'other-kind', 'name-not-found', 'number-differs', 'expired'])),
            /** Where its words come from: written in the PDF, or recognised on the picture by a program, which may misread. */
            read: z.enum(['text-layer', 'recognised']).nullable().optional(),
          }),
        )
        .optional(),
      /** Provenance of the electronic certificate. */
      certificate: z.string().optional(),
      /** 容缺受理: handed in by `dueBy`, the last day in Asia/Shanghai. 告知承诺: the citizen's promise, confirmed with the review, stands in for it. */
      relief: z.strictObject({ as: z.enum(['later', 'promise']), dueBy: z.iso.date().nullable() }).optional(),
    }),
  ),
})
export type Filing = z.infer<typeof Filing>

export const Acknowledgement = z.strictObject({ filingNumber: z.string(), receivedAt: z.iso.datetime() })
export type Acknowledgement = z.infer<typeof Acknowledgement>

/** What a clerk asks for (补正通知), all of it at once. `value`: a field of the form to be put right, under the form's id; `material`: a paper. */
export const SupplementNotice = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(80),
        kind: z.enum(['value', 'material']),
        label: z.string().min(1).max(200),
        reason: z.string().min(1).max(500),
      }),
    )
    .min(1)
    .max(50),
  /** The last day it may be given, in Asia/Shanghai. */
  dueBy: z.iso.date(),
  /** The law the deadline rests on. */
  basis: z.string().max(200),
})
export type SupplementNotice = z.infer<typeof SupplementNotice>

/** What the citizen gives to a notice: one answer to each of its items. */
export const SupplementGiven = z.strictObject({
  answers: z
    .array(z.strictObject({ id: z.string().max(80), value: z.string().min(1).max(500) }))
    .min(1)
    .max(50),
  /** When the citizen gave it, which is what the last day is held against; absent: when it arrives. */
  givenAt: z.iso.datetime().optional(),
})
export type SupplementGiven = z.infer<typeof SupplementGiven>

/** 好差评: one rating a case. */
export const Rating = z.strictObject({ score: z.number().int().min(1).max(5), comment: z.string().max(500) })
export type Rating = z.infer<typeof Rating>

/** `GET /approval/v1/filings/{receiptNumber}`: progress, oldest first. */
export const Progress = z.strictObject({
  receiptNumber: z.string(),
  events: z.array(
    z.strictObject({
      /** Names the event for good; an event told twice under one id is one event. */
      id: z.string().min(1).max(80).optional(),
      at: z.iso.datetime(),
      status: z.enum([
        'accepted',
        'supplement',
        'approved',
        'rejected',
        'delivered',
        'not-accepted',
        'returned',
        'withdrawn',
      ]),
      text: z.string(),
      /** How to object to a refusal: 行政复议、行政诉讼. */
      redress: z.string().max(1_000).optional(),
      supplement: SupplementNotice.optional(),
    }),
  ),
})
export type Progress = z.infer<typeof Progress>

/**
 * `PUT /approval/v1/filings/{receiptNumber}/files/{id}`: the bytes of a file, at most 10 MiB, with `Content-Digest` (RFC 9530),
 * `X-Material` and `X-File-Name` (percent-encoded). The same file again changes nothing.
 */
export const FileSent = z.strictObject({
  id: z.string(),
  /** Id of the material of the filing, or of the item of a notice. */
  material: z.string(),
  name: z.string(),
  type: z.string(),
  /** Of the bytes, hexadecimal. */
  sha256: z.string(),
})
export type FileSent = z.infer<typeof FileSent>

/** The approval system as our rooms see it. Every call has a time limit. */
export type Approval = {
  /** @throws AppError 'city-unavailable' when it cannot be reached or answers 5xx; 'conflict' when the key was used with another body. */
  readonly file: (filing: Filing, idempotencyKey: string) => Promise<Acknowledgement>
  /** undefined when the system does not know the receipt number. */
  readonly progress: (receiptNumber: string) => Promise<Progress | undefined>
  readonly withdraw: (receiptNumber: string, reason: string) => Promise<void>
  /**
   * @throws AppError 'conflict' when it was given late, was not asked for, or one was given already; 'internal' when the city does
   *   not take it. `details.cityCode` says which, `details.detail` why in the department's words (`supplement-refused`).
   */
  readonly supplement: (receiptNumber: string, given: SupplementGiven, idempotencyKey: string) => Promise<void>
  /** @throws AppError 'conflict' when the case is not decided, or rated already. */
  readonly rate: (receiptNumber: string, rating: Rating) => Promise<void>
  /** @throws AppError 'not-found' for a filing it does not know; 'internal' when bytes and hash differ. */
  readonly sendFile: (receiptNumber: string, file: FileSent, content: Uint8Array) => Promise<void>
}
