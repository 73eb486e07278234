import { compileCondition } from '../../content/index.ts'
import type { Bundle, BundleStep, Field, Guide, Service } from '../../content/index.ts'
import { isAgentMaterial } from '../acting/represented-service.ts'
import type { GivenValue } from '../application.ts'
import type { KeptValues } from '../forms/applicable-fields.ts'
import { materialOf, onceEach, personIn } from './bundle-materials.ts'
import { declarationOf, inPersonOf, messagesOf } from './bundle-words.ts'
import { compileService } from '../forms/compile-service.ts'
import { declaredFields } from '../forms/declared-fields.ts'
import { SITUATION, type BundlePart, type Form } from '../forms/form.ts'
import { renameIn } from './rename-in-condition.ts'
import { closingFields, literalsOf, settledIn, unless, withoutIssued } from './settled-in-bundle.ts'
import { apart, namesOf, sharedAtTimes, together, type NamesOf } from './shared-at-times.ts'

const PREFIX = 'bundle:'

/** The id under which a bundle is started, beside those of the services. */
export function bundleService(id: string): string {
  return `${PREFIX}${id}`
}

/** True for the id of a bundle. */
export function isBundle(service: string): boolean {
  return service.startsWith(PREFIX)
}

type FiledStep = { readonly step: BundleStep; readonly service: Service; readonly form: Form }

/**
 * A bundle (高效办成一件事) as one form: the questions first, then the union of the fields of its forms, shared ones once.
 * A field applies while a step that uses it does. What closes one part is told and leaves the others open.
 */
export function compileBundle(bundle: Bundle, forms: ReadonlyMap<string, Form>): Form {
  const filed = inOrder(bundle.steps).flatMap((step): FiledStep[] => {
    const form = step.service === undefined ? undefined : forms.get(step.service)
    return form === undefined ? [] : [{ step, service: form.service, form }]
  })
  const names = nameFields(bundle, filed)
  const nameOf = (step: BundleStep) => names.get(step.id) ?? new Map<string, string>()
  const fields = new Map<string, Field>(bundle.questions.map((question) => [question.id, question]))
  const asked = new Set(fields.keys())
  for (const { step, service } of filed) {
    const atTimes = sharedAtTimes(bundle, service.id)
    for (const declared of fieldsOf(step, service)) {
      const id = nameOf(step).get(declared.id) ?? declared.id
      const field = renamed(declared, id, { step, service }, nameOf(step))
      const at = atTimes.get(declared.id)
      for (const each of at === undefined ? [field] : [together(field, at), apart(field, at)])
        if (!asked.has(each.id)) fields.set(each.id, union(fields.get(each.id), each))
    }
  }
  for (const { issues, when } of filed.map(({ step }) => step))
    for (const id of issues) {
      const field = fields.get(id)
      if (field !== undefined) fields.set(id, unless(field, when))
    }
  const issued = new Set(filed.flatMap(({ step }) => step.issues))
  const service: Service = {
    id: bundleService(bundle.id),
    guide: bundle.guide,
    title: bundle.title,
    titleEn: bundle.titleEn,
    completion: filed.every((each) => each.service.completion === 'appointment') ? 'appointment' : 'online',
    ...inPersonOf(filed),
    fields: [...fields.values()],
    situations: [],
    eligibility: filed.flatMap(({ step, service: own }) =>
      own.eligibility.map((rule) => ({
        ...rule,
        id: `${step.id}-${rule.id}`,
        when: guarded(step, renameIn(rule.when, nameOf(step), literalsOf(step, own))) ?? 'true',
        outcome: 'note' as const,
        ...messagesOf(rule, step, own),
      })),
    ),
    materials: onceEach(
      filed.flatMap(({ step, service: own }) =>
        own.materials.map(({ when, ofApplicant, relief, ...material }) => {
          const renamed = (condition: string) => renameIn(condition, nameOf(step), literalsOf(step, own))
          const holds = guarded(step, when === undefined ? undefined : renamed(when))
          return {
            ...material,
            id: materialOf(step.id, material.id),
            ...(holds === undefined ? {} : { when: holds }),
            ...(ofApplicant === undefined ? {} : { ofApplicant: renamed(ofApplicant) }),
            ...(relief === undefined
              ? {}
              : { relief: { ...relief, ...(relief.when === undefined ? {} : { when: renamed(relief.when) }) } }),
          }
        }),
      ),
    ),
    fee: [],
    ...declarationOf(filed),
    limit: 'none',
    acting: { child: 'form', adult: 'form', ...asksOf(filed, nameOf) },
    gateway: { department: '', itemCode: '' },
  }
  const declared = declaredFields(service)
  const named = new Map(
    filed.map(({ step, service: own }) => [step, namesOf(nameOf(step), sharedAtTimes(bundle, own.id), declared)]),
  )
  const parts = inOrder(bundle.steps).map((step): BundlePart => {
    const own = filed.find((each) => each.step === step)
    const names = named.get(step)
    return {
      id: step.id,
      title: step.title,
      titleEn: step.titleEn ?? own?.service.titleEn ?? step.title,
      note: step.note ?? null,
      noteEn: step.noteEn ?? step.note ?? null,
      when: step.when === undefined ? undefined : compileCondition(step.when, declared),
      form: own === undefined ? undefined : withoutIssued(own.form, nameOf(step), issued),
      uses: names?.all ?? new Set(),
      judgedBy: new Set(own === undefined ? [] : closingFields(own.form).flatMap((id) => nameOf(step).get(id) ?? [])),
      kept: (values, today) => keptFor(step, names?.now, values, today),
    }
  })
  const whole = compileService(service, { fees: [] })
  const askedBy = new Map(
    filed.flatMap(({ step, service: own }) =>
      own.materials.map(
        ({ id }) =>
          [
            materialOf(step.id, id),
            { person: personIn(named.get(step)?.now), ...(isAgentMaterial(id) ? {} : { part: step.id }) },
          ] as const,
      ),
    ),
  )
  const materials = whole.materials.map((each) => ({ ...each, ...askedBy.get(each.material.id) }))
  return { ...whole, materials, parts }
}

/** Where one of its forms asks for whom it is, and that is the person of the whole, the whole asks it too. */
function asksOf(filed: readonly FiledStep[], nameOf: (step: BundleStep) => ReadonlyMap<string, string>) {
  for (const { step, service } of filed) {
    const { asks } = service.acting
    const field = asks === undefined ? undefined : nameOf(step).get(asks.field)
    if (asks !== undefined && field !== undefined && nameOf(step).get('name') === 'name')
      return { asks: { ...asks, field } }
  }
  return {}
}

/** Steps with what they wait for before them, otherwise as staff wrote them. */
function inOrder(steps: readonly BundleStep[]): readonly BundleStep[] {
  const ordered = new Set<BundleStep>()
  const visiting = new Set<BundleStep>()
  const place = (step: BundleStep): void => {
    if (visiting.has(step)) return
    visiting.add(step)
    for (const before of steps) if (step.after.includes(before.id)) place(before)
    ordered.add(step)
  }
  steps.forEach(place)
  return [...ordered]
}

function fieldsOf(step: BundleStep, service: Service): readonly Field[] {
  const settled = settledIn(step)
  return declaredFields(service).filter(({ id }) => !settled.has(id))
}

/** The id of each field in the bundle, by step: the shared id, else its own, else its own after the step's where two forms use one id. */
function nameFields({ shared, questions }: Bundle, filed: readonly FiledStep[]): Map<string, Map<string, string>> {
  const sharedAs = new Map(shared.flatMap(({ id, fields }) => fields.map((field) => [field, id] as const)))
  const taken = new Map<string, number>()
  const take = (id: string): void => void taken.set(id, (taken.get(id) ?? 0) + 1)
  for (const { id } of [...shared, ...questions]) take(id)
  for (const { step, service } of filed)
    for (const { id } of fieldsOf(step, service)) if (!sharedAs.has(`${service.id}.${id}`)) take(id)
  return new Map(
    filed.map(({ step, service }) => [
      step.id,
      new Map(
        fieldsOf(step, service).map(({ id }) => {
          const own = id === SITUATION || (taken.get(id) ?? 0) > 1 ? camel(`${step.id}-${id}`) : id
          return [id, sharedAs.get(`${service.id}.${id}`) ?? own]
        }),
      ),
    ]),
  )
}

function camel(text: string): string {
  return text.replace(/-([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase())
}

function guarded({ when: guard }: BundleStep, when: string | undefined): string | undefined {
  if (guard === undefined) return when
  return when === undefined ? guard : `(${guard}) && (${when})`
}

function renamed(
  field: Field,
  id: string,
  { step, service }: Pick<FiledStep, 'step' | 'service'>,
  names: ReadonlyMap<string, string>,
): Field {
  const { when, derive, ...plain } = field
  const holds = guarded(step, when === undefined ? undefined : renameIn(when, names, literalsOf(step, service)))
  const from = derive === undefined ? undefined : names.get(derive.from)
  return {
    ...plain,
    id,
    ...(holds === undefined ? {} : { when: holds }),
    ...(derive === undefined || from === undefined ? {} : { derive: { ...derive, from } }),
  }
}

/** One field for two forms: asked as the first asks it, while either needs it. */
function union(first: Field | undefined, second: Field): Field {
  if (first === undefined) return second
  const { when, ...rest } = first
  const either = when === undefined || second.when === undefined ? undefined : `(${when}) || (${second.when})`
  return { ...rest, required: first.required || second.required, ...(either === undefined ? {} : { when: either }) }
}

/** The values of one form out of those of the bundle, with where each came from. */
function keptFor(step: BundleStep, namesNow: NamesOf | undefined, values: KeptValues, today: string): KeptValues {
  const plain = Object.fromEntries([...values].map(([id, { value }]) => [id, value]))
  const settled = [...settledIn(step)].map(([id, value]): [string, GivenValue] => [
    id,
    { value, provenance: { kind: 'derived', detail: '由所办的一件事确定' } },
  ])
  const taken = [...(namesNow?.(plain, today) ?? [])].flatMap(([id, name]): [string, GivenValue][] => {
    const value = values.get(name)
    return value === undefined ? [] : [[id, value]]
  })
  return new Map([...settled, ...taken])
}

/** Bundles whose forms are all on offer. */
export function compileBundles(
  bundles: ReadonlyMap<string, Bundle>,
  forms: ReadonlyMap<string, Form>,
  guides: ReadonlyMap<string, Guide>,
) {
  return new Map(
    [...bundles.values()].flatMap((bundle) => {
      const offered = bundle.steps.every(({ service }) => service === undefined || forms.has(service))
      return offered && guides.has(bundle.guide)
        ? [[bundleService(bundle.id), compileBundle(bundle, forms)] as const]
        : []
    }),
  )
}
