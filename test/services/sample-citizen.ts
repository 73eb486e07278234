import type { GivenValue } from '../../src/services/index.ts'

/** Monday 23 November 2026, 10:00 in Xiamen. */
export const MONDAY = Date.parse('2026-11-23T02:00:00Z')
export const TODAY = '2026-11-23'

/** Synthetic numbers whose check digit is right; they belong to nobody. */
export const ADULT_ID = '350203199001010018'
export const OTHER_ID = '350206198812300021'

/** Values as the citizen said them. */
export function said(values: Readonly<Record<string, string>>): Record<string, GivenValue> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, provenance: { kind: 'citizen', detail: '您说的' } }]),
  )
}

/** Everything the sample pass asks of a tenant who applies for the first time. */
export const COMPLETE = {
  situation: 'first-issue',
  local: 'false',
  livesSince: '2025-03-01',
  name: '陈小样',
  mobile: '13800000000',
  citizenId: ADULT_ID,
  rented: 'true',
  landlord: '林样例',
  landlordMobile: '13900000000',
} as const
