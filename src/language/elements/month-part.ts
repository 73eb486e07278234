import { readNumeral } from '../numeral.ts'

const MONTH_PART = /\s?的?月?(最后一[天日]|[第头]一天|初|底|末|下旬|中旬|中|份)/y

/** A part of a month; day -1 stands for the last. `exact`: a day was said. */
export type MonthPart = { readonly day: number; readonly end: number; readonly exact: boolean }

/** What is said right after a month: its part, or a day without 日. */
export function dayInMonth(folded: string, at: number): MonthPart | undefined {
  return monthPart(folded, at) ?? bareDay(folded, at)
}

/** 月初, 月中, 月底 after a month. */
export function monthPart(folded: string, at: number): MonthPart | undefined {
  MONTH_PART.lastIndex = at
  const part = MONTH_PART.exec(folded)?.[1]
  if (part === undefined) return undefined
  const day =
    part === '底' || part === '末' || part.startsWith('最后')
      ? -1
      : part === '下旬'
        ? 21
        : part === '中旬'
          ? 11
          : part === '中'
            ? 15
            : 1
  return { day, end: MONTH_PART.lastIndex, exact: /天|日/.test(part) }
}

/** 十月三十一封存: a day without 日, which no measure follows. */
function bareDay(folded: string, at: number): MonthPart | undefined {
  const day = readNumeral(folded, at)
  if (day === undefined || day.spelled !== 0 || !Number.isInteger(day.value) || day.value < 1 || day.value > 31)
    return undefined
  const rest = folded.slice(day.end)
  const alone = day.end - at > 1 || /^(?:$|[\s，,。；;！!])/.test(rest)
  return alone &&
    !/^\s?(?:[个年天月点万千百块元岁分多几来人次份家件套间平周%.]|星期|小时|号楼|到(?!期)|[至~-])/.test(rest)
    ? { day: day.value, end: day.end, exact: true }
    : undefined
}
