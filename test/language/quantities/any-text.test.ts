import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuantities } from '../../../src/language/index.ts'

/** Any UTF-16 text, lone surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((codes) => String.fromCharCode(...codes))

test('an amount reads the same in every spelling', () => {
  const digits = '零一二三四五六七八九'
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (yuan, tenths, place) => {
        const value = place * 1000 + yuan
        const spelled = `${digits.charAt(place)}千零${digits.charAt(yuan)}元`
        for (const text of [
          `${value}元`,
          `${value.toLocaleString('en-US')}元`,
          `¥${value}`,
          spelled,
          `${value} yuan`,
          `${value / 10_000}万元`,
        ]) {
          expect(readQuantities(`费用${text}。`)[0]?.value).toBeCloseTo(value, 6)
        }
        expect(readQuantities(`${value}元${tenths}角`)[0]?.value).toBeCloseTo(value + tenths / 10, 6)
      },
    ),
  )
})

test('never throws, and keeps every quantity inside the text and in order', () => {
  const pieces = fc.constantFrom(
    '一',
    '万',
    '百',
    '零',
    '两',
    '半',
    '个',
    '年',
    '月',
    '日',
    '元',
    '角',
    '块',
    '1',
    '2025',
    '-',
    '/',
    '至',
    '满',
    '不满',
    '第',
    '条',
    '以上',
    '内',
    '％',
    ' ',
    '.',
    ',',
    '百分之',
    '分之',
    'kg',
    '岁',
    '¥',
    '免费',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
        anyText,
      ),
      (text) => {
        let last = 0
        for (const { start, end, text: words } of readQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(words).toBe(text.slice(start, end))
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      },
    ),
    { numRuns: 500 },
  )
})

test.each(['一', '1', '1-', '万一', '2025年', '不', '第', '1,111', '百分之', '半', '满', '20元', '1 '])(
  'reads a hostile message made of %j only, however long',
  (piece) => {
    expect(readQuantities(piece.repeat(5000)).length).toBeLessThanOrEqual(10_000)
  },
)
