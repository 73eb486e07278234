import { describe, expect, test } from 'vitest'
import { checkFile } from '../../src/services/materials/check-file.ts'
import { pictureSize } from '../../src/services/materials/picture-size.ts'
import { sureText } from '../../src/services/materials/sure-text.ts'
import { photoOf, png } from '../support/sample-files.ts'

const TODAY = '2026-11-27'
const FORM = { name: '陈测试', citizenId: '350203199001010018' }
const CARD = { prints: ['居民身份证', '公民身份号码'] }

const pdfOf = (text: string) => ({ text, read: 'text-layer' as const, pixels: null })
const photoWith = (text: string | null, width = 1200, height = 800) => ({
  text,
  read: 'recognised' as const,
  pixels: { width, height },
})

describe('a file is compared with the form', () => {
  test.each([
    ['her own card', '姓名 陈测试\n公民身份号码 350203199001010018', 'agrees', []],
    ['another kind of paper', '房屋租赁合同 承租人 陈测试', 'differs', ['other-kind']],
    [
      'somebody else’s, expired',
      '李测试 公民身份号码 350206198812300021 有效期限 2010.01.01-2020.01.01',
      'differs',
      ['name-not-found', 'number-differs', 'expired'],
    ],
    ['a misread number is none', '陈测试 公民身份号码 350203199001010019', 'agrees', []],
    ['an order number beside hers', '陈测试 居民身份证 350203199001010018 202611270000000001', 'agrees', []],
  ])('%s', (_, text, check, findings) => {
    expect(checkFile(photoWith(text), CARD, FORM, TODAY)).toEqual({ check, findings })
    expect(checkFile(pdfOf(text), CARD, FORM, TODAY)).toEqual({ check, findings })
  })

  test('one character of a printed word may be misread on a picture, in a PDF none is', () => {
    const text = '陈测试 公民身分号码'
    expect(checkFile(photoWith(text), CARD, FORM, TODAY).findings).toEqual([])
    expect(checkFile(pdfOf(text), CARD, FORM, TODAY).findings).toEqual(['other-kind'])
  })

  test('numbers of two lines are two numbers', () => {
    const text = '陈测试 公民身份号码 350203199001010018\n20261127'
    expect(checkFile(photoWith(text), CARD, FORM, TODAY)).toEqual({ check: 'agrees', findings: [] })
  })

  test('what has no words is not checked, and a small picture is told as too small to read', () => {
    expect(checkFile(photoWith(null), CARD, FORM, TODAY)).toEqual({ check: 'not-checked', findings: [] })
    expect(checkFile(photoWith(null, 500, 900), CARD, FORM, TODAY).findings).toEqual(['too-small'])
    expect(checkFile(photoWith(null, 358, 441), { portrait: true }, FORM, TODAY).findings).toEqual([])
    expect(checkFile(photoWith(null, 300, 400), { portrait: true }, FORM, TODAY).findings).toEqual(['too-small'])
  })
})

describe('of a picture is kept', () => {
  test('its size, as its header says', () => {
    expect(pictureSize(photoOf(2000), 'image/jpeg')).toEqual({ width: 1200, height: 1600 })
    expect(pictureSize(png({ width: 640, height: 480 }), 'image/png')).toEqual({ width: 640, height: 480 })
  })

  test('what is surely read of it, a line a line; guesses and a few specks are nothing', () => {
    const row = (line: number, confidence: number, word: string) =>
      `5\t1\t1\t1\t${line}\t1\t0\t0\t9\t9\t${confidence}\t${word}`
    const table = [
      'level\tpage_num',
      row(1, 96, '姓名'),
      row(1, 91, '陈测试'),
      row(1, 31, '鬱'),
      row(2, 88, '公民身份号码'),
    ]
    expect(sureText(table.join('\n'))).toBe('姓名陈测试\n公民身份号码')
    expect(sureText([row(1, 96, '口'), row(2, 95, '二一')].join('\n'))).toBeNull()
    expect(sureText('')).toBeNull()
  })
})
