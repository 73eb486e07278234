import { expect, test } from 'vitest'
import { readNumeral, spokenText, withUnitsSpelled } from '../../src/language/index.ts'

test.each([
  ['**要多少钱**：每本120元。[1]', '要多少钱：每本一百二十元。'],
  ['- 第一步：备好证件[1]\n- 第二步：提交[2]', '第一步：备好证件。第二步：提交。'],
  ['2026-03-05前，3-5个工作日', '二零二六年三月五日前，三到五个工作日。'],
  ['请拨打12345，或者0592-5551234。', '请拨打幺二三四五，或者零五九二，五五五幺二三四。'],
  ['2个月内，2025年2月2日', '两个月内，二零二五年二月二日。'],
  ['税率1%-1.5%，20050元', '税率百分之一到百分之一点五，二万零五十元。'],
  ['| 费用 | 甲 |\n|---|---|\n| 一本 | 20元 |', '费用，甲。一本，二十元。'],
])('%s is read aloud as %s', (text, spoken) => {
  expect(spokenText(text, 'zh-Hans')).toBe(spoken)
})

test('English voices read numbers, and telephone numbers digit by digit', () => {
  expect(spokenText('**Fee**: 20 yuan [1]. Call 12345.', 'en')).toBe('Fee: 20 yuan. Call 1 2 3 4 5.')
})

test('Taiwan reads its own characters', () => {
  expect(spokenText('2個月，20000元', 'zh-Hant')).toBe('兩個月，二萬元。')
})

test.each([
  ['20元/本', '每本20元'],
  ['8:30-12:00', '8点30分到12点'],
  ['15日内', '15天内'],
  ['3月15日前', '3月15日前'],
])('%s is written out as %s', (text, written) => {
  expect(withUnitsSpelled(text, 'zh-Hans')).toBe(written)
})

test('every number is spoken as the number that it is', () => {
  for (let value = 1; value < 200_000_000; value = value * 3 + 7) {
    const spoken = spokenText(`${value}元`, 'zh-Hans').replace('元。', '')
    expect(readNumeral(spoken, 0)?.value, spoken).toBe(value)
  }
})
