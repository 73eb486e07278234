import type { Register } from '../../content/index.ts'
import type { Field } from '../../content/service.ts'
import { asksForChild, isOfWhom, nameBeside, whoseForm } from '../acting/whose.ts'
import type { FieldState } from '../forms/applicable-fields.ts'
import type { GivenValue } from '../application.ts'
import type { SignedIn } from '../citizen-desk.ts'
import type { CounterTools } from '../counter-tools.ts'
import { SITUATION, type Form } from '../forms/form.ts'
import { isAboutHer } from '../drafts/identity-values.ts'
import { readApplication, type Application } from '../kept/stored-application.ts'

type Wanted = {
  readonly form: Form
  readonly draft: Application
  readonly citizen: SignedIn
  readonly empty: readonly FieldState[]
}

/**
 * Values the citizen filed about herself before in other conversations, where field id, element and label are the same; the
 * newest wins. A case that she filed for somebody else says nothing of her. What is sensitive is left out: it needs a consent
 * and a face check of its own, and the consent to her earlier cases is neither.
 */
export async function valuesOfEarlierCases(
  tools: Pick<CounterTools, 'store' | 'form' | 'registers'>,
  { form, draft, citizen, empty }: Wanted,
): Promise<Record<string, GivenValue>> {
  const { db } = tools.store
  const rows = await db
    .selectFrom('applications')
    .selectAll()
    .where('receiptNumber', 'is not', null)
    .where('conversationId', '!=', draft.conversationId)
    .where('conversationId', 'in', (query) =>
      query.selectFrom('conversations').select('id').where('citizenId', '=', citizen.citizenId),
    )
    .orderBy('submittedAt', 'desc')
    .limit(20)
    .execute()
  const cases = rows
    .flatMap((row) => {
      const filed = tools.form(row.service)
      return filed === undefined ? [] : [{ form: filed, kept: readApplication(row, tools.store).kept }]
    })
    .filter((each) => whoseForm(each.form, each.kept) === 'own' && isHers(each, citizen))
  const taken = empty.flatMap(({ field: { field } }) => {
    // What is to be done this time is not what was done the last.
    if (field.id === SITUATION || isSensitive(tools.registers(), form, field)) return []
    for (const earlier of cases) {
      const same = earlier.form.byId.get(field.id)?.field
      const value = earlier.kept.get(field.id)?.value
      if (value === undefined || same?.element !== field.element || same.label !== field.label) continue
      const provenance = { kind: 'earlier-case', detail: `上次办《${earlier.form.service.title}》时填的` } as const
      return [[field.id, { value, provenance }] as const]
    }
    return []
  })
  return Object.fromEntries(taken)
}

/** Whether a case is about herself, or, as that of a company is, about no one person whose form it would be. */
function isHers({ form, kept }: { form: Form; kept: Application['kept'] }, { profile }: SignedIn): boolean {
  return isAboutHer(form, profile, kept) || (nameBeside(form) !== 'name' && !asksForChild(form))
}

/** Whether a field takes a bank account, or what a sensitive register holds of her or of the child the form names beside her. */
function isSensitive(registers: ReadonlyMap<string, Register>, form: Form, field: Field): boolean {
  if (field.element === 'bank-card') return true
  return [...registers.values()].some(({ sensitive, supplies, guardianship }) => {
    if (!sensitive || !Object.hasOwn(supplies, field.id)) return false
    return guardianship ? asksForChild(form) && isOfWhom(form, field, true) : isOfWhom(form, field, false)
  })
}
