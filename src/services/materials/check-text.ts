/** What the text of a file says about the form: in agreement, not, or nothing that could be compared. */
export type TextCheck = {
  readonly check: 'agrees' | 'differs' | 'not-checked'
  readonly findings: readonly ('name-not-found' | 'number-differs' | 'expired')[]
}

const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dX](?!\d)/gi
/** 有效期至2026年5月1日 · 有效期限：2016.05.01-2026.05.01 */
const EXPIRY =
  /有效期(?:限|至|到|截止|截至)?[^\d]{0,6}(?:\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?[^\d]{1,3})?(?<year>\d{4})[年.\-/](?<month>\d{1,2})[月.\-/](?<day>\d{1,2})/gu

/** Compares the text layer of a file with the values of the form. `today`: `YYYY-MM-DD`. A picture has no text and is not checked. */
export function checkText(text: string | null, values: Readonly<Record<string, string>>, today: string): TextCheck {
  const plain = text?.replaceAll(/\s/gu, '') ?? ''
  if (plain === '') return { check: 'not-checked', findings: [] }
  const { name, citizenId } = values
  const numbers = [...plain.matchAll(IDENTITY_NUMBER)].map(([number]) => number.toUpperCase())
  const expiries = [...plain.matchAll(EXPIRY)].map(({ groups }) => isoDate(groups))
  const findings = [
    ...(name !== undefined && !plain.includes(name) ? ['name-not-found' as const] : []),
    ...(citizenId !== undefined && numbers.length > 0 && !numbers.includes(citizenId)
      ? ['number-differs' as const]
      : []),
    ...(expiries.length > 0 && expiries.every((date) => date < today) ? ['expired' as const] : []),
  ]
  const compared = name !== undefined || (citizenId !== undefined && numbers.length > 0) || expiries.length > 0
  if (!compared) return { check: 'not-checked', findings: [] }
  return { check: findings.length === 0 ? 'agrees' : 'differs', findings }
}

function isoDate(groups: Readonly<Record<string, string | undefined>> | undefined): string {
  const part = (name: string): string => (groups?.[name] ?? '').padStart(2, '0')
  return `${part('year')}-${part('month')}-${part('day')}`
}
