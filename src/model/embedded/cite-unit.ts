import type { Unit } from '../../language/index.ts'

const CLAUSE_END = /[。！？；!?]|\.(?=\s|$)/gu

/**
 * The unit with the citation set at the end of each sentence and each half set off by ；, before the mark that closes
 * it, so that no part of a quotation can be read without its source.
 */
export function citeUnit(unit: Unit, token: string): string {
  const cite = `${/\p{Script=Han}/u.test(unit.text) ? '' : ' '}[${token}]`
  const ended = /[。！？；!?.][”’」』）)]*$/u.test(unit.text)
  return `${unit.marker}${unit.text.replaceAll(CLAUSE_END, (mark) => `${cite}${mark}`)}${ended ? '' : cite}`
}
