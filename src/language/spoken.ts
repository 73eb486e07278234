import type { Locale } from './script.ts'

/** Text as it is best heard or read slowly. No fact changes: only how a number, a date or a unit is written. */

const DIGITS = Array.from('零一二三四五六七八九')
const PLACES = ['', '十', '百', '千']
const GROUPS = ['', '万', '亿']
/** Said digit by digit, 一 is heard as 七: so 幺, as telephone numbers are said. */
const SAID_DIGITS = Array.from('零幺二三四五六七八九')

/** 1200 as 一千二百; numbers below a million million. */
function countedInChinese(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '')
  if (plain === '0') return '零'
  const groups: string[] = []
  for (let end = plain.length; end > 0; end -= 4) groups.unshift(plain.slice(Math.max(0, end - 4), end))
  const said = groups
    .map((group, at) => {
      const words = groupInChinese(group, at > 0)
      return words === '' ? '' : `${words}${GROUPS[groups.length - 1 - at] ?? ''}`
    })
    .join('')
  return said.replace(/^一十/, '十').replace(/零+$/, '')
}

function groupInChinese(group: string, inner: boolean): string {
  const padded = inner ? group.padStart(4, '0') : group
  let said = ''
  let gap = false
  for (const [at, digit] of Array.from(padded).entries()) {
    if (digit === '0') {
      gap = true
      continue
    }
    if (gap && (said !== '' || inner)) said += '零'
    gap = false
    said += `${DIGITS[Number(digit)] ?? ''}${PLACES[padded.length - 1 - at] ?? ''}`
  }
  return said
}

function digitByDigit(digits: string, names: readonly string[]): string {
  return Array.from(digits)
    .map((digit) => names[Number(digit)] ?? '')
    .join('')
}

function decimalInChinese(number: string): string {
  const [whole = '0', part] = number.replaceAll(',', '').split('.')
  const counted = countedInChinese(whole)
  return part === undefined ? counted : `${counted}点${digitByDigit(part, DIGITS)}`
}

/** What is counted one by one is 两, not 二: 两个, 两天, 两元. */
const TWO =
  /(?<![\d.,点第十百千万])2(?=\s*(?:个|個|張|間|種|項|類|年(?!\d|[一-十]*月)|天|周|元|本|张|份|次|人|位|套|页|小时|分钟|项|种|类|寸|倍|岁|万|亿|千|百|周岁|名|家|户|块|件|条|代))/gu

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g

/** A telephone number, or another row of digits that nobody counts. */
const DIGIT_ROW =
  /(?<![\d.])(?:(?:\+?86[- ]?)?1[3-9]\d{9}|0\d{2,3}[-–— ]?\d{5,8}|400[-– ]?\d{3}[-– ]?\d{4}|\d{9,}(?!元))(?!\d|\.\d)/g
const HOTLINE =
  /(?<=(?:拨打?|打|热线|电话|专线|转|呼叫|call|phone|hotline)[^\d。，,.；;]{0,6})\d{3,8}(?![\d元块个天年月日号])|(?<!\d)(?:12345|12333|12329|12366|12348|12315|12320|12380|12388|12367|12355|12338|95598|96110)(?!\d)/gi

/** Dates, ranges, rates and amounts with their signs written as words: 2026-03-01, 3-5个工作日, 1.5%, ¥20, 20元/本, 8:30. */
export function withUnitsSpelled(text: string, locale: Locale): string {
  if (locale === 'en') {
    return text
      .replaceAll(/(?<=\d)\s?[-–—~～]\s?(?=\d+(?:\.\d+)?\s?(?:working|calendar|days?|months?|years?|yuan|%))/g, ' to ')
      .replaceAll(/[¥￥]\s?(\d[\d,.]*)/g, '$1 yuan')
      .replaceAll(/(\d+(?:\.\d+)?)\s?%/g, '$1 per cent')
  }
  return text
    .replaceAll(
      /(?<!\d)(\d{4})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)/g,
      (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
    )
    .replaceAll(
      /(?<!\d)([01]?\d|2[0-3])[:：]([0-5]\d)(?!\d)/g,
      (_, hour: string, minute: string) => `${Number(hour)}点${minute === '00' ? '' : `${minute}分`}`,
    )
    .replaceAll(/(?<=点|分)\s?[-–—~～]+\s?(?=\d)/g, '到')
    .replaceAll(
      /(?<![\d-])(\d+(?:\.\d+)?)\s?[-–—~～]\s?(\d+(?:\.\d+)?)(?=\s?(?:个|年|月|日|天|周|元|万|岁|%|‰|小时|分钟|倍|工作日|人|张|份))/gu,
      '$1到$2',
    )
    .replaceAll(/(\d+(?:\.\d+)?)%\s?(?:到|至|[-–—~～])\s?(\d+(?:\.\d+)?)%/g, '百分之$1到百分之$2')
    .replaceAll(/(\d+(?:\.\d+)?)\s?%/g, '百分之$1')
    .replaceAll(/(\d+(?:\.\d+)?)\s?‰/g, '千分之$1')
    .replaceAll(/[¥￥]\s?(\d[\d,]*(?:\.\d+)?)/g, '$1元')
    .replaceAll(
      /(\d+(?:\.\d+)?(?:万)?元)\s?[/／]\s?([\p{Script=Han}])(?:[·．.]?)(?=次|天|月|年|[。，；,;、）)\s]|$)/gu,
      '每$2$1',
    )
    .replaceAll(/(?<![月\d])(\d+)日(?=内|以内|之内|前|后|以上)/g, '$1天')
    .replaceAll(/≥\s?(?=\d)/g, '不少于')
    .replaceAll(/≤\s?(?=\d)/g, '不超过')
}

/** Marks of text that nobody says: citations, headings, emphasis, tables, links. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(/\s*\[\d+\]/g, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/https?:\/\/\S+/g, '')
    .replaceAll(/^[ \t]*\|[ \t:|-]+\|[ \t]*$/gm, '')
    .replaceAll(/^\s*(?:[#>]+|[-*+]|\d+\.)\s+/gm, '')
    .replaceAll(/^[ \t]*\|[ \t]*|[ \t]*\|[ \t]*$/gm, '')
    .replaceAll(/[ \t]*\|[ \t]*/g, '，')
    .replaceAll(/[*_`#]+/g, '')
}

/** Lines become sentences, so that a voice pauses between them. */
function inSentences(text: string, locale: Locale): string {
  const stop = locale === 'en' ? '.' : '。'
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (/[。！？!?.；;：:，,]$/u.test(line) ? line : `${line}${stop}`))
    .join(locale === 'en' ? ' ' : '')
}

/**
 * The text made for reading aloud: no markup and no citation marks; dates, amounts and telephone numbers as people say them.
 * English voices read numbers by themselves, so only rows of digits are taken apart there.
 */
export function spokenText(text: string, locale: Locale): string {
  const bare = withUnitsSpelled(inSentences(withoutMarkup(text), locale), locale)
  if (locale === 'en') return bare.replaceAll(DIGIT_ROW, spaced).replaceAll(HOTLINE, spaced)
  const inWords = bare
    .replaceAll(DIGIT_ROW, saidDigits)
    .replaceAll(HOTLINE, saidDigits)
    .replaceAll(/(?<!\d)(\d{4})(?=年(?!内|以|后|前|的期))/g, (year) =>
      /^(?:19|20)/.test(year) ? digitByDigit(year, DIGITS) : year,
    )
    .replaceAll(TWO, '两')
    .replaceAll(NUMBER, decimalInChinese)
  return locale === 'zh-Hant'
    ? inWords.replaceAll('两', '兩').replaceAll('万', '萬').replaceAll('亿', '億').replaceAll('点', '點')
    : inWords
}

function spaced(row: string): string {
  return row
    .replaceAll(/[-–— ]/g, '')
    .split('')
    .join(' ')
}

function saidDigits(row: string): string {
  return row
    .replaceAll(/[-–— +]+/g, '，')
    .replaceAll(/\d+/g, (digits) => digitByDigit(digits, SAID_DIGITS))
    .replace(/^，/, '')
}
