import { plainForm, recent } from '../../language/index.ts'

/** Names of services and lines of guides are compared again and again; all of them must find room. */
const plain = recent<string>(8192)

/** The form in which the engine compares words: normalised, simplified, lower case. */
export function plainWords(text: string): string {
  return plain(text, () => plainForm(text))
}
