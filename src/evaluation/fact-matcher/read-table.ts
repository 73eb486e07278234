import { readQuantities } from '../../language/index.ts'

/** A cell of a table and what it stands under: the heads of its column, then what names its row. */
export type Cell = { readonly text: string; readonly above: readonly string[] }

const RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/

/** Whether a line is a row of a table: it begins and ends with a bar, or stands by a rule. */
export function isTableRow(line: string, next: string): boolean {
  if (/^\|.*\|$/.test(line)) return true
  return line.includes('|') && (RULE.test(next) || RULE.test(line) || next.includes('|'))
}

/**
 * The cells of a table below its head. A cell left empty continues the one before it: to the left in the head, above in
 * the rows. A table without a rule has no head.
 */
export function readTable(lines: readonly string[]): Cell[] {
  const rule = lines.findIndex((line) => RULE.test(line) && line.includes('-'))
  const rows = lines.filter((line) => !RULE.test(line)).map(cellsOf)
  const heads = rows.slice(0, headRows(rows, rule)).map(filledFromLeft)
  let before: readonly string[] = []
  return rows.slice(heads.length).flatMap((row) => {
    const cells = row.map((cell, at) => (cell === '' && at < labelsOf(row) ? (before[at] ?? '') : cell))
    before = cells
    const labels = cells.map((cell) => (statesSomething(cell) ? '' : cell))
    return cells.map((text, at): Cell => {
      const left = labels.slice(0, at).filter((label) => label !== '')
      const naming = left.length > 0 ? left : at === 0 && statesSomething(text) ? labels.slice(at + 1) : []
      return { text, above: [...heads.map((head) => head[at] ?? ''), ...naming].filter((head) => head !== '') }
    })
  })
}

/** The line above the rule, and the lines below it that only part its columns further. */
function headRows(rows: readonly (readonly string[])[], rule: number): number {
  if (rule < 1) return 0
  let count = rule
  while (count < rows.length - 1 && rows[count]?.[0] === '' && rows[count]?.some(statesSomething) === false) count += 1
  return count
}

/** How many cells at the start of a row come before the first that states something. */
function labelsOf(row: readonly string[]): number {
  const first = row.findIndex((cell) => cell !== '' && statesSomething(cell))
  return first < 0 ? 1 : first
}

function filledFromLeft(head: readonly string[]): string[] {
  let last = ''
  return head.map((cell) => (last = cell === '' ? last : cell))
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}

function statesSomething(cell: string): boolean {
  return readQuantities(cell).length > 0 || /^(?:是|否|[√✓✔×✗xX]|不?需要?|必须|可选|[-—/]+)$/.test(cell)
}
