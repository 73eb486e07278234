import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  newDigitCode,
  newQueryCode,
  newReceiptNumber,
  readQueryCode,
  readReceiptNumber,
} from '../../src/services/filing/receipt-number.ts'

const random = (count: number): Uint8Array => randomBytes(count)
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

describe('receipt numbers and query codes', () => {
  test('a receipt number names the day and is read back in any writing', () => {
    const number = newReceiptNumber('2026-11-23', random)
    expect(number).toMatch(/^XM20261123-[2-9A-HJKMNP-Z]{9}$/)
    expect(readReceiptNumber(number)).toBe(number)
    expect(readReceiptNumber(` ${number.toLowerCase().replace('-', '')} `)).toBe(number)
    expect(readReceiptNumber(number.replace('XM', 'ＸＭ'))).toBe(number)
  })

  test('one wrong letter, or two neighbours swapped, is noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 18 }), fc.constantFrom(...LETTERS.split('')), (place, letter) => {
        const number = newReceiptNumber('2026-11-23', random)
        const wrong = number.slice(0, place) + letter + number.slice(place + 1)
        expect(readReceiptNumber(wrong)).toBe(wrong === number ? number : undefined)
        const swapped = `${number.slice(0, place)}${number.charAt(place + 1)}${number.charAt(place)}${number.slice(place + 2)}`
        expect(readReceiptNumber(swapped)).toBe(swapped === number ? number : undefined)
      }),
    )
  })

  test.each(['', 'XM20261123', '办件编号', 'XM20261123-OOOOOOOOO', 'x'.repeat(1000)])(
    '%j is no receipt number',
    (text) => expect(readReceiptNumber(text)).toBeUndefined(),
  )

  test('codes use letters nobody confuses, and are read with spaces and small letters', () => {
    const code = newQueryCode(random)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(readQueryCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)).toBe(code)
    expect(newDigitCode(random)).toMatch(/^\d{6}$/)
  })

  test('letters are drawn evenly', () => {
    const drawn = Array.from({ length: 2000 }, () => newQueryCode(random)).join('')
    for (const letter of LETTERS) {
      const share = (drawn.split(letter).length - 1) / drawn.length
      expect(share).toBeGreaterThan(0.02)
      expect(share).toBeLessThan(0.045)
    }
  })
})
