import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../../src/content/import/read-spreadsheet.ts'
import { inGb18030, inUtf16, protectedWorkbook, workbook } from './spreadsheets.ts'

const CSV = '事项名称,承诺时限,受理条件\n风筝证申领,5个工作日,"年满16周岁,\n住在本市"\n'
const ROWS = [
  ['事项名称', '承诺时限', '受理条件'],
  ['风筝证申领', '5个工作日', '年满16周岁,\n住在本市'],
]

const rowsOf = (name: string, bytes: Uint8Array) =>
  readSpreadsheet(name, bytes)[0]?.rows.filter((row) => row.some((cell) => cell !== ''))
const utf8 = (text: string) => new Uint8Array(Buffer.from(text))

describe('a text with separators is read', () => {
  test.each([
    ['UTF-8', utf8(CSV)],
    ['UTF-8 with its mark', utf8(`\uFEFF${CSV}`)],
    ['GB18030', inGb18030(CSV)],
    ['UTF-16 with its mark', inUtf16(CSV)],
    ['UTF-16 without it', inUtf16(CSV, { mark: false })],
    ['UTF-16 the other way round', inUtf16(CSV, { bigEndian: true })],
    ['UTF-16 the other way round without its mark', inUtf16(CSV, { bigEndian: true, mark: false })],
    [
      'semicolons',
      utf8(CSV.replace('事项名称,承诺时限,', '事项名称;承诺时限;').replace('领,5个工作日,"', '领;5个工作日;"')),
    ],
    [
      'tabs',
      utf8(CSV.replace('事项名称,承诺时限,', '事项名称\t承诺时限\t').replace('领,5个工作日,"', '领\t5个工作日\t"')),
    ],
    ['Windows line ends', utf8(CSV.replaceAll('件\n', '件\r\n'))],
  ])('in %s', (_kind, bytes) => {
    expect(rowsOf('清单.csv', bytes)).toEqual(ROWS)
  })
})

describe('an Excel file is read', () => {
  test('also the old one, and one whose name says otherwise', () => {
    expect(rowsOf('清单.xlsx', workbook(ROWS))).toEqual(ROWS)
    expect(rowsOf('清单.xls', workbook(ROWS, { type: 'biff8' }))).toEqual(ROWS)
    expect(rowsOf('清单.csv', workbook(ROWS))).toEqual(ROWS)
  })
  test('with every cell of a merged range filled, and rows counted from the corner', () => {
    const bytes = workbook(
      [
        ['甲', '一'],
        ['', '二'],
        ['乙', '三'],
      ],
      { merges: ['B3:B4'], origin: 'B3' },
    )
    const [sheet] = readSpreadsheet('清单.xlsx', bytes)
    expect(sheet?.rows.slice(2)).toEqual([
      ['', '甲', '一'],
      ['', '甲', '二'],
      ['', '乙', '三'],
    ])
    expect([sheet?.repeats(2, 1), sheet?.repeats(3, 1), sheet?.repeats(4, 1)]).toEqual([false, true, false])
  })
})

describe('a file that cannot be read is told in plain words:', () => {
  const cut = workbook(ROWS).subarray(0, 900)
  test.each([
    ['an empty one', '清单.xlsx', new Uint8Array(), '文件是空的'],
    ['a sheet without a cell', '清单.xlsx', workbook([['']]), '没有内容'],
    ['text called xlsx', '清单.xlsx', utf8(CSV), '内容却不是'],
    ['a password', '清单.xlsx', protectedWorkbook(), '打开密码'],
    ['a torn one', '清单.xlsx', cut, '打不开'],
    ['a web page', '清单.csv', utf8('<html><table><tr><td>甲</td></tr></table></html>'), '网页'],
    ['no encoding at all', '清单.csv', Uint8Array.of(0x81, 0x20, 0xff, 0xff, 0x2c, 0x81), '编码'],
  ])('%s', (_kind, name, bytes, words) => {
    expect(() => readSpreadsheet(name, bytes)).toThrow(words)
  })
})
