import type { GuideHead, Mark } from '../guide.ts'
import { renderChinese, renderEnglish } from '../render-number.ts'
import type { StatedNumber } from '../render-number.ts'

/** A number of a guide that prose can refer to as `{{id}}`. */
export type Reference = StatedNumber & { readonly id: string; readonly mark: Mark }

/** What a reference may look like; group 1 is the id. */
export const REFERENCE = /\{\{\s*([^{}]*?)\s*\}\}/g

/** Every number of a guide under the id that prose uses for it. A later duplicate does not replace an earlier one. */
export function referencesOf(head: GuideHead): ReadonlyMap<string, Reference> {
  const references = new Map<string, Reference>()
  const add = (reference: Reference): void => {
    if (!references.has(reference.id)) references.set(reference.id, reference)
  }
  for (const { id, value, unit, valueEn, mark } of head.facts) add({ id, value, unit, valueEn, mark })
  for (const fee of head.fees) add({ id: fee.id, value: fee.amount, unit: fee.unit, mark: fee.mark })
  if (head.legalLimit !== undefined) add({ id: 'legal-limit', ...head.legalLimit })
  if (head.promisedLimit !== undefined) add({ id: 'promised-limit', ...head.promisedLimit })
  return references
}

/** The ids a text refers to, in order, with their place. */
export function referencesIn(text: string): { id: string; start: number }[] {
  return [...text.matchAll(REFERENCE)].map((match) => ({ id: match[1] ?? '', start: match.index }))
}

/** The text with every reference put in words; an unknown one stays as written. */
export function renderReferences(
  text: string,
  references: ReadonlyMap<string, Reference>,
  language: 'zh' | 'en',
): string {
  return text.replace(REFERENCE, (written: string, id: string) => {
    const reference = references.get(id)
    if (reference === undefined) return written
    return language === 'zh' ? renderChinese(reference) : renderEnglish(reference)
  })
}
