import type { Bundle, SharedField } from '../bundle.ts'
import type { KnownFiles } from '../reading/known-files.ts'
import { nearestWord } from './nearest-word.ts'
import type { Field, Service } from '../service.ts'
import type { YamlPath } from '../reading/yaml-source.ts'

/** A mistake of a shared field; `path` leads to it from the entry. */
type SharedMistake = { readonly path: YamlPath; readonly problem: string; readonly fix: string }

/** Mistakes between a shared field of a bundle and the forms whose fields it fills. */
export function sharedFieldMistakes(entry: SharedField, bundle: Bundle, known: KnownFiles): SharedMistake[] {
  const mistakes: SharedMistake[] = []
  const question = bundle.questions.find(({ id }) => id === entry.id)
  const filed = bundle.steps.flatMap(({ service }) => service ?? [])
  const others = bundle.shared.filter(({ id }) => id !== entry.id)
  let first: Pick<Field, 'element' | 'options'> | undefined = question
  let firstName = `the question "${entry.id}"`

  const names = sharedNames(entry)
  names.forEach((name, position) => {
    const [service = '', id = ''] = name.split('.')
    const atTimes = position - entry.fields.length
    const path = atTimes < 0 ? ['fields', position] : ['also', atTimes, 'field']
    const add = (problem: string, fix: string): void => void mistakes.push({ path, problem, fix })
    if (names.indexOf(name) < position) return add(`"${name}" stands here a second time`, 'remove it')
    const other = others.find((each) => sharedNames(each).includes(name))
    if (other !== undefined) add(`"${name}" is also filled by "${other.id}"`, 'keep it in one of them')
    if (!filed.includes(service)) {
      const meant = nearestWord(service, filed)
      return add(
        `no step files the form "${service}"`,
        meant === undefined ? 'add a step that files it, or remove the field' : `write ${meant}.${id}`,
      )
    }
    const form = known.services.get(service)
    if (form === undefined) return
    const field = form.fields.find((candidate) => candidate.id === id)
    if (field === undefined) {
      const meant = nearestWord(
        id,
        form.fields.map((candidate) => candidate.id),
      )
      return add(
        `the form "${service}" has no field "${id}"`,
        meant === undefined
          ? `use one of: ${form.fields.map((one) => one.id).join(', ')}`
          : `write ${service}.${meant}`,
      )
    }
    const odd = first === undefined ? undefined : difference(field, first)
    if (odd !== undefined) add(`"${name}" ${odd} ${firstName}`, 'share only fields that ask for the same thing')
    if (first === undefined) [first, firstName] = [field, `"${name}"`]
    if (atTimes >= 0 && decides(form, id))
      add(`"${name}" decides something in its form`, 'share it always or not at all')
  })
  if (question === undefined && names.length === 1) {
    mistakes.push({
      path: [],
      problem: `"${entry.id}" fills a single field`,
      fix: 'add a field of another form, or remove the entry',
    })
  }
  return mistakes
}

/** Every field that an entry fills, those that it fills at times last. */
export function sharedNames({ fields, also }: SharedField): string[] {
  return [...fields, ...also.map(({ field }) => field)]
}

/** Whether anything in the form rests on a field: a condition, or a value worked out from it. */
function decides({ fields, eligibility, materials, fee }: Service, id: string): boolean {
  const conditions = [...fields, ...eligibility, ...materials, ...fee].flatMap(({ when }) => when ?? [])
  return (
    fields.some(({ derive }) => derive?.from === id) ||
    conditions.some((condition) => new RegExp(`\\b${id}\\b`).test(condition))
  )
}

function difference(field: Field, first: Pick<Field, 'element' | 'options'>): string | undefined {
  if (field.element !== first.element) return `is ${field.element}, not ${first.element} like`
  const ids = (options: Field['options']): string =>
    (options ?? [])
      .map(({ id }) => id)
      .toSorted()
      .join(', ')
  return ids(field.options) === ids(first.options) ? undefined : 'has other options than'
}
