import type { Register } from '../../content/index.ts'
import type { Certificates } from '../../city/certificate.ts'
import type { Registry } from '../../city/registry.ts'
import type { GivenValue } from '../application.ts'
import { ACTING } from '../acting/acting.ts'
import { asksForChild, isOfWhom, isSame, nameBeside, whoseForm } from '../acting/whose.ts'
import { fieldStates, type FieldState, type KeptValues } from '../forms/applicable-fields.ts'
import type { SignedIn } from '../citizen-desk.ts'
import { EARLIER_CASES } from './consent.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import { valuesOfEarlierCases } from './earlier-values.ts'
import type { Form } from '../forms/form.ts'
import type { AttachedCertificate } from '../materials/attached.ts'
import type { MaterialLine } from '../materials/material-line.ts'
import { isAboutHer } from '../drafts/identity-values.ts'
import { standingOf } from '../drafts/standing.ts'
import type { SourceWords } from '../words/form-words.ts'
import type { Application } from '../kept/stored-application.ts'
import { shanghaiDate } from '../cases/working-days.ts'

/** Somewhere values may come from. `fills`: the empty fields of a draft it could fill. */
export type ConsentSource = SourceWords & {
  readonly id: string
  readonly sensitive: boolean
  readonly days: number
  /** It proves for whom she acts. */
  readonly guardianship: boolean
  readonly fills: readonly FieldState[]
  /** The materials it could stand in for. */
  readonly satisfies: readonly MaterialLine[]
  /** The certificate that does, one entry a material; empty when the citizen holds none. @throws AppError 'city-unavailable'. */
  readonly fetchCertificate: (reference: string) => Promise<readonly AttachedCertificate[]>
  /** Values by field id, unchecked; empty when it holds nothing. @throws AppError 'city-unavailable'. */
  readonly fetch: (reference: string) => Promise<Record<string, GivenValue>>
}

/** What a source would bring, in the words of the form: fields it fills, materials it stands in for. */
export function broughtBy(
  { fills, satisfies }: Pick<ConsentSource, 'fills' | 'satisfies'>,
  { byId, materials }: Pick<Form, 'byId' | 'materials'>,
): string[] {
  const papers = new Map(materials.map(({ material }) => [material.id, material.label]))
  return [
    ...fills.map(({ field: { field } }) => byId.get(field.id)?.field.label ?? field.label),
    ...satisfies.map(({ id, label }) => papers.get(id) ?? label),
  ]
}

/** For how many days the use of earlier cases holds. */
const EARLIER_DAYS = 30

type Given = {
  readonly tools: Pick<CounterTools, 'store' | 'clock' | 'form' | 'registers' | 'random'> & {
    readonly registry: Registry
    readonly certificates: Certificates
  }
  readonly form: Form
  readonly draft: Application
  readonly citizen: SignedIn
}

/** The sources that could fill a field of the draft that is empty now: earlier cases first, then registers in file order. */
export async function consentSources({ tools, form, draft, citizen }: Given): Promise<ConsentSource[]> {
  const today = shanghaiDate(tools.clock())
  const empty = fieldStates(form, draft.kept, today).filter(
    ({ field, applies, known }) => applies !== false && known === undefined && !draft.kept.has(field.field.id),
  )
  const satisfiable = satisfiableMaterials({ form, draft, citizen }, today)
  if (empty.length === 0 && satisfiable.length === 0) return []
  // What is known of the citizen herself fills no form for somebody else, what she filed for that person does; of a child she may learn what the register of guardians says.
  const whose = whoseForm(form, draft.kept)
  const forOneself = whose === 'own' && isAboutHer(form, citizen.profile, draft.kept)
  // An earlier case brings its own name along with the number.
  const unsaid = !draft.kept.has('citizenId') && !draft.kept.has(nameBeside(form) ?? 'name')
  const earlier =
    forOneself || (whose === 'own' && unsaid) || form.acting !== undefined
      ? await valuesOfEarlierCases(tools, { form, draft, citizen, empty })
      : {}
  const asGuardian = whose === 'own' && asksForChild(form) && isAboutHer(form, citizen.profile, draft.kept)
  const registers = [...tools.registers().values()].filter(({ guardianship }) =>
    guardianship ? whose === 'child' || asGuardian : forOneself,
  )
  const sources = registers.map((register) =>
    registerSource(tools, register, { citizen, empty, satisfiable, form, kept: draft.kept }),
  )
  return [earlierSource(earlier, empty), ...sources].filter(
    ({ fills, satisfies }) => fills.length + satisfies.length > 0,
  )
}

type Satisfiable = { readonly line: MaterialLine; readonly by: readonly string[] }

/** Materials a certificate of the citizen could stand in for; none that is about somebody else. */
function satisfiableMaterials({ form, draft, citizen }: Pick<Given, 'form' | 'draft' | 'citizen'>, today: string) {
  const { materials, papers, holders } = standingOf(form, draft.kept, today, draft.attached)
  return papers.flatMap((line, index): Satisfiable[] =>
    line.state === 'certificate' || holders[index] !== citizen.profile.idNumber
      ? []
      : [{ line, by: materials[index]?.satisfiedBy ?? [] }],
  )
}

function registerSource(
  { registry, certificates, clock, random }: Given['tools'],
  { supplies, certificate: type, guardianship, ...register }: Register,
  {
    citizen,
    empty,
    satisfiable,
    form,
    kept,
  }: Pick<Given, 'citizen' | 'form'> & {
    empty: readonly FieldState[]
    satisfiable: readonly Satisfiable[]
    kept: KeptValues
  },
): ConsentSource {
  const { id, title } = register
  const satisfies = type === undefined ? [] : satisfiable.flatMap(({ by, line }) => (by.includes(type) ? [line] : []))
  return {
    ...register,
    guardianship,
    fills: empty.filter(
      ({ field }) => Object.hasOwn(supplies, field.field.id) && isOfWhom(form, field.field, guardianship),
    ),
    satisfies,
    async fetchCertificate(reference) {
      if (type === undefined || satisfies.length === 0) return []
      const held = await certificates.fetch({ type, idNumber: citizen.profile.idNumber, consent: reference })
      if (held === undefined) return []
      return satisfies.map(({ id: material }) => ({
        kind: 'certificate',
        id: newId('f', random),
        material,
        source: id,
        title,
        number: held.number,
        holder: held.holder.idNumber,
        validUntil: held.validUntil,
        asOf: held.asOf,
        at: clock(),
      }))
    },
    async fetch(reference) {
      if (type !== undefined) return {}
      const record = await registry.look({ register: id, idNumber: citizen.profile.idNumber, consent: reference })
      if (record === undefined) return {}
      // A guardian of one child learns nothing of another.
      const told = (field: string): string | undefined => record.values[supplies[field] ?? '']
      if (guardianship && !mayBe(form, kept, { citizenId: told('citizenId'), name: told('name'), sex: told('sex') }))
        return {}
      const provenance = { kind: 'registry', detail: `${title}·${record.asOf}` } as const
      return Object.fromEntries(
        Object.entries(supplies).flatMap(([field, name]) => {
          const value = record.values[name]
          return value === undefined ? [] : [[field, { value, provenance }] as const]
        }),
      )
    },
  }
}

const SEX_OF: Readonly<Record<string, string>> = { son: '男', daughter: '女' }

/** Whether a child on record may be the one the form is about, by what was said of it. */
function mayBe(
  form: Form,
  kept: KeptValues,
  ward: { readonly name: string | undefined; readonly citizenId: string | undefined; readonly sex: string | undefined },
): boolean {
  const said = (id: string | undefined): string | undefined => (id === undefined ? undefined : kept.get(id)?.value)
  const kin = said(ACTING.relation) ?? ''
  if (kin === 'grandchild') return false
  const pairs = [
    [said(asksForChild(form) ? 'childCitizenId' : 'citizenId'), ward.citizenId],
    [said(asksForChild(form) ? 'childName' : nameBeside(form)), ward.name],
    [SEX_OF[kin], ward.sex],
  ] as const
  return pairs.every(([one, other]) => one === undefined || (other !== undefined && isSame(one, other)))
}

/** What her own earlier cases are called. */
export const EARLIER_WORDS: SourceWords = {
  title: '您以前的办件',
  titleEn: 'Your earlier cases',
  authority: '您本人',
  authorityEn: 'yourself',
  purpose: '沿用您以前填过的内容',
  purposeEn: 'use what you filled in before',
}

function earlierSource(values: Record<string, GivenValue>, empty: readonly FieldState[]): ConsentSource {
  return {
    id: EARLIER_CASES,
    ...EARLIER_WORDS,
    sensitive: false,
    days: EARLIER_DAYS,
    guardianship: false,
    fills: empty.filter(({ field }) => Object.hasOwn(values, field.field.id)),
    satisfies: [],
    fetchCertificate: () => Promise.resolve([]),
    fetch: () => Promise.resolve(values),
  }
}
