import { ACTING } from './acting/acting.ts'
import { fieldStates, knownValues, type KeptValues } from './applicable-fields.ts'
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

/** Whom a draft is about: who fills it in, another, or not known yet. */
export function whomAbout(form: Form, kept: KeptValues, today: string): 'herself' | 'another' | 'unknown' {
  if (form.acting !== undefined) return 'another'
  if (form.oneself === undefined) return 'herself'
  const herself = form.oneself.evaluate(knownValues(fieldStates(form, kept, today)), today)
  return herself === 'unknown' ? 'unknown' : herself ? 'herself' : 'another'
}

/**
 * What a signed-in citizen need not say: who she is, as applicant or as the one who acts for another. While it is not known which,
 * only what is hers either way. `today` is the day she is vouched for.
 */
export function identityValues(
  form: Form,
  { profile }: SignedIn,
  kept: KeptValues,
  today: string,
): Record<string, GivenValue> {
  const about = whomAbout(form, kept, today)
  const provenance = { kind: 'registry', detail: `统一身份认证·${today}` } as const
  return Object.fromEntries(
    VOUCHED.flatMap(({ id: own, agent, element, of }) => {
      const id = about === 'another' ? agent : own
      if (about === 'unknown' && own !== agent) return []
      const value = profile[of]
      return value !== undefined && form.byId.get(id)?.field.element === element ? [[id, { value, provenance }]] : []
    }),
  )
}
