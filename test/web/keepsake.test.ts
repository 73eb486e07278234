import { expect, test } from 'vitest'
import { createKeepsake } from '../../src/web/widget/keepsake.ts'

function storage(start: Record<string, string> = {}): Storage {
  const kept = new Map(Object.entries(start))
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() {
      return kept.size
    },
  }
}

test('a reload finds the conversation and the way of reading', () => {
  const drawer = storage()
  createKeepsake(drawer).keep({ conversation: { id: 'c', token: 't' }, locale: 'zh-Hant', large: true })
  expect(createKeepsake(drawer).read()).toEqual({
    conversation: { id: 'c', token: 't' },
    locale: 'zh-Hant',
    large: true,
  })
})

test('a spoilt or barred storage is as good as an empty one', () => {
  expect(createKeepsake(storage({ bianban: '{' })).read().conversation).toBeUndefined()
  const barred = createKeepsake(undefined)
  barred.keep({ large: true })
  expect(barred.read().large).toBe(true)
})
