import { expect, test } from 'vitest'
import { recent } from '../../src/language/recent.ts'

test('what was asked for lately is computed once, what was long ago is let go', () => {
  const remember = recent<string>(3)
  const computed: string[] = []
  const ask = (key: string): string =>
    remember(key, () => {
      computed.push(key)
      return key.toUpperCase()
    })
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'e', 'f', 'a']) expect(ask(key)).toBe(key.toUpperCase())
  expect(computed).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  for (const key of ['g', 'h', 'i', 'j', 'k', 'l']) ask(key)
  expect(ask('b')).toBe('B')
  expect(computed.filter((key) => key === 'b')).toHaveLength(2)
})
