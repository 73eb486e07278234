import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumeral } from '../../src/language/numeral.ts'

const DIGITS = '零一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'

/** Writes 0 … 99,999,999 in Han numerals, as banks and laws do. */
function han(value: number, digits: string, tens: readonly [string, string, string]): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    const gap = rest > 0 && rest < 1000 ? digits.charAt(0) : ''
    return `${han(Math.floor(value / 10_000), digits, tens)}万${gap}${rest > 0 ? han(rest, digits, tens) : ''}`
  }
  const places: readonly [number, string][] = [
    [1000, tens[2]],
    [100, tens[1]],
    [10, tens[0]],
    [1, ''],
  ]
  let text = ''
  let gap = false
  for (const [size, name] of places) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? digits.charAt(0) : '') + digits.charAt(digit) + name
      gap = false
    }
  }
  return text === '' ? digits.charAt(0) : text
}

test('reads back every number written in Han numerals, everyday and formal', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
      expect(readNumeral(han(value, DIGITS, ['十', '百', '千']), 0)?.value).toBe(value)
      expect(readNumeral(han(value, FORMAL, ['拾', '佰', '仟']), 0)?.value).toBe(value)
    }),
  )
})

test('reads back every number written in digits, grouped or with 万', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
      expect(readNumeral(String(value), 0)?.value).toBe(value)
      expect(readNumeral(value.toLocaleString('en-US'), 0)?.value).toBe(value)
      expect(readNumeral(`${value / 10_000}万`, 0)?.value).toBeCloseTo(value, 6)
    }),
  )
})

test.each([
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['一百二', 120],
  ['一百零二', 102],
  ['千八', 1800],
  ['三千五', 3500],
  ['一万二', 12_000],
  ['一万零二', 10_002],
  ['两千零五', 2005],
  ['1万2千', 12_000],
  ['1万2', 12_000],
  ['1.2万', 12_000],
  ['3千万', 30_000_000],
  ['12,000', 12_000],
  ['二〇二五', 2025],
  ['三点五', 3.5],
])('reads %s as %d', (text, value) => {
  expect(readNumeral(text, 0)).toMatchObject({ value, end: text.length })
})

test.each(['百', '万', '千', '', '元', '一百二三'])('takes %j for no number', (text) => {
  expect(readNumeral(text, 0)).toBeUndefined()
})
