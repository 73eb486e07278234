import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSentenceCover } from '../../src/knowledge/words/sentence-cover.ts'

const each = (text: string, worth = 1): (readonly [string, number])[] => Array.from(text, (one) => [one, worth])

test('a question taken up in one sentence counts more than its words here and there', () => {
  const cover = createSentenceCover()(each('换证手续'))
  expect(cover('您好。实习期满后不需要办理换证手续。')).toBe(1)
  expect(cover('换车要看情况。证件随身带。手里的东西放好。继续等。')).toBe(0.25)
})

test('a telling character counts by its worth, and twice no more than once', () => {
  const cover = createSentenceCover()([...each('犬', 3), ...each('带')])
  expect(cover('犬犬犬')).toBe(0.75)
  expect(cover('带带带')).toBe(0.25)
})

test('a question leaves nothing behind for the next one', () => {
  const read = createSentenceCover()
  read(each('导盲犬'))('导盲犬可以进站')
  expect(read(each('公交'))('导盲犬可以进站')).toBe(0)
})

test('only the first sentences that touch the question are read', () => {
  const cover = createSentenceCover()(each('公交'))
  expect(cover(`${'公。'.repeat(12)}公交。`)).toBe(0.5)
  expect(cover(`${'没有关系。'.repeat(12)}公交。`)).toBe(1)
})

test('the cover is a share for any text and question', () => {
  const read = createSentenceCover()
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (question, text) => {
      const cover = read(each(question, 0.7))(text)
      expect(cover).toBeGreaterThanOrEqual(0)
      expect(cover).toBeLessThanOrEqual(1 + 1e-6)
    }),
  )
})
