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
