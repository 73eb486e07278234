import { clauseAfter, clauseBefore } from '../clause.ts'
import { timeOf } from '../contrast/times.ts'
import type { Reading } from '../element.ts'
import type { FieldToRead } from './field.ts'

const UNTIL = /有效|到期|截止|届满|止$/
/** Words of a date's label that every date has. */
const OF_ANY_DATE = /[的日期时间年月天在是从自起始至到出入请您厦门]/g
/** 医生, 学生: who somebody is, and no birth. */
const PEOPLE = /[学医先]生/g

/**
 * Whatever is told happened on some day. Unasked, a day is the field's where the clause speaks of what the field is about
 * (去年5月1日就住过来了, for 居住的起始日期) and no other day is still open.
 */
export function isThatDay(
  folded: string,
  { start, end }: Reading,
  field: FieldToRead,
  fields: readonly FieldToRead[],
): boolean {
  const clause = `${clauseBefore(folded, start)}${clauseAfter(folded, end)}`.replaceAll(PEOPLE, '')
  const others = fields.filter(({ id, element, shown }) => element === 'date' && shown === undefined && id !== field.id)
  const shared = sharedWith(field, clause)
  if (others.some((other) => sharedWith(other, clause) >= shared)) return false
  if (UNTIL.test(field.label)) return UNTIL.test(clause)
  return shared > 0
}

/** How many characters of what a field is called stand in the clause. */
function sharedWith({ label, labels }: FieldToRead, clause: string): number {
  const names = new Set(`${label}${labels.join('')}`.replaceAll(OF_ANY_DATE, ''))
  return Array.from(names).filter((character) => clause.includes(character)).length
}

/** A day of what was before: 原来参保的开始时间. */
const FORMER = /原来|以前|之前/

/** Whether a field asks for a day of what was, and the clause does not speak of that: 这边九月起给我参保了. */
export function isOfNow(folded: string, { start, end }: Reading, { element, label }: FieldToRead): boolean {
  if (element !== 'date' || !FORMER.test(label)) return false
  return timeOf(`${clauseBefore(folded, start)}${clauseAfter(folded, end)}`) !== 'before'
}

/** A month, a year or a feast, which the exact day is told beside. */
const ROUGH = /[年月底初节]$|国庆|元旦|^(?:五一|十一)$/
const BEGINS = /入|进|开始|起/
const ENDS = /出|离|结束|到期|走/

/** 出院是十八号, asked for the day she went in: the other end of what is asked for. */
function isOtherEnd(words: string, label: string): boolean {
  return (
    (/出院/.test(words) && !/出院/.test(label)) ||
    (BEGINS.test(label) && !ENDS.test(label) && ENDS.test(words)) ||
    (ENDS.test(label) && !BEGINS.test(label) && BEGINS.test(words))
  )
}

/** Of several days told, the one whose clause shares most with the question, where one alone does: 送医院是三号，走是五号. */
export function dayAskedFor(folded: string, days: readonly Reading[], field: FieldToRead): readonly Reading[] {
  const exact = days.filter(({ text, problem }) => problem === undefined && !ROUGH.test(text))
  if (new Set(exact.map(({ value }) => value)).size < 2) return days
  const asked = new Set(`${field.label}${field.labels.join('')}${field.ask ?? ''}`.replaceAll(OF_ANY_DATE, ''))
  const shared = exact.map(({ start, end }) => {
    const clause = `${clauseBefore(folded, start)}${clauseAfter(folded, end)}`
    const words = clause.replaceAll(OF_ANY_DATE, '')
    const same = new Set(Array.from(words).filter((character) => asked.has(character))).size
    return isOtherEnd(clause, field.label) ? -1 : same
  })
  const most = Math.max(...shared)
  const best = exact.filter((_, at) => shared[at] === most)
  return new Set(best.map(({ value }) => value)).size > 1 ? [] : best
}
