import { read, utils } from '@e965/xlsx'
import type { Range, WorkBook, WorkSheet } from '@e965/xlsx'
import { SpreadsheetProblem } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Rows beyond this are not read: no 实施清单 is that long, and a file may claim millions. */
const MOST_ROWS = 100_000

/**
 * Reads an Excel file (.xlsx or the older .xls): every sheet that is shown and not empty.
 * @throws SpreadsheetProblem when it is protected by a password or damaged.
 */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const workbook = open(bytes)
  const hidden = new Set(
    (workbook.Workbook?.Sheets ?? []).flatMap(({ name, Hidden }) => (Hidden && name !== undefined ? [name] : [])),
  )
  return workbook.SheetNames.filter((name) => !hidden.has(name)).flatMap((name) => {
    const sheet = workbook.Sheets[name]
    const rows = sheet === undefined ? [] : textsOf(sheet)
    return sheet === undefined || rows.length === 0 ? [] : [fillMerged(name, rows, sheet['!merges'] ?? [])]
  })
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', sheetRows: MOST_ROWS, cellFormula: false, cellHTML: false, cellStyles: false })
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new SpreadsheetProblem('表格设了打开密码，请去掉密码另存后再导入')
    throw new SpreadsheetProblem('表格打不开，可能已经损坏；请用表格软件打开，另存为 .xlsx 后再导入')
  }
}

function textsOf(sheet: WorkSheet): string[][] {
  if (sheet['!ref'] === undefined) return []
  // Rows and columns are counted from the corner of the sheet, also where the table begins further in.
  const range = { s: { r: 0, c: 0 }, e: utils.decode_range(sheet['!ref']).e }
  return utils
    .sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true, range })
    .map((row) => Array.from(row, (cell) => (typeof cell === 'string' ? cell.trim() : '')))
}

/** Every cell of a merged range gets the text of the range; those below its first row count as repeats. */
function fillMerged(name: string, rows: string[][], merges: readonly Range[]): Sheet {
  const repeated = new Set<string>()
  for (const { s: start, e: end } of merges) {
    const text = rows[start.r]?.[start.c] ?? ''
    for (let row = start.r; row <= Math.min(end.r, rows.length - 1); row++) {
      for (let column = start.c; column <= end.c; column++) {
        const cells = rows[row]
        if (cells !== undefined) cells[column] = text
        if (row > start.r) repeated.add(`${row} ${column}`)
      }
    }
  }
  return { name, rows, repeats: (row, column) => repeated.has(`${row} ${column}`) }
}
