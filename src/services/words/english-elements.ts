import type { Field } from '../../content/service.ts'
import type { ElementId } from '../../language/element.ts'

/** How a checked value is written for who reads English; what is not listed reads the same in both languages. */
const SHOWN: Readonly<Partial<Record<ElementId, (value: string) => string>>> = {
  'yes-no': (value) => (value === 'true' ? 'Yes' : 'No'),
  money: (value) => `${value} yuan`,
  date: (value) =>
    new Date(`${value}T00:00:00Z`).toLocaleDateString('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
}

const PROBLEMS: Readonly<Record<ElementId, string>> = {
  name: 'This does not read as a name. Please give it as it stands in the document.',
  'citizen-id': 'This is not a valid resident identity number (18 characters). Please check it.',
  'hmt-residence-permit': 'This is not a valid number of a residence permit for Hong Kong, Macao or Taiwan residents.',
  'taiwan-travel-permit': 'This is not a valid number of a mainland travel permit for Taiwan residents.',
  passport: 'This is not a valid passport number. Please check it.',
  uscc: 'This is not a valid unified social credit code (18 characters). Please check it.',
  mobile: 'This is not a valid mobile number (11 digits, beginning with 1). Please check it.',
  address:
    'Please give the whole address: number and road, and the district of Xiamen, such as 12 Hubin South Road, Siming District.',
  date: 'Please give the day, month and year of a day that exists, such as 1 March 2025.',
  money: 'Please give an amount in yuan, such as 2800.',
  number: 'Please give a number, such as 12.',
  'bank-card': 'This is not a valid bank card number (16 to 19 digits). Please check it.',
  plate: 'This is not a valid number plate. Please check it.',
  email: 'This is not a valid email address. Please check it.',
  'driver-licence': 'This is not a valid driving licence number. Please check it.',
  choice: 'Please choose one of these',
  'yes-no': 'Please answer yes or no.',
  text: 'Please give some text, of at most 500 characters.',
}

/** A canonical value that passed its check, as an English reader sees it, out of how a Chinese one does. */
export function shownInEnglish({ element, options }: Field, value: string, shown: string): string {
  if (element === 'choice') return options?.find(({ id }) => id === value)?.label ?? shown
  return SHOWN[element]?.(value) ?? shown
}

/** What is wrong with a value that was refused, by the kind of field. */
export function problemInEnglish({ element, options, min, max }: Field): string {
  const range = [...(min === undefined ? [] : [`at least ${min}`]), ...(max === undefined ? [] : [`at most ${max}`])]
  const limits = range.length === 0 ? '' : ` It has to be ${range.join(' and ')}.`
  const choices = options === undefined ? '' : `: ${options.map(({ label }) => label).join(', ')}.`
  return `${PROBLEMS[element]}${choices}${limits}`
}
