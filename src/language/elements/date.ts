import { parseIsoDate } from '../calendar-date.ts'
import type { DataElement, ElementCheck, ElementContext, Reading } from '../element.ts'
import { foldCharacters } from '../script.ts'
import { labelBefore, labelsOf } from './labelled.ts'
import { findDates } from './read-dates.ts'

const NO_SUCH_DAY = '没有这一天，请核对日期。'
const INCOMPLETE = '请写明年、月、日，例如“2025年3月1日”。'

/** 日期, canonical `YYYY-MM-DD`: written out or relative to today (去年3月, 上个月1号, 半年前). */
export const date: DataElement = {
  id: 'date',
  label: '日期',
  secret: false,
  read: readDates,
  check: checkDate,
  show: (value) => {
    const parts = parseIsoDate(value)
    return parts === undefined ? value : `${parts.year}年${parts.month}月${parts.day}日`
  },
}

function readDates(text: string, context: ElementContext): Reading[] {
  const folded = foldCharacters(text)
  const labels = labelsOf('date', context)
  return findDates(folded, context.today).flatMap((found) => {
    const offered = context.asked === true || labelBefore(folded, found.start, labels) !== undefined
    if (found.yearOnly && !offered) return []
    const words = { text: text.slice(found.start, found.end), start: found.start, end: found.end }
    if (found.date !== undefined) return [{ value: found.date, ...words, confidence: offered ? 1 : 0.7 }]
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

function checkDate(value: string, context: ElementContext): ElementCheck {
  if (parseIsoDate(value.trim()) !== undefined) return { ok: true, value: value.trim() }
  const folded = foldCharacters(value).trim()
  const found = findDates(folded, context.today)[0]
  if (found === undefined || found.start > 0 || found.end < folded.length) return { ok: false, problem: INCOMPLETE }
  if (found.date !== undefined) return { ok: true, value: found.date }
  return { ok: false, problem: found.yearOnly ? INCOMPLETE : NO_SUCH_DAY }
}
