import { clauseAfter } from '../clause.ts'
import type { Reading } from '../element.ts'
import type { FieldToRead } from './field.ts'

const COLON_LABEL = /(\p{Script=Han}{2,8})\s?[:：]\s?$/u
const COLON_LABELS = /\p{Script=Han}{2,8}\s?[:：]/gu
/** Words of a label that say nothing of what it is for. */
const GENERIC = /[的日期时间年月天号码]|姓名|名字|本人/gu
const BIRTH = /出生|生日|生于|\bborn\b|birth/iu

/** In a pasted form a value belongs to the label before it, and the day of a birth to nothing else: 出生：1990年1月1日. */
export function isUnderForeignLabel(folded: string, { start, end }: Reading, field: FieldToRead): boolean {
  const names = [field.label, ...field.labels].join(' ')
  const before = folded.slice(Math.max(0, start - 12), start)
  if (field.element === 'date' && !/生|birth/iu.test(names)) {
    const near = `${before.split(/[，,。；;\n]/u).at(-1) ?? ''}${clauseAfter(folded, end).slice(0, 4)}`
    if (BIRTH.test(near.split(/\d/u).at(0) ?? '') || /^(?:出生|生的)/u.test(clauseAfter(folded, end))) return true
  }
  const label = COLON_LABEL.exec(before)?.[1]?.replaceAll(GENERIC, '') ?? ''
  if (label.length < 2 || (folded.match(COLON_LABELS)?.length ?? 0) < 2) return false
  return !Array.from(label).some((character) => names.includes(character))
}
