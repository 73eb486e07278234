import Papa from 'papaparse'
import { decodeText } from './decode-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { SpreadsheetProblem } from './sheet.ts'
import type { Sheet } from './sheet.ts'

const ZIP = [0x50, 0x4b]
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Reads a spreadsheet by what it holds, whatever its name says: Excel, or text with separators in one of the usual encodings.
 * @throws SpreadsheetProblem with what to do, when it is empty, protected, damaged, or no spreadsheet.
 */
export function readSpreadsheet(file: string, bytes: Uint8Array): Sheet[] {
  if (bytes.length === 0) throw new SpreadsheetProblem('文件是空的')
  const sheets = startsWith(bytes, ZIP) || startsWith(bytes, OLD_OFFICE) ? readWorkbook(bytes) : readText(file, bytes)
  if (sheets.every(({ rows }) => rows.every((row) => row.every((cell) => cell === ''))))
    throw new SpreadsheetProblem('表格里没有内容')
  return sheets
}

function readText(file: string, bytes: Uint8Array): Sheet[] {
  if (/\.xlsx?$/i.test(file))
    throw new SpreadsheetProblem('文件名是 Excel 表格，内容却不是；请用表格软件打开，另存为 .xlsx 后再导入')
  const decoded = decodeText(bytes)
  if (decoded === undefined)
    throw new SpreadsheetProblem('看不出文件是什么编码，请另存为 UTF-8 编码的 CSV 或者 .xlsx 后再导入')
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(decoded.text))
    throw new SpreadsheetProblem('这是网页，不是表格；请用表格软件打开，另存为 .xlsx 后再导入')
  // One kind of line end: files put together by hand have several.
  const text = decoded.text.replace(/\r\n?/g, '\n')
  const { data } = Papa.parse<string[]>(text, { delimiter: separatorOf(text), newline: '\n' })
  const rows = data.map((row) => row.map((cell) => cell.trim()))
  return [{ name: file.replace(/^.*[/\\]/, ''), rows, repeats: () => false }]
}

/** The separator that stands most often outside quotes in the first lines; a comma when none does. */
function separatorOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: start.split(separator).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
