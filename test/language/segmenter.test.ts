import { expect, test } from 'vitest'
import { createSegmenter, isStopWord } from '../../src/language/index.ts'

const { words } = createSegmenter(['五折租房', '港澳台居民居住证', '好差评'])

test('keeps the words of the domain whole', () => {
  expect(words('申请五折租房')).toContain('五折租房')
  expect(words('港澳台居民居住证怎么办')).toContain('港澳台居民居住证')
})

test('gives long words their shorter parts, for search', () => {
  expect(words('居住证')).toEqual(expect.arrayContaining(['居住', '居住证']))
})

test('reads traditional, full-width and upper-case text as the same words', () => {
  expect(words('辦理ＷＩＦＩ')).toEqual(words('办理wifi'))
})

test('drops punctuation and keeps numbers', () => {
  const found = words('工本费：20元！（每证）')
  expect(found).toContain('20')
  expect(found.every((word) => /[\p{L}\p{N}]/u.test(word))).toBe(true)
})

test('is not upset by odd domain words', () => {
  expect(createSegmenter(['a b', '', '（试）', '居住证 n']).words('居住证')).toContain('居住证')
})

test('knows the words that say nothing about the matter', () => {
  expect(['怎么', '的', '请问', 'the'].every(isStopWord)).toBe(true)
  expect(['身份证', '丢失', 'permit'].some(isStopWord)).toBe(false)
})
