import type { Locale } from './widget/words.ts'

/** An ISO date or time as people of the locale write it; the text itself when it is no date. Dates are days in Xiamen. */
export function dayIn(iso: string, locale: Locale): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00:00+08:00` : iso)
  if (Number.isNaN(date.getTime())) return iso
  const language = locale === 'en' ? 'en-GB' : locale === 'zh-Hant' ? 'zh-TW' : 'zh-CN'
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(date)
}
