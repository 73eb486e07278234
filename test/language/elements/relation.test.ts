import { expect, test } from 'vitest'
import { elements } from '../../../src/language/index.ts'

const OPTIONS = [
  { id: 'spouse', label: '配偶', aliases: [] },
  { id: 'child', label: '子女', aliases: ['儿子', '女儿'] },
  { id: 'parent', label: '父母', aliases: ['爸爸', '妈妈'] },
  { id: 'other', label: '其他亲属', aliases: [] },
]

function answer(text: string, ask: string): string | undefined {
  const context = { today: '2026-11-26', labels: ['关系'], options: OPTIONS, ask, asked: true }
  return elements.choice.read(text, context)[0]?.value
}

test.each([
  ['他是我爸爸', '您是户主的什么人？', 'child'],
  ['户主是我女儿', '您是户主的什么人？', 'parent'],
  ['我是他女儿', '您是户主的什么人？', 'child'],
  ['我是她姐姐', '您是户主的什么人？', 'other'],
  ['那是我老伴', '您是户主的什么人？', 'spouse'],
  ['他是我爸爸', '这位家人是您的什么人？', 'parent'],
  ['我是他爸爸', '这位家人是您的什么人？', 'child'],
])('%j to %j is %s', (text, ask, expected) => {
  expect(answer(text, ask)).toBe(expected)
})

test.each([
  ['租了一套房子', 'housing'],
  ['开了家小店', 'work'],
  ['被一辆货车撞了', 'hit'],
  ['没租过房子', undefined],
])('hears verb and object with words between them: %j', (text, expected) => {
  const options = [
    { id: 'housing', label: '租房', aliases: [] },
    { id: 'work', label: '工作', aliases: ['开店'] },
    { id: 'hit', label: '别人造成的伤', aliases: ['被撞'] },
  ]
  const context = { today: '2026-11-26', labels: [], options, asked: true }
  expect(elements.choice.read(text, context)[0]?.value).toBe(expected)
})
