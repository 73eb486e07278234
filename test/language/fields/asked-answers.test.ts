import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const TRADE: FieldToRead = {
  id: 'trade',
  element: 'choice',
  label: '行当',
  labels: [],
  ask: '您做的是哪一行？',
  options: [
    { id: 'baker', label: '烘焙', aliases: ['面包'] },
    { id: 'tailor', label: '裁缝', aliases: ['衣服'] },
  ],
  answers: { baker: ['揉 面', '烤'], tailor: ['踩 缝纫机', '改 裤子'] },
}
const LICENSED: FieldToRead = {
  id: 'licensed',
  element: 'yes-no',
  label: '是否有证',
  labels: [],
  ask: '行业证办好了吗？',
  answers: { yes: ['证 到手', '发下来'], no: ['排队 等'] },
}
const RENT: FieldToRead = { id: 'rent', element: 'money', label: '每月租金', labels: [], min: 0 }
const PEOPLE: FieldToRead = { id: 'people', element: 'number', label: '家庭人数', labels: [] }
const KIN: FieldToRead = {
  id: 'kin',
  element: 'choice',
  label: '与申请人的关系',
  labels: [],
  options: [
    { id: 'child', label: '子女', aliases: ['女儿'] },
    { id: 'grandparent', label: '祖辈', aliases: ['奶奶'] },
  ],
}
const FIELDS = [TRADE, LICENSED, RENT, PEOPLE, KIN]

function values(text: string, asked: string) {
  const given = readFields(text, FIELDS, { today: '2026-11-26', asked })
  return Object.fromEntries(given.map(({ field, value }) => [field, value]))
}

test.each([
  ['天天半夜起来揉面团', 'trade', { trade: 'baker' }],
  ['给人改改裤子', 'trade', { trade: 'tailor' }],
  ['没踩过缝纫机', 'trade', {}],
  ['如果是烤东西的呢', 'trade', {}],
  ['烤过也改过裤子，不知道算哪一行', 'trade', {}],
  ['上礼拜证就到手了', 'licensed', { licensed: 'true' }],
  ['证还没发下来', 'licensed', { licensed: 'false' }],
  ['办是办了，就是还没去拿', 'licensed', { licensed: 'true' }],
  ['缝纫机在奶奶家那边，踩缝纫机的', 'trade', { trade: 'tailor' }],
  ['日薪一天三百', 'rent', {}],
  ['两千出头，就按两千零五十填', 'rent', { rent: '2050' }],
  ['六口，我爸妈、我俩跟两个小的', 'people', { people: '6' }],
  ['我跟我老公带仨娃', 'people', { people: '5' }],
] as const)('hears %j, asked for %s', (text, asked, expected) => {
  expect(values(text, asked)).toEqual(expected)
})

test('hears how a question is answered only where it was asked', () => {
  expect(values('我在踩缝纫机', 'rent')).toEqual({})
})
