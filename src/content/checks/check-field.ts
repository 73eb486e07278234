import { isFreeName } from '../condition.ts'
import { nearestWord } from './nearest-word.ts'
import type { Field } from '../service.ts'

const BORN_IN = new Set(['citizen-id', 'hmt-residence-permit'])

/** Mistakes of one field among the fields it stands with: each as the problem and its fix, the field's name left to the caller. */
export function fieldMistakes(field: Field, fields: readonly Field[]): [problem: string, fix: string][] {
  const mistakes: [string, string][] = []
  const options = field.options ?? []
  if (!isFreeName(field.id)) mistakes.push(['is a name that conditions keep for themselves', 'choose another id'])
  if (field.element === 'choice' && options.length < 2)
    mistakes.push(['is a choice with fewer than two options', 'add options'])
  if (field.element !== 'choice' && options.length > 0) {
    mistakes.push(['has options but is no choice', 'write element: choice, or remove the options'])
  }
  if (field.element !== 'yes-no' && (field.yes !== undefined || field.no !== undefined)) {
    mistakes.push(['has words for yes or no but is no yes-no field', 'write element: yes-no, or remove yes and no'])
  }
  for (const id of Object.keys(field.answers ?? {}))
    if (!(field.element === 'yes-no' ? ['yes', 'no'] : options.map((option) => option.id)).includes(id))
      mistakes.push([`has answers for "${id}", which it does not offer`, 'name an option, or yes and no'])
  const numeric = field.element === 'number' || field.element === 'money'
  if (!numeric && (field.min !== undefined || field.max !== undefined)) {
    mistakes.push(['has min or max but is no number', 'remove min and max'])
  }
  if (field.element !== 'date' && field.past !== undefined) mistakes.push(['says past but is no date', 'remove past'])
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    mistakes.push(['has a min above its max', 'swap them'])
  }
  if (field.derive !== undefined) {
    const { from, as } = field.derive
    const origin = fields.find(({ id }) => id === from)
    if (origin === undefined) {
      const meant = nearestWord(
        from,
        fields.map(({ id }) => id),
      )
      mistakes.push([
        `is derived from "${from}", which is no field`,
        meant === undefined ? 'name a field' : `write from: ${meant}`,
      ])
    } else if (!BORN_IN.has(origin.element) && !(as === 'age' && origin.element === 'date')) {
      mistakes.push([
        `cannot be worked out from "${from}"`,
        'derive it from a citizen-id or hmt-residence-permit field',
      ])
    }
  }
  const names = options.map(({ id }) => id)
  if (new Set(names).size < names.length)
    mistakes.push(['has two options with the same id', 'give each option its own id'])
  return mistakes
}
