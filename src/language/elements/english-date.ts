/** The parts of a date that English words give, and where the words end. */
export type EnglishDate = {
  readonly year: number | undefined
  readonly month: number
  readonly day: number | undefined
  readonly end: number
}

/** Some time before today. `unit` is the Chinese word that dates are counted in. */
export type EnglishAgo = { readonly count: number; readonly unit: '年' | '个月' | '周' | '天'; readonly end: number }

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '((?:19|20)\\d{2})'

/** 3 May 2024, 3rd of May. */
const DAY_FIRST = new RegExp(`${DAY}[\\s-](?:of\\s)?${MONTH}(?:,?[\\s-]${YEAR})?(?![\\p{L}\\d])`, 'iuy')
/** May 3rd, 2024; May 3. */
const MONTH_FIRST = new RegExp(`${MONTH}\\s${DAY}(?:,?\\s${YEAR})?(?![\\p{L}\\d])`, 'iuy')
/** May 2024. */
const NO_DAY = new RegExp(`${MONTH},?\\s(?:of\\s)?${YEAR}(?![\\p{L}\\d])`, 'iuy')

/** A date in English words that starts at `at` of folded text; undefined when there is none. */
export function readEnglishDate(folded: string, at: number): EnglishDate | undefined {
  const dayFirst = matchAt(DAY_FIRST, folded, at)
  if (dayFirst !== undefined) return dateOf(dayFirst[2], dayFirst[1], dayFirst[3], at + dayFirst[0].length)
  const monthFirst = matchAt(MONTH_FIRST, folded, at)
  if (monthFirst !== undefined) return dateOf(monthFirst[1], monthFirst[2], monthFirst[3], at + monthFirst[0].length)
  const noDay = matchAt(NO_DAY, folded, at)
  return noDay && dateOf(noDay[1], undefined, noDay[2], at + noDay[0].length)
}

function matchAt(pattern: RegExp, folded: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(folded) ?? undefined
}

function dateOf(month = '', day: string | undefined, year: string | undefined, end: number): EnglishDate {
  return {
    year: year === undefined ? undefined : Number(year),
    month: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
    day: day === undefined ? undefined : Number(day),
    end,
  }
}

const OF_MONTH = /(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(this|last)\smonth(?![\p{L}\d])/iuy

/** the 20th of this month: the day, and how many months it lies back. */
export function readEnglishDayOfMonth(
  folded: string,
  at: number,
): { readonly day: number; readonly back: number; readonly end: number } | undefined {
  const [whole, day = '', which = ''] = matchAt(OF_MONTH, folded, at) ?? []
  if (whole === undefined) return undefined
  return { day: Number(day), back: which.toLowerCase() === 'last' ? 1 : 0, end: at + whole.length }
}

const COUNTS = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ')
const AGO = new RegExp(`(\\d{1,3}|an|${COUNTS.join('|')})\\s(year|month|week|day)s?\\sago(?![\\p{L}\\d])`, 'iuy')
const DAYS = /(today|yesterday)(?![\p{L}\d])/iuy
const UNITS = { year: '年', month: '个月', week: '周', day: '天' } as const

/** two years ago, yesterday, today. */
export function readEnglishAgo(folded: string, at: number): EnglishAgo | undefined {
  const day = matchAt(DAYS, folded, at)
  if (day !== undefined) return { count: day[0].toLowerCase() === 'today' ? 0 : 1, unit: '天', end: at + day[0].length }
  const ago = matchAt(AGO, folded, at)
  if (ago === undefined) return undefined
  const [whole, count = '', unit = ''] = ago
  const named = COUNTS.indexOf(count.toLowerCase())
  return {
    count: /\d/.test(count) ? Number(count) : Math.max(1, named),
    unit: UNITS[unit.toLowerCase() as keyof typeof UNITS],
    end: at + whole.length,
  }
}
