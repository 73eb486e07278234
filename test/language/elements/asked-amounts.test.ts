import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFields } from '../../../src/language/index.ts'

const FORM = {
  family: { id: 'family', element: 'number', label: '家庭人数', labels: ['几口人'], min: 1, max: 20 },
  months: { id: 'months', element: 'number', label: '缴费月数', labels: [], min: 0, max: 600 },
  gap: { id: 'gap', element: 'number', label: '断缴年数', labels: [], min: 0, max: 60 },
  mass: { id: 'mass', element: 'number', label: '总质量（公斤）', labels: [], min: 100, max: 100_000 },
  area: { id: 'area', element: 'number', label: '面积（平方米）', labels: ['面积'], min: 1, max: 20_000 },
  copies: { id: 'copies', element: 'number', label: '份数', labels: [], min: 1, max: 20 },
  income: { id: 'income', element: 'money', label: '家庭月收入', labels: ['月收入'], min: 0, max: 1_000_000 },
} as const

function answer(text: string, field: keyof typeof FORM): string | undefined {
  return readFields(text, [FORM[field]], { today: '2026-11-26', asked: field }).find(
    ({ confidence }) => confidence > 0.4,
  )?.value
}

test.each([
  ['我和我弟俩人', 'family', '2'],
  ['爸妈加上我', 'family', '3'],
  ['两个大人一个小孩', 'family', '3'],
  ['只有我自己', 'family', '1'],
  ['一家四口', 'family', '4'],
  ['我爸妈和我，我姐嫁出去了', 'family', '3'],
  ['大前年没交，就那一年', 'gap', '1'],
  ['一年零五个月', 'months', '17'],
  ['从来没交过', 'months', '0'],
  ['六点五吨', 'mass', '6500'],
  ['三层，每层20平，一共60平', 'area', '60'],
  ['三十来平', 'area', '30'],
  ['两份中文三份英文', 'copies', '5'],
  ['一份就好', 'copies', '1'],
  ['4份，写错了，5份', 'copies', '5'],
  ['8k', 'income', '8000'],
  ['没有工资', 'income', '0'],
  ['她3000，我4500，加起来7500', 'income', '7500'],
  ['年薪十八万，每月一万五', 'income', '15000'],
] as const)('%j, asked for %s, is %s', (text, field, expected) => {
  expect(answer(text, field)).toBe(expected)
})

test.each([
  ['三千到四千', 'income'],
  ['不是三千就是四千', 'income'],
  ['没算过', 'months'],
  ['开几份合适', 'copies'],
  ['一份要多少钱', 'copies'],
] as const)('%j leaves %s open', (text, field) => {
  expect(answer(text, field)).toBeUndefined()
})

test('whatever two counts a correction stands between, the second stays', () => {
  const count = fc.integer({ min: 1, max: 20 })
  const turn = fc.constantFrom('，不对，', '，写错了，是', '，打错了，应该是', '，哦不，', '，更正一下，改成')
  fc.assert(
    fc.property(count, turn, count, (before, words, after) => {
      expect(answer(`${before}份${words}${after}份`, 'copies')).toBe(String(after))
    }),
  )
})
