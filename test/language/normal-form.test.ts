import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise, stripInvisible } from '../../src/language/index.ts'

/** Any UTF-16 text, lone surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((codes) => String.fromCharCode(...codes))

test.each([
  ['full-width letters and digits', 'Ａ１２３', 'A123'],
  ['ideographic spaces', '身份证　　办理', '身份证 办理'],
  ['zero-width characters inside words', '身\u200b份\u200d证\ufeff', '身份证'],
  ['bidirectional controls', '\u202e证份身\u202c', '证份身'],
  ['tag characters that carry hidden words', '你好\u{e0049}\u{e0067}\u{e006e}', '你好'],
  ['square metres', '90㎡', '90m2'],
  ['line ends and blank lines', '一行\r\n\r\n  二行 \r 三行', '一行\n二行\n三行'],
  ['spaces at the ends', '  好的 ', '好的'],
])('folds %s', (_what, text, expected) => {
  expect(normalise(text)).toBe(expected)
})

test('keeps the script and the case of what a citizen wrote', () => {
  expect(normalise('臺灣 Wi-Fi')).toBe('臺灣 Wi-Fi')
})

test('keeps line ends and tabs while it strips what cannot be seen', () => {
  expect(stripInvisible('a\tb\nc\u0007d')).toBe('a\tb\ncd')
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalise(text)
      expect(normalise(once)).toBe(once)
    }),
  )
})
