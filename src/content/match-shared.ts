import type { Bundle, SharedField } from './bundle.ts'
import type { KnownFiles } from './known-files.ts'
import { nearestWord } from './nearest-word.ts'
import type { Field } from './service.ts'

/** A mistake of a shared field; `position` is the place in its `fields`, absent when it is about the whole. */
type SharedMistake = { readonly position?: number; readonly problem: string; readonly fix: string }

/** Mistakes between a shared field of a bundle and the forms whose fields it fills. */
export function sharedFieldMistakes(entry: SharedField, bundle: Bundle, known: KnownFiles): SharedMistake[] {
  const mistakes: SharedMistake[] = []
  const question = bundle.questions.find(({ id }) => id === entry.id)
  const filed = bundle.steps.flatMap(({ service }) => service ?? [])
  const others = bundle.shared.filter(({ id }) => id !== entry.id)
  let first: Pick<Field, 'element' | 'options'> | undefined = question
  let firstName = `the question "${entry.id}"`

  entry.fields.forEach((name, position) => {
    const [service = '', id = ''] = name.split('.')
    const add = (problem: string, fix: string): void => void mistakes.push({ position, problem, fix })
    if (entry.fields.indexOf(name) < position) return add(`"${name}" stands here a second time`, 'remove it')
    const other = others.find(({ fields }) => fields.includes(name))
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
  })
  if (question === undefined && entry.fields.length === 1) {
    mistakes.push({
      problem: `"${entry.id}" fills a single field`,
      fix: 'add a field of another form, or remove the entry',
    })
  }
  return mistakes
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
