import { isoDate } from '../calendar-date.ts'

/** Days of the year that go by a name. Those of the lunar calendar differ from year to year and are not told by it. */
const HOLIDAYS: readonly (readonly [string, number, number])[] = [
  ['元旦', 1, 1],
  ['情人节', 2, 14],
  ['妇女节', 3, 8],
  ['三八节', 3, 8],
  ['五一', 5, 1],
  ['劳动节', 5, 1],
  ['青年节', 5, 4],
  ['六一', 6, 1],
  ['儿童节', 6, 1],
  ['建党节', 7, 1],
  ['七一', 7, 1],
  ['建军节', 8, 1],
  ['八一', 8, 1],
  ['教师节', 9, 10],
  ['双十一', 11, 11],
  ['双11', 11, 11],
  ['双十二', 12, 12],
  ['十一', 10, 1],
  ['国庆节', 10, 1],
  ['国庆', 10, 1],
  ['平安夜', 12, 24],
  ['跨年夜', 12, 31],
  ['圣诞节', 12, 25],
  ['圣诞', 12, 25],
]
const NEAR_IT = /^(?:前(?![一两二三]天)|后(?![一两二三]天)|以前|以后|之前|之后|左右|那几天|期间|假期|长假)/

/** 十一月, 五一二号: the numerals go on, and name no holiday. */
const IS_NUMBER = /^[月号日点个\d一二三四五六七八九十百千万]/u

/** The day that goes by a name at `start` of folded text, of a year that was said before it. */
export function holidayAt(
  folded: string,
  start: number,
  year: number,
): { date: string | undefined; yearOnly: false; end: number } | undefined {
  const at = folded.charAt(start) === '的' ? start + 1 : start
  const [name = '', month = 0, day = 0] = HOLIDAYS.find(([word]) => folded.startsWith(word, at)) ?? []
  const end = at + name.length
  if (name === '' || IS_NUMBER.test(folded.slice(end)) || NEAR_IT.test(folded.slice(end))) return undefined
  return { date: isoDate({ year, month, day }), yearOnly: false, end }
}
