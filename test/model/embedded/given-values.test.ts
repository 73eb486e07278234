import { expect, test } from 'vitest'
import { givenValues } from '../../../src/model/embedded/given-values.ts'

const CARD = { id: 'card', element: 'bank-card', label: '收款银行卡', labels: ['银行卡'] }

function given(words: string): string[] {
  const read = givenValues(words, [CARD], { today: '2026-11-26', asked: 'card', earlier: [] }, [])
  return read.map(({ value }) => value)
}

test('a number shown with the question whether it may be used is not given yet', () => {
  expect(given('我妈的卡行不行，6222024100012345678')).toEqual([])
  expect(given('用我的卡，6222024100012345678')).toEqual(['6222024100012345678'])
})

test('to agree with what was just shown answers no question', () => {
  const field = { id: 'insured', element: 'yes-no', label: '是否参保', labels: ['参保'], ask: '您参加社保了吗？' }
  const heard = (words: string, before: string) =>
    givenValues(words, [field], { today: '2026-11-26', asked: 'insured', earlier: [before] }, []).length
  for (const words of ['没错', '对', '对的', "That's right"])
    expect([heard(words, '看看我填了什么'), heard(words, '陈测试')], words).toEqual([0, 1])
  for (const words of ['是', '有', '参加了', '没有']) expect(heard(words, '看看我填了什么'), words).toBe(1)
})

test.each(['没错', '没问题', '没意见', '可以', '不用了'])('%s counts nothing', (words) => {
  const field = { id: 'months', element: 'number', label: '缴费月数', labels: ['月数'], ask: '一共交了多少个月？' }
  expect(givenValues(words, [field], { today: '2026-11-26', asked: 'months', earlier: [] }, [])).toEqual([])
})
