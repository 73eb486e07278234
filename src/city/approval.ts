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
  materials: z.array(z.strictObject({ id: z.string(), label: z.string() })),
})
export type Filing = z.infer<typeof Filing>

export const Acknowledgement = z.strictObject({ filingNumber: z.string(), receivedAt: z.iso.datetime() })
export type Acknowledgement = z.infer<typeof Acknowledgement>

/** `GET /approval/v1/filings/{receiptNumber}`: progress, oldest first. */
export const Progress = z.strictObject({
  receiptNumber: z.string(),
  events: z.array(
    z.strictObject({
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
    }),
  ),
})
export type Progress = z.infer<typeof Progress>

/** The approval system as our rooms see it. Every call has a time limit. */
export type Approval = {
  /** @throws AppError 'city-unavailable' when it cannot be reached or answers 5xx; 'conflict' when the key was used with another body. */
  readonly file: (filing: Filing, idempotencyKey: string) => Promise<Acknowledgement>
  /** undefined when the system does not know the receipt number. */
  readonly progress: (receiptNumber: string) => Promise<Progress | undefined>
  readonly withdraw: (receiptNumber: string, reason: string) => Promise<void>
}
