import { ACTING } from './acting/acting.ts'
import type { GivenValue } from './application.ts'
import type { SignedIn } from './citizen-desk.ts'
import type { Form } from './form.ts'

/** Fields that say who the applicant is, in every form under the same id, and what the identity provider vouches for. */
const VOUCHED = [
  { id: 'name', agent: ACTING.name, element: 'name', of: 'name' },
  { id: 'citizenId', agent: ACTING.citizenId, element: 'citizen-id', of: 'idNumber' },
  { id: 'mobile', agent: 'mobile', element: 'mobile', of: 'mobile' },
] as const

/** Whether signing in answers a field of this id, when the form has it. */
export function isVouched(field: string, { profile }: SignedIn): boolean {
  return VOUCHED.some(({ id, agent, of }) => (id === field || agent === field) && profile[of] !== undefined)
}

/** What a signed-in citizen need not say: who she is, as applicant or as the one who acts for another. `today` is the day she is vouched for. */
export function identityValues(form: Form, { profile }: SignedIn, today: string): Record<string, GivenValue> {
  const provenance = { kind: 'registry', detail: `统一身份认证·${today}` } as const
  return Object.fromEntries(
    VOUCHED.flatMap(({ id: own, agent, element, of }) => {
      const id = form.acting === undefined ? own : agent
      const value = profile[of]
      return value !== undefined && form.byId.get(id)?.field.element === element ? [[id, { value, provenance }]] : []
    }),
  )
}
