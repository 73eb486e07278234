import { expect, test } from 'vitest'
import { composerRows, isSendKey } from '../../src/web/widget/composer.ts'

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 }

test('Enter sends, unless it starts a line or picks a candidate', () => {
  expect(isSendKey(enter)).toBe(true)
  expect(isSendKey({ ...enter, shiftKey: true })).toBe(false)
  expect(isSendKey({ ...enter, isComposing: true })).toBe(false)
  expect(isSendKey({ ...enter, keyCode: 229 })).toBe(false)
  expect(isSendKey({ ...enter, key: 'a' })).toBe(false)
})

test('the composer grows with the text, up to five rows', () => {
  expect(['', '一', '一\n二', '字'.repeat(61), '一\n'.repeat(20)].map(composerRows)).toEqual([1, 1, 2, 3, 5])
})
