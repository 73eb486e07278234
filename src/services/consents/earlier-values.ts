import type { Register } from '../../content/index.ts'
import type { Field } from '../../content/service.ts'
import { ACTING, type Relation } from '../acting/acting.ts'
import { asksForChild, isOfWhom, isSame, nameBeside, whoseForm } from '../acting/whose.ts'
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
 * Values the citizen filed before in other conversations about whom the form is about, herself or somebody she acts for, where
 * field id, element and label are the same; the newest wins. What she filed for one person says nothing of another. What is sensitive is left out: it needs a consent
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
  const all = rows.flatMap((row): Filed[] => {
    const filed = tools.form(row.service)
    return filed === undefined ? [] : [{ form: filed, kept: readApplication(row, tools.store).kept }]
  })
  const cases =
    form.acting === undefined
      ? all.filter((each) => whoseForm(each.form, each.kept) === 'own' && isHers(each, citizen))
      : aboutSame({ form, kept: draft.kept }, all)
  const taken = empty.flatMap(({ field: { field } }) => {
    // What is to be done this time is not what was done the last.
    if (field.id === SITUATION || ACTS.has(field.id) || isSensitive(tools.registers(), form, field)) return []
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

type Filed = Pick<Application, 'kept'> & { readonly form: Form }

/** Who acts this time, and by what right, is not what it was the last. */
const ACTS: ReadonlySet<string> = new Set(Object.values(ACTING))
/** Of these everybody has one. */
const ONLY: ReadonlySet<Relation> = new Set(['mother', 'father'])

/**
 * Cases filed for the person whom the form is filled for: of the same relation, and of the same name or number where either was
 * said; before that, of a parent, where all of them are about one person.
 */
function aboutSame(draft: Filed, all: readonly Filed[]): readonly Filed[] {
  const { acting } = draft.form
  const related = all.filter(({ form }) => form.acting === acting)
  const [said, ...people] = [draft, ...related].map(personOf)
  if (said?.name !== undefined || said?.citizenId !== undefined)
    return related.filter((_, at) => isSamePerson(said, people[at] ?? {}))
  const [first = {}] = people
  return acting !== undefined && ONLY.has(acting) && people.every((one) => isSamePerson(first, one)) ? related : []
}

type Person = { readonly name?: string | undefined; readonly citizenId?: string | undefined }

function personOf({ form, kept }: Filed): Person {
  return { name: kept.get(nameBeside(form) ?? 'name')?.value, citizenId: kept.get('citizenId')?.value }
}

/** Whether a name or a number is shared, and neither is another's. */
function isSamePerson(one: Person, other: Person): boolean {
  const pairs = [
    [one.name, other.name],
    [one.citizenId, other.citizenId],
  ] as const
  const known = pairs.flatMap(([own, theirs]) =>
    own === undefined || theirs === undefined ? [] : [isSame(own, theirs)],
  )
  return known.length > 0 && known.every(Boolean)
}

/** Whether a case is about herself, or, as that of a company is, about no one person whose form it would be. */
function isHers({ form, kept }: Filed, { profile }: SignedIn): boolean {
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
