import { assert, constantFrom, nat, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { createSealing } from '../../src/store/sealing.ts'

const sealing = createSealing('one installation secret, long enough')

test('what was sealed is read back, whatever was written', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      expect(sealing.unseal(sealing.seal(text))).toBe(text)
    }),
  )
})

test('the same words sealed twice look different and show nothing of the words', () => {
  const words = '公民身份号码 350203199001010018'
  expect(sealing.seal(words)).not.toBe(sealing.seal(words))
  expect(sealing.seal(words)).not.toContain('350203')
})

test('any altered character is noticed', () => {
  const sealed = sealing.seal('户籍地址：厦门市思明区')
  assert(
    property(nat(sealed.length - 1), constantFrom('A', 'z', '0', '-', '=', '.', ' '), (at, character) => {
      if (sealed[at] === character) return
      const altered = sealed.slice(0, at) + character + sealed.slice(at + 1)
      expect(() => sealing.unseal(altered)).toThrow(expect.objectContaining({ code: 'store-unavailable' }))
    }),
  )
})

test('a text that was cut off, emptied or sealed with another key is refused', () => {
  const sealed = sealing.seal('内容')
  const foreign = createSealing('another installation secret, also long').seal('内容')
  for (const text of ['', 'v1.', sealed.slice(0, -4), `${sealed}AAAA`, sealed.replace('v1.', 'v2.'), foreign]) {
    expect(() => sealing.unseal(text)).toThrow(expect.objectContaining({ code: 'store-unavailable' }))
  }
})

test('a digest is the same each time, and another with another key', () => {
  expect(sealing.digest('token')).toMatch(/^[0-9a-f]{64}$/)
  expect(sealing.digest('token')).toBe(createSealing('one installation secret, long enough').digest('token'))
  expect(sealing.digest('token')).not.toBe(createSealing('another installation secret, also long').digest('token'))
})
