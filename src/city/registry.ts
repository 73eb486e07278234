import { z } from 'zod'

/**
 * What a register (人口库, 户籍库, 社保库 …) holds of one person: `GET /registry/v1/{register}/{idNumber}`, header `X-Consent` naming
 * the citizen's consent to this very query. `values`: canonical values of data elements under the register's own names.
 * Contract: docs/city-contract.md.
 */
export const RegisterRecord = z.strictObject({
  register: z.string(),
  idNumber: z.string(),
  /** The day the register stands for. */
  asOf: z.iso.date(),
  values: z.record(z.string(), z.string()),
})
export type RegisterRecord = z.infer<typeof RegisterRecord>

/** The city's registers. */
export type Registry = {
  /**
   * What a register holds of a person; undefined when it holds nothing.
   * @throws AppError 'city-unavailable' when it cannot be asked, or its answer cannot be believed.
   */
  readonly look: (query: {
    register: string
    idNumber: string
    /** Reference of the recorded consent, 8–200 visible ASCII characters. */
    consent: string
  }) => Promise<RegisterRecord | undefined>
}
