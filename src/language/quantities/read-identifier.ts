import { readNumeral } from '../numeral.ts'
import type { Quantity } from '../quantity.ts'

const MOBILE = '1[3-9]\\d(?:[ -]?\\d{4}){2}'
const LANDLINE = '\\(?0\\d{2,3}\\)?[ -]?\\d{7,8}'
const SERVICE = '400[ -]?\\d{3}[ -]?\\d{4}|12[13]\\d\\d|96\\d{3}|95\\d{3}'
const PHONE = new RegExp(`(?:${MOBILE}|${LANDLINE}|${SERVICE})(?![\\dA-Za-z])`, 'y')
/** Three digits of the emergency services, or an unmarked office number: a phone only where the words say so. */
const CALLED = /(?:11[0-9]|12[0-2]|\d{5,8})(?!\d)/y
const CALL_WORDS = /(?:电话|热线|拨打?|致电|联系|打|call|dial|phone|tel|hotline)[^，。；\n]{0,6}$/i

/** The telephone number that starts at `start` of folded text, as bare digits. */
export function readPhone(text: string, start: number): Omit<Quantity, 'comparator'> | undefined {
  PHONE.lastIndex = start
  let end = PHONE.test(text) ? PHONE.lastIndex : undefined
  if (end === undefined) {
    CALLED.lastIndex = start
    if (CALLED.test(text) && CALL_WORDS.test(text.slice(Math.max(0, start - 12), start))) end = CALLED.lastIndex
  }
  if (end === undefined) return undefined
  const words = text.slice(start, end)
  return { kind: 'phone', value: words.replaceAll(/\D/g, ''), unit: 'phone', text: words, start, end }
}

/** What stands after 第: an article of a law, or the end of another ordinal, which is no quantity. */
export function readOrdinal(
  text: string,
  start: number,
): { article?: Omit<Quantity, 'comparator'>; end: number } | undefined {
  if (text.charAt(start) !== '第') return undefined
  const numeral = readNumeral(text, text.charAt(start + 1) === ' ' ? start + 2 : start + 1)
  if (numeral === undefined) return undefined
  const at = text.charAt(numeral.end) === ' ' ? numeral.end + 1 : numeral.end
  if (text.charAt(at) !== '条') return { end: at + 1 }
  const end = endOfClause(text, at + 1)
  return {
    article: {
      kind: 'article',
      value: String(numeral.value),
      unit: 'article',
      text: text.slice(start, end),
      start,
      end,
    },
    end,
  }
}

/** Skips 第二款第三项 after an article: the parts of an article belong to it. */
function endOfClause(text: string, start: number): number {
  const parts = /(?:之[一二三四五六七八九十])?(?:第[一二三四五六七八九十\d]{1,3}[款项目]){0,2}/y
  parts.lastIndex = start
  parts.test(text)
  return parts.lastIndex
}
