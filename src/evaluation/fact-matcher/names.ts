import { readNumeral, readQuantities, startsNumeral } from '../../language/index.ts'
import { writtenForm } from './clauses.ts'

/**
 * Whether a text names a term, however the numbers of either are written: 十二个月 is 12个月, and 112个月 is not; nor is
 * 非住宅 a 住宅. The text is in written form.
 */
export function names(text: string, term: string): boolean {
  const wanted = inDigits(writtenForm(term))
  const given = inDigits(text)
  for (let at = given.indexOf(wanted); at >= 0; at = given.indexOf(wanted, at + 1)) {
    const cutsNumber = /^\d/.test(wanted) && /[\d.]$/.test(given.slice(0, at))
    if (!cutsNumber && !/(?<![并若除莫])非$/u.test(given.slice(0, at))) return true
  }
  return false
}

/** 三楼 is 3楼: the number of a place counts nothing. */
const PLACE = /(?<![零〇一二三四五六七八九十百千万两])[一二三四五六七八九十]{1,3}(?=楼|层|号|室|栋|座)/g
/** 一次 is 1次, though a lone 一 measures nothing. */
const LONE_ONE = /(?<![统万第十百千零〇一二三四五六七八九两])一(?=[次个本份件项名位户])/g

/** Written form with the Han numerals of quantities in digits. 统一 and 万一 are words and stay. */
function inDigits(text: string): string {
  return readQuantities(text)
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (rest, { start, end }) => rest.slice(0, start) + numbersInDigits(rest.slice(start, end)) + rest.slice(end),
      text.replaceAll(PLACE, (words) => numbersInDigits(words)).replaceAll(LONE_ONE, '1'),
    )
}

function numbersInDigits(words: string): string {
  let written = ''
  for (let at = 0; at < words.length;) {
    const numeral = startsNumeral(words.charAt(at)) ? readNumeral(words, at) : undefined
    written += numeral === undefined ? words.charAt(at) : String(numeral.value)
    at = numeral === undefined ? at + 1 : numeral.end
  }
  return written
}
