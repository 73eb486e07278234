import type { Material } from '../../content/service.ts'
import { elements } from '../../language/index.ts'
import type { AttachedFile } from './attached.ts'
import { isTooSmall } from './picture-size.ts'

/** What may be wrong with a file, as citizen and clerk are told. */
export const FINDINGS = ['too-small', 'other-kind', 'name-not-found', 'number-differs', 'expired'] as const

/** What a file says about the form: in agreement, not, or nothing that could be compared. */
export type FileCheck = {
  readonly check: 'agrees' | 'differs' | 'not-checked'
  readonly findings: readonly (typeof FINDINGS)[number][]
}

const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dX](?!\d)/gi
/** 有效期至2026年5月1日 · 有效期限：2016.05.01-2026.05.01 */
const EXPIRY =
  /有效期(?:限|至|到|截止|截至)?[^\d]{0,6}(?:\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?[^\d]{1,3})?(?<year>\d{4})[年.\-/](?<month>\d{1,2})[月.\-/](?<day>\d{1,2})/gu
/** Share of a printed word that must have been recognised: 租赁合后 is read of 租赁合同. */
const RECOGNISED = 0.75

/**
 * Compares a file with what the form asks for: the size of a picture, and the words of a PDF's text layer or those recognised
 * on a picture. `today`: `YYYY-MM-DD`. What has no words is `not-checked`, and may be too small all the same.
 */
export function checkFile(
  { text, read, pixels }: Pick<AttachedFile, 'text' | 'read' | 'pixels'>,
  { prints = [], portrait = false }: Pick<Material, 'prints' | 'portrait'>,
  values: Readonly<Record<string, string>>,
  today: string,
): FileCheck {
  const small = isTooSmall(pixels, portrait ? 'portrait' : 'paper') ? ['too-small' as const] : []
  const plain = text?.replaceAll(/\s/gu, '') ?? ''
  if (plain === '') return { check: 'not-checked', findings: small }
  const { name, citizenId } = values
  const numbers = identityNumbers(text ?? '', today)
  const expiries = [...plain.matchAll(EXPIRY)].map(({ groups }) => isoDate(groups))
  const share = read === 'recognised' ? RECOGNISED : 1
  const differing = [
    ...(prints.length > 0 && !prints.some((word) => standsIn(word, plain, share)) ? ['other-kind' as const] : []),
    ...(name !== undefined && !plain.includes(name) ? ['name-not-found' as const] : []),
    ...(citizenId !== undefined && numbers.length > 0 && !numbers.includes(citizenId)
      ? ['number-differs' as const]
      : []),
    ...(expiries.length > 0 && expiries.every((date) => date < today) ? ['expired' as const] : []),
  ]
  const compared =
    prints.length > 0 || name !== undefined || (citizenId !== undefined && numbers.length > 0) || expiries.length > 0
  const check = !compared ? 'not-checked' : differing.length === 0 ? 'agrees' : 'differs'
  return { check, findings: [...small, ...differing] }
}

/** What looks like an identity number and has another check digit is another number, or was misread. */
function identityNumbers(text: string, today: string): string[] {
  const lines = text.replaceAll(/[^\S\n]/gu, '')
  return [...lines.matchAll(IDENTITY_NUMBER)].flatMap(([number]) => {
    const checked = elements['citizen-id'].check(number.toUpperCase(), { today })
    return checked.ok ? [checked.value] : []
  })
}

/** True where so large a share of a word's characters stand in a row of the text, each in its place. */
function standsIn(word: string, text: string, share: number): boolean {
  const wanted = Array.from(word)
  const characters = Array.from(text)
  return characters.some((_, at) => {
    const same = wanted.filter((character, index) => characters[at + index] === character).length
    return same >= wanted.length * share
  })
}

function isoDate(groups: Readonly<Record<string, string | undefined>> | undefined): string {
  const part = (name: string): string => (groups?.[name] ?? '').padStart(2, '0')
  return `${part('year')}-${part('month')}-${part('day')}`
}
