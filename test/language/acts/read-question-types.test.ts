import { expect, test } from 'vitest'
import { readQuestionTypes, type QuestionSection } from '../../../src/language/index.ts'

function sections(text: string): QuestionSection[] {
  return [...new Set(readQuestionTypes(text).map(({ section }) => section))]
}

test.each<[string, QuestionSection[]]>([
  ['要带啥', ['materials']],
  ['需要什么材料', ['materials']],
  ['要準備什麼', ['materials']],
  ['多少钱', ['fees']],
  ['多少錢', ['fees']],
  ['要不要钱', ['fees']],
  ['几天能好', ['time']],
  ['多久', ['time']],
  ['有效期多久', ['time']],
  ['去哪', ['where']],
  ['在哪里办', ['where']],
  ['周末开门吗', ['where']],
  ['怎么弄', ['how']],
  ['怎麼辦', ['how']],
  ['流程是什么', ['how']],
  ['能不能办', ['who']],
  ['需要本人去吗', ['who']],
  ['外地户口能办吗', ['who']],
  ['法律依据是什么', ['basis']],
  ['能代办吗', ['who', 'how']],
  ['要带什么，多少钱，几天能拿到', ['materials', 'fees', 'time']],
  ['How much does it cost?', ['fees']],
  ['Where do I apply and how long does it take?', ['where', 'time']],
  ['What documents do I bring?', ['materials']],
])('%s asks about %j', (text, expected) => {
  expect(sections(text)).toEqual(expected)
})

test.each(['居住证', '我叫陈大文', '谢谢', '13800138000'])('%s asks about no section', (text) => {
  expect(sections(text)).toEqual([])
})

test('gives the words that ask, in order', () => {
  expect(readQuestionTypes('要帶什麼，多少錢')).toEqual([
    { section: 'materials', text: '要帶什麼', start: 0, end: 4 },
    { section: 'fees', text: '多少錢', start: 5, end: 8 },
  ])
})

test.each(['能', '要', '怎么', '在', '网上', '可以'])('reads a long hostile message made of %j only', (piece) => {
  expect(readQuestionTypes(piece.repeat(2000)).length).toBeLessThanOrEqual(2000 * piece.length)
})
