import { COLUMN_WORDS } from './columns.ts'
import type { Column } from './columns.ts'
import type { Header } from './find-header.ts'
import type { ImportNote } from './import-note.ts'
import type { Sheet } from './sheet.ts'

/** A text of the spreadsheet and where it stands: row from 1, heading of its column. */
export type Cell = { readonly text: string; readonly row: number; readonly heading: string }

/** One item with all its rows: materials are often written one a row. */
export type GatheredItem = {
  readonly sheet: string
  readonly row: number
  readonly cells: ReadonlyMap<Column, readonly Cell[]>
}

/** Columns that go on from row to row; in the others a second text is odd. */
const LISTS: ReadonlySet<Column> = new Set<Column>(['materials', 'copies', 'process', 'basis', 'conditions', 'fee'])

type GrowingItem = { readonly sheet: string; readonly row: number; readonly cells: Map<Column, Cell[]> }

/** A line across the table that speaks of the table. */
const REMARK = /^(备注|注[：:]|说明[：:]|合计|填表|制表|数据来源|[*※])/

/** The items of a sheet. A row without a name, or with the same one and no other code, goes on with the item above it. */
export function gatherItems(
  sheet: Sheet,
  header: Header,
): { items: readonly GatheredItem[]; notes: readonly ImportNote[] } {
  const items: GrowingItem[] = []
  const notes: ImportNote[] = []
  const at = (column: Column): number => header.columns.find((known) => known.column === column)?.index ?? -1
  const [nameAt, codeAt] = [at('name'), at('code')]

  for (let row = header.firstRow; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? []
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length === 0) continue
    const note = (column: string, message: string): void =>
      void notes.push({ sheet: sheet.name, row: row + 1, column, message })
    const [name, code] = [cells[nameAt] ?? '', cells[codeAt] ?? '']
    if (new Set(filled).size === 1 && REMARK.test(filled[0] ?? '')) {
      note('', `这一行没有读：${(filled[0] ?? '').slice(0, 20)}`)
      continue
    }
    const current = items.at(-1)
    const goesOn = name === '' || sheet.repeats(row, nameAt) || repeatsItem(current, name, code)
    if (goesOn && current === undefined) {
      note(COLUMN_WORDS.name, '没有事项名称，这一行没有读')
      continue
    }
    const item: GrowingItem =
      goesOn && current !== undefined ? current : { sheet: sheet.name, row: row + 1, cells: new Map() }
    if (item !== current) items.push(item)
    for (const { column, index, heading } of header.columns) {
      const text = cells[index] ?? ''
      if (text === '' || sheet.repeats(row, index)) continue
      const earlier = item.cells.get(column) ?? []
      if (earlier.some((cell) => cell.text === text && cell.heading === heading)) continue
      const sameHeading = earlier.filter((cell) => cell.heading === heading)
      if (sameHeading.length > 0 && !LISTS.has(column)) {
        note(heading, '同一件事的这一格和上面的不一样，用了上面的')
        continue
      }
      item.cells.set(column, [...earlier, { text, row: row + 1, heading }])
    }
  }
  return { items, notes }
}

function repeatsItem(current: GatheredItem | undefined, name: string, code: string): boolean {
  const of = (column: Column): string => current?.cells.get(column)?.[0]?.text ?? ''
  return current !== undefined && of('name') === name && (code === '' || of('code') === code)
}
