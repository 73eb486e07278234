import { normalise, toSimplified } from '../../language/index.ts'
import { recent } from './recent.ts'

/** Lines of guides are compared again and again. */
const plain = recent<string>(1024)

/** The form in which the engine compares words: normalised, simplified, lower case. */
export function plainWords(text: string): string {
  return plain(text, () => toSimplified(normalise(text)).toLowerCase())
}
