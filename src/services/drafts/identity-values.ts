import { ACTING } from '../acting/acting.ts'
import { asksForChild, isSame, nameBeside, whoseForm } from '../acting/whose.ts'
import type { KeptValues } from '../forms/applicable-fields.ts'
import type { GivenValue } from '../application.ts'
import type { SignedIn } from '../citizen-desk.ts'
import type { Form } from '../forms/form.ts'

type Vouched = 'name' | 'idNumber' | 'mobile'

/** Fields that say who the applicant is, in every form under the same id. */
const OWN = { name: 'name', citizenId: 'idNumber', mobile: 'mobile' } as const
/** Who acts for an adult, and how to reach her. */
const AGENT = { [ACTING.name]: 'name', [ACTING.citizenId]: 'idNumber', mobile: 'mobile' } as const
/** The guardian who files a form in her own name for her child. */
const APPLICANT = { guardianName: 'name', guardianCitizenId: 'idNumber', guardianMobile: 'mobile' } as const
/** Who acts for a child: the guardian too, where the form asks for one. */
const GUARDIAN = { ...AGENT, ...APPLICANT } as const

const ELEMENTS: Readonly<Record<Vouched, string>> = { name: 'name', idNumber: 'citizen-id', mobile: 'mobile' }

/** Whether signing in may answer a field of this id, when the form has it. */
export function isVouched(field: string, { profile }: SignedIn): boolean {
  const of = Object.entries({ ...OWN, ...GUARDIAN }).find(([id]) => id === field)?.[1]
  return of !== undefined && profile[of] !== undefined
}

/**
 * What a signed-in citizen need not say: who she is, where the form is about her, else who it is that acts. Identity vouches
 * for nobody else: where the values speak of another name or number, of nobody at all. `today` is the day she is vouched for.
 */
export function identityValues(
  form: Form,
  { profile }: SignedIn,
  today: string,
  known: KeptValues,
): Record<string, GivenValue> {
  const provenance = { kind: 'registry', detail: `统一身份认证·${today}` } as const
  return Object.fromEntries(
    Object.entries(vouchedFields(form, profile, known)).flatMap(([id, of]) => {
      const value = profile[of]
      return value !== undefined && form.byId.get(id)?.field.element === ELEMENTS[of]
        ? [[id, { value, provenance }]]
        : []
    }),
  )
}

function vouchedFields(form: Form, profile: SignedIn['profile'], known: KeptValues): Readonly<Record<string, Vouched>> {
  switch (whoseForm(form, known)) {
    case 'open':
      return { mobile: 'mobile' }
    case 'child':
      return known.get(ACTING.relation)?.value === 'grandchild' ? AGENT : GUARDIAN
    case 'adult':
      return AGENT
    case 'own':
      if (!isAboutHer(form, profile, known)) return {}
      return asksForChild(form) ? { ...OWN, ...APPLICANT } : OWN
  }
}

/**
 * Whether name and number, as far as they are known, are those of the signed-in citizen. A name under another id than her own
 * (法定代表人) may be anybody's until it is said.
 */
export function isAboutHer(form: Form, profile: SignedIn['profile'], known: KeptValues): boolean {
  const isGuardian = asksForChild(form) && form.byId.has('guardianName')
  const name = isGuardian ? 'guardianName' : nameBeside(form)
  const said = name === undefined ? undefined : known.get(name)?.value
  const number = known.get(isGuardian ? 'guardianCitizenId' : 'citizenId')?.value
  if (number !== undefined && number !== profile.idNumber) return false
  if (said === undefined) return name === undefined || name === 'name' || isGuardian
  return isSame(said, profile.name)
}
