import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSentenceCutter } from '../../src/conversation/lock/sentences.ts'

function cut(text: string, pieces: readonly string[] = [text]): string[] {
  const cutter = createSentenceCutter()
  return [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.rest()]
}

test('a sentence keeps the citations that follow it', () => {
  expect(cut('首次免费。[p1] 补领40元。[p2][p3]\n- 带身份证 [p4]\n再见')).toEqual([
    '首次免费。[p1]',
    ' 补领40元。[p2][p3]\n',
    '- 带身份证 [p4]\n',
    '再见',
  ])
})

test('English sentences end at a full stop, decimals do not', () => {
  expect(cut('It costs CNY 20.5 in all. [p1] Bring it.')).toEqual(['It costs CNY 20.5 in all. [p1]', ' Bring it.'])
})

test('nothing is released before it is whole, wherever the stream is cut', () => {
  const text = '居住证15日内制发。[p1]特殊情况30日。[p2]\n\n- 带身份证[p3]\n- 带相片[p3]\n'
  const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(pieces, (sizes) => {
      const chunks: string[] = []
      for (let at = 0, i = 0; at < text.length; i += 1) {
        const size = sizes[i % sizes.length] ?? 1
        chunks.push(text.slice(at, at + size))
        at += size
      }
      expect(cut(text, chunks)).toEqual(cut(text))
    }),
  )
})

test('no character is lost', () => {
  fc.assert(fc.property(fc.string(), (text) => cut(text).join('').trim() === text.trim()))
})
