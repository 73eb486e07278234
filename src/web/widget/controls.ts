import type { ApplicationPart } from '../../wire.ts'

export type Field = ApplicationPart['fields'][number]
export type Choice = { readonly id: string; readonly label: string }

/** The native control a field is operated with. */
export type Control =
  | { readonly kind: 'radios'; readonly choices: readonly Choice[] }
  | { readonly kind: 'select'; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'input'
      readonly type: 'text' | 'date' | 'tel' | 'email'
      readonly inputMode: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
      readonly autocomplete: 'name' | 'tel' | 'email' | 'street-address' | 'off'
      readonly maxLength: number
    }

/** More choices than this are a drop-down list: a longer row of radio buttons hides the rest of the form on a phone. */
const MAX_RADIOS = 6
const MAX_LENGTH = 2000

/** The control for a field, chosen by its data element. `yes` and `no` are the words on the two buttons of a yes-no field. */
export function controlFor(field: Field, yes: string, no: string): Control {
  const input = (
    type: 'text' | 'date' | 'tel' | 'email',
    inputMode: 'text' | 'numeric' | 'decimal' | 'tel' | 'email',
    autocomplete: 'name' | 'tel' | 'email' | 'street-address' | 'off' = 'off',
  ): Control => ({ kind: 'input', type, inputMode, autocomplete, maxLength: MAX_LENGTH })

  if (field.options.length > 0) {
    return { kind: field.options.length > MAX_RADIOS ? 'select' : 'radios', choices: field.options }
  }
  switch (field.element) {
    case 'yes-no':
      return {
        kind: 'radios',
        choices: [
          { id: 'true', label: yes },
          { id: 'false', label: no },
        ],
      }
    case 'date':
      return input('date', 'text')
    case 'mobile':
      return input('tel', 'tel', 'tel')
    case 'email':
      return input('email', 'email', 'email')
    case 'name':
      return input('text', 'text', 'name')
    case 'address':
      return input('text', 'text', 'street-address')
    case 'money':
      return input('text', 'decimal')
    case 'number':
    case 'bank-card':
      return input('text', 'numeric')
    default:
      return input('text', 'text')
  }
}

/** What stands in the control when a known value is corrected. A masked value is no start: the control is empty. */
export function startingValue(field: Field): string {
  if (field.masked || field.value === null) return ''
  return field.element === 'address' ? field.value.replaceAll('|', '') : field.value
}
