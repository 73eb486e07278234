import { normalise, toSimplified } from '../../language/index.ts'

/** The form in which the engine compares words: normalised, simplified, lower case. */
export function plainWords(text: string): string {
  return toSimplified(normalise(text)).toLowerCase()
}
