import { describe, expect, test } from 'vitest'
import { elements } from '../../../src/language/index.ts'

const options = [
  { id: 'joint', label: '共同购买', aliases: ['没有同住', '行政划拨'] },
  { id: 'single', label: '单独购买', aliases: ['一个人买'] },
]
const read = (text: string) => elements.choice.read(text, { today: '2026-11-27', asked: true, options })

describe('a bare yes to a choice', () => {
  test.each(['同意', '好的', '行', '可以吧', '没问题', 'OK'])('%s picks none for a character they share', (words) => {
    expect(read(words)).toEqual([])
  })

  test('picks the one that bears the word', () => {
    const named = [...options, { id: 'agreed', label: '同意', aliases: [] }]
    const [reading] = elements.choice.read('同意', { today: '2026-11-27', asked: true, options: named })
    expect(reading?.value).toBe('agreed')
  })
})

test('an answer that shares a word with one option alone still picks it', () => {
  expect(read('划拨来的')[0]?.value).toBe('joint')
})

describe('what lies outside of an option', () => {
  const places = [
    { id: 'inside', label: '市内', aliases: ['本市'] },
    { id: 'outside', label: '市外', aliases: [] },
  ]
  test.each(['本市以外', '在本市之外', '市内以外的'])('%s is the other of two', (text) => {
    const read = elements.choice.read(text, { today: '2026-11-27', asked: true, options: places })
    expect(read.map(({ value }) => value)).toEqual(['outside'])
  })

  test('is open where there are more', () => {
    const three = [...places, { id: 'abroad', label: '国外', aliases: [] }]
    expect(elements.choice.read('本市以外', { today: '2026-11-27', asked: true, options: three })).toEqual([])
  })
})
