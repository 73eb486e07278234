import { normalise } from './normal-form.ts'
import { toSimplified } from './script.ts'

/** The one written form in which words are compared: NFKC, simplified characters, lower case. */
export function plainForm(text: string): string {
  return toSimplified(normalise(text)).toLowerCase()
}
