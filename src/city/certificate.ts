import { z } from 'zod'

/**
 * An electronic certificate (电子证照) of one person: `GET /certificate/v1/{type}/{idNumber}`, header `X-Consent` naming the
 * citizen's consent to this very query. Contract: docs/city-contract.md.
 */
export const CertificateRecord = z.strictObject({
  type: z.string(),
  number: z.string().min(1).max(80),
  holder: z.strictObject({ name: z.string(), idNumber: z.string() }),
  issuedBy: z.string(),
  /** Null: it does not expire. */
  validUntil: z.iso.date().nullable(),
  asOf: z.iso.date(),
})
export type CertificateRecord = z.infer<typeof CertificateRecord>

/** The city's electronic certificates. */
export type Certificates = {
  /**
   * The certificate of a type that a person holds; undefined when she holds none.
   * @throws AppError 'city-unavailable' when the city cannot be asked, or its answer cannot be believed.
   */
  readonly fetch: (query: { type: string; idNumber: string; consent: string }) => Promise<CertificateRecord | undefined>
}
