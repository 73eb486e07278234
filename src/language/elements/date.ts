import { clauseBefore } from '../clause.ts'
import { isoDate, parseIsoDate } from '../calendar-date.ts'
import type { DataElement, ElementCheck, ElementContext, Reading } from '../element.ts'
import { readNumeral } from '../numeral.ts'
import { foldCharacters } from '../script.ts'
import { labelBefore, labelsOf } from './labelled.ts'
import type { FoundDate } from './found-date.ts'
import { findDates } from './read-dates.ts'

const NO_SUCH_DAY = '没有这一天，请核对日期。'
const AHEAD = '这一天还没有到，请核对日期。'
const PASSED = '这一天已经过去了，请选今天或者以后的日期。'
/** A day on which she wants to come lies ahead. */
const WISHED = /^(?:想去|希望到|预约)/
const INCOMPLETE = '请写明年、月、日，例如“2025年3月1日”。'

/** 日期, canonical `YYYY-MM-DD`: written out or relative to today (去年3月, 上个月1号, 半年前). */
export const date: DataElement = {
  id: 'date',
  label: '日期',
  secret: false,
  read: readDates,
  check: (value, context) => {
    const checked = checkDate(value, context)
    if (!checked.ok || context.today === '') return checked
    if (context.past === true && checked.value > context.today) return { ok: false, problem: AHEAD }
    if (WISHED.test(context.labels?.[0] ?? '') && checked.value < context.today) return { ok: false, problem: PASSED }
    return checked
  },
  show: (value) => {
    const parts = parseIsoDate(value)
    return parts === undefined ? value : `${parts.year}年${parts.month}月${parts.day}日`
  },
}

function readDates(text: string, context: ElementContext): Reading[] {
  const folded = foldCharacters(text)
  const labels = labelsOf('date', context)
  return inRange(folded, findDates(folded, context.today, context.asked), labels).flatMap((dated) => {
    const found = withDayBefore(folded, withDayAfter(folded, dated))
    const offered = context.asked === true || labelBefore(folded, found.start, labels) !== undefined
    if (found.yearOnly && !offered) return []
    const words = { text: text.slice(found.start, found.end), start: found.start, end: found.end }
    const before = clauseBefore(folded, found.start)
    if (context.asked === true && EXPECTED.test(before) && !EXPECTED.test(labels.join() + (context.ask ?? '')))
      return []
    if (context.asked === true && isOfOther(before, labels, folded)) return []
    if (found.monthOnly === true && FORGOTTEN.test(folded.slice(found.end))) return []
    if (
      found.monthOnly === true &&
      found.date !== undefined &&
      (BIRTH.test(labels.join()) || !LASTS.test(context.labels?.[0] ?? '起'))
    )
      return offered ? [{ value: words.text, ...words, confidence: 0.9, problem: INCOMPLETE }] : []
    if (found.date !== undefined)
      return [{ value: found.date, ...words, confidence: offered ? 1 : found.monthOnly === true ? 0.5 : 0.7 }]
    return [
      {
        value: words.text,
        ...words,
        confidence: offered ? 0.9 : 0.6,
        problem: found.yearOnly ? INCOMPLETE : NO_SUCH_DAY,
      },
    ]
  })
}

/** A day that was only meant or announced: 预产期是…, 原定…. */
const EXPECTED = /预产期|预计|原定|原计划|本来/

/** 2月下旬，20号报到的: the day of the month named before. */
function withDayAfter(folded: string, found: FoundDate): FoundDate {
  if (found.monthOnly !== true || found.date === undefined) return found
  const next =
    found.end +
    (/^\p{Script=Han}{0,4}[，,\s]{1,2}(?:是|就|在|应该|大概)?/u.exec(folded.slice(found.end))?.[0].length ?? 0)
  const day = next === found.end ? undefined : readNumeral(folded, next)
  if (day === undefined || !/[号日]/.test(folded.charAt(day.end))) return found
  const month = parseIsoDate(found.date)
  return { ...found, date: month && isoDate({ ...month, day: day.value }), monthOnly: false, end: day.end + 1 }
}

/** 八号签的，就这个月: the day of the month named after. */
const DAY_BEFORE =
  /(?<![\d一二三四五六七八九十月])([\d一二三十四五六七八九]{1,3})[号日](?!楼|线|口|院)[^，,。；;\d]{0,6}[，,\s](?:就|也|都)?是?$/u
const MONTH_WORD = /^(?:这个?|本|上个?|当)月$/u

function withDayBefore(folded: string, found: FoundDate): FoundDate {
  if (found.monthOnly !== true || found.date === undefined) return found
  if (!MONTH_WORD.test(folded.slice(found.start, found.end))) return found
  const said = DAY_BEFORE.exec(folded.slice(0, found.start))
  const day = said === null ? undefined : readNumeral(said[1] ?? '', 0)?.value
  const month = parseIsoDate(found.date)
  if (said === null || day === undefined || month === undefined) return found
  return { ...found, date: isoDate({ ...month, day }), monthOnly: false, start: said.index }
}

/** 八月，记不得哪天: she means a day that she does not know. */
const FORGOTTEN = /^[^。；;]{0,12}(?:哪天|几号|具体|哪一天|日子)|^[，,\s]*(?:我)?(?:记不|不记得|忘)/

/** A birth is on a day; a month alone is no answer. */
const BIRTH = /出生|生日/
/** 发票日期是…, asked for the day of something else. */
function isOfOther(before: string, labels: readonly string[], folded: string): boolean {
  const subject = /^(\p{Script=Han}{2,5})[是为]$/u.exec(before)?.[1]
  if (
    subject !== undefined &&
    !sharesCharacter(subject, labels) &&
    stemsOf(labels).some((stem) => folded.includes(stem))
  )
    return true
  const named = /(\p{Script=Han}{2,4})(?:日期|时间|那天)(?:是|为|写的?是?|[:：])$/u.exec(before)?.[1]
  return named !== undefined && !sharesCharacter(named, labels)
}

function sharesCharacter(words: string, labels: readonly string[]): boolean {
  return Array.from(words).some((character) => labels.join().includes(character))
}

/** What the labels of a day are about: 公示 of 公示日期. */
function stemsOf(labels: readonly string[]): string[] {
  return labels
    .map((label) => label.replaceAll(/日期|时间|开始|起始|哪天|[的日天]/g, ''))
    .filter(({ length }) => length >= 2)
}

/** What goes on for a time may begin or end in a month. */
const LASTS = /时间|入职|起始|开始|结束|期限|居住|入住|有效期|到期|截止|起|止/
const UNTIL = /有效期|到期|截止|届满|止$/
const RANGE = /^\s?(?:至|到|[-—~～－]+|，?到期日?)\s?$/

/** Of 2017年1月18日至2027年1月17日 the end is meant where something runs out, else the beginning. */
function inRange(folded: string, all: readonly FoundDate[], labels: readonly string[]): FoundDate[] {
  const until = labels.some((label) => UNTIL.test(label))
  return all.filter((date, at) => {
    const next = all[at + 1]
    const previous = all[at - 1]
    const opens = next !== undefined && RANGE.test(folded.slice(date.end, next.start))
    const closes = previous !== undefined && RANGE.test(folded.slice(previous.end, date.start))
    return until ? !opens : !closes
  })
}

function checkDate(value: string, context: ElementContext): ElementCheck {
  if (parseIsoDate(value.trim()) !== undefined) return { ok: true, value: value.trim() }
  const folded = foldCharacters(value).trim()
  const found = findDates(folded, context.today)[0]
  if (found === undefined || found.start > 0 || found.end < folded.length) return { ok: false, problem: INCOMPLETE }
  const named = context.labels?.join() ?? ''
  if (found.monthOnly === true && (BIRTH.test(named) || !LASTS.test(context.labels?.[0] ?? '起')))
    return { ok: false, problem: INCOMPLETE }
  if (found.date !== undefined) return { ok: true, value: found.date }
  return { ok: false, problem: found.yearOnly ? INCOMPLETE : NO_SUCH_DAY }
}
