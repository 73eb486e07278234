import { z } from 'zod'

/**
 * A resident as the population registry (人口库) tells it: `GET /registry/v1/residents/{idNumber}`, header `X-Consent` naming the
 * citizen's consent to this very query. Contract: docs/city-contract.md.
 */
export const Resident = z.strictObject({
  idNumber: z.string(),
  name: z.string(),
  sex: z.enum(['男', '女']),
  birthDate: z.iso.date(),
  householdAddress: z.string(),
})
export type Resident = z.infer<typeof Resident>
