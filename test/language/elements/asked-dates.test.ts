import { expect, test } from 'vitest'
import { elements } from '../../../src/language/index.ts'

function answer(text: string, label: string): string | undefined {
  const [reading] = elements.date.read(text, { today: '2026-11-26', labels: [label], asked: true })
  return reading?.problem === undefined ? reading?.value : `${reading.value}!`
}

test.each<[string, string, string | undefined]>([
  ['24年7月9', '入职日期', '2024-07-09'],
  ['24年7月9生', '出生日期', '2024-07-09'],
  ['去年五一', '开始日期', '2025-05-01'],
  ['今年国庆节', '开始日期', '2026-10-01'],
  ['这个月最后一天', '离职日期', '2026-11-30'],
  ['2020年3月2日至2030年3月1日', '有效期', '2030-03-01'],
  ['2025年3月2日到2026年3月1日', '租期起始', '2025-03-02'],
  ['2024年5月', '入职日期', '2024-05-01'],
  ['2024年5月', '出生日期', '2024年5月!'],
  ['三月份', '手术日期', '三月份!'],
  ['2023年底，12月30号', '入职日期', '2023-12-30'],
  ['九月二十六签的', '离职日期', '2026-09-26'],
  ['9.18号', '事故发生日期', '2026-09-18'],
  ['去年国庆前一天', '离职日期', '2025-09-30'],
  ['收据日期是6月2号，手术是5月30号', '手术日期', '2026-05-30'],
  ['2019年5月20领证', '结婚登记日期', '2019-05-20'],
  ['10月13', '出生日期', '2026-10-13'],
  ['去年6月中旬，18号来的', '入职日期', '2025-06-18'],
  ['预产期是11月20，还早了几天', '出生日期', undefined],
  ['六月吧，不记得哪天了', '入职日期', undefined],
])('%j for %s is %s', (text, label, expected) => {
  expect(answer(text, label)).toBe(expected)
})

test('refuses a birth that names only the month, however it is given', () => {
  expect(elements.date.check('2024年5月', { today: '2026-11-26', labels: ['出生日期'] }).ok).toBe(false)
})

test.each(['139，0000，1122', '一三九 零零零零 一一二二', '139 0000 1122'])('reads the phone number %j', (text) => {
  const [reading] = elements.mobile.read(text, { today: '2026-11-26', asked: true })
  expect(reading?.value).toBe('13900001122')
})
