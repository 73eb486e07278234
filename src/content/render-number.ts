/** A number of a guide as its front matter states it. */
export type StatedNumber = {
  readonly value: number | string
  readonly unit: string
  /** The value in English words, where it is one in Chinese words. */
  readonly valueEn?: string | undefined
}

const CHINESE: Readonly<Record<string, string>> = {
  CNY: '元',
  'working-day': '个工作日',
  day: '日',
  week: '周',
  month: '个月',
  year: '年',
  hour: '小时',
  'year-of-age': '周岁',
  percent: '%',
}

const ENGLISH: Readonly<Record<string, string>> = {
  'working-day': 'working day',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  hour: 'hour',
}

/** The number as Chinese prose shows it: `40元`, `10个工作日`, `16周岁`, `2025年5月10日`. */
export function renderChinese(number: StatedNumber): string {
  if (number.unit === 'date') return chineseDate(String(number.value))
  if (number.unit === 'phone') return String(number.value)
  return `${number.value}${CHINESE[number.unit] ?? number.unit}`
}

/** The number as English prose shows it: `CNY 40`, `10 working days`, `16 years of age`, `2025-05-10`. */
export function renderEnglish(number: StatedNumber): string {
  const { value, unit, valueEn } = number
  if (valueEn !== undefined) return valueEn
  if (unit === 'date' || unit === 'phone') return String(value)
  if (unit === 'CNY') return `CNY ${value}`
  if (unit === 'percent') return `${value}%`
  if (unit === 'year-of-age') return `${value} years of age`
  const word = ENGLISH[unit]
  // A measure word such as 张 has no English of its own: the sentence around it names the thing.
  if (word === undefined) return String(value)
  return `${value} ${word}${value === 1 || value === '1' ? '' : 's'}`
}

function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  const parts = [year === undefined ? '' : `${year}年`]
  if (month !== undefined) parts.push(`${Number(month)}月`)
  if (day !== undefined) parts.push(`${Number(day)}日`)
  return parts.join('')
}
