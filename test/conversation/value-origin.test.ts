import { expect, test } from 'vitest'
import { saidByCitizen } from '../../src/conversation/tools/value-origin.ts'
import type { ElementContext, ElementId } from '../../src/language/index.ts'

const context: ElementContext = {
  today: '2026-11-23',
  options: [
    { id: 'housing', label: '合法稳定住所', aliases: ['租房'] },
    { id: 'employment', label: '合法稳定就业', aliases: ['上班'] },
  ],
}

test.each<[element: ElementId, value: string, said: string[]]>([
  ['mobile', '13800000001', ['我的手机是138 0000 0001']],
  ['mobile', '13800000001', ['手机１３８００００００01', '好的']],
  ['citizen-id', '350203199001010018', ['身份证 350203 19900101 0018']],
  ['date', '2025-03-01', ['2025年3月1日来的']],
  ['date', '2025年3月1日', ['二〇二五年三月一日']],
  ['choice', 'housing', ['我租房']],
  ['yes-no', 'false', ['没有']],
  ['name', '陈测试', ['我叫陈测试']],
])('%s %s stands in the citizen’s words', (element, value, said) => {
  expect(saidByCitizen(value, { element, context }, said)).toBe(true)
})

test.each<[element: ElementId, value: string, said: string[]]>([
  ['mobile', '13900000002', ['我的手机是13800000001']],
  ['citizen-id', '350206198812300021', ['身份证350203199001010018']],
  ['name', '李四', ['我叫陈测试']],
  ['date', '2024-03-01', ['2025年3月1日来的']],
  ['choice', 'employment', ['我租房']],
  ['yes-no', 'true', ['是的', '我要办居住证']],
  ['text', '甲', ['我在甲公司']],
])('%s %s does not', (element, value, said) => {
  expect(saidByCitizen(value, { element, context }, said)).toBe(false)
})

test('a statement that answers only the question asked stands in the citizen’s words', () => {
  const field = { element: 'yes-no', context: { ...context, ask: '欠的税都补齐了吗？' } } as const
  expect(saidByCitizen('true', field, ['补齐了'])).toBe(true)
  expect(saidByCitizen('true', field, ['还没补'])).toBe(false)
})
