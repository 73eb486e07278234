import { expect, test } from 'vitest'
import { readFields } from '../../../src/language/index.ts'

const BIRTH = { id: 'birthDate', element: 'date', label: '出生日期', labels: ['生日'] }

test.each([
  '生日是1990年13月45日',
  '生日：1990年13月5日',
  '出生日期是1990年0月5日',
  '生日是1990年13月',
  '生日是1990年2月30日',
])('%s: there is no such day, asked for or not', (words) => {
  for (const asked of [undefined, 'birthDate'])
    expect(readFields(words, [BIRTH], { today: '2026-11-28', asked })).toMatchObject([
      { field: 'birthDate', problem: '没有这一天，请核对日期。' },
    ])
})
