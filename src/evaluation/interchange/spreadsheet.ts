import { read, utils, write } from '@e965/xlsx'
import Papa from 'papaparse'
import { RunProblem } from '../run-problem.ts'
import { PLACE, type Row } from './sample-table.ts'

/** Most characters that Excel keeps in a cell. */
const MOST = 32_767
/** What a spreadsheet would take for a formula, and the mark against it itself. */
const FORMULA = /^['=+\-@\t\r]/

/** Rows as CSV that Excel opens as UTF-8, formulas made harmless. */
export function toCsv(rows: readonly Row[]): string {
  const fields = fieldsOf(rows)
  const data = rows.map((row) => fields.map((field) => guard(row[field] ?? '')))
  return `\uFEFF${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`
}

/** The rows of such a CSV. @throws RunProblem when it is cut off or uneven. */
export function fromCsv(text: string): Row[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [error] = errors.filter(({ type }) => type !== 'Delimiter')
  if (error !== undefined) throw new RunProblem(`表格第 ${(error.row ?? 0) + 1} 行读不懂：${error.message}`)
  return rowsOf(data)
}

/** Rows as a workbook with one sheet. @throws RunProblem for a cell that Excel would cut off. */
export function toXlsx(rows: readonly Row[]): Buffer {
  const fields = fieldsOf(rows)
  const data = rows.map((row) => fields.map((field) => fit(row, field)))
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([fields, ...data]), '样本')
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

/** The rows of the first sheet of a workbook. @throws RunProblem when it is none. */
export function fromXlsx(bytes: Buffer): Row[] {
  try {
    const book = read(bytes, { type: 'buffer', cellFormula: false })
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    const data =
      sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '', blankrows: false })
    return rowsOf(data.map((cells) => cells.map((cell) => String(cell as string | number | boolean))))
  } catch (error) {
    throw new RunProblem(`不是能读的工作簿：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function fieldsOf(rows: readonly Row[]): string[] {
  return [...new Set([PLACE, 'id', 'ask', ...rows.flatMap((row) => Object.keys(row))])]
}

function rowsOf([head = [], ...lines]: readonly (readonly string[])[]): Row[] {
  return lines.map((cells) => Object.fromEntries(head.map((field, at) => [field.trim(), unguard(cells[at] ?? '')])))
}

function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function unguard(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text
}

function fit(row: Row, field: string): string {
  const text = guard(row[field] ?? '')
  if (text.length > MOST) throw new RunProblem(`${row['id']} 的 ${field} 太长，Excel 一格放不下：用 CSV。`)
  return text
}
