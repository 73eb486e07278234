import { columnOf } from './columns.ts'
import type { Column } from './columns.ts'
import type { Sheet } from './sheet.ts'

/** Where the headings of a sheet stand and what its columns hold. */
export type Header = {
  /** First row below the headings, from 0. */
  readonly firstRow: number
  readonly columns: readonly { readonly column: Column; readonly index: number; readonly heading: string }[]
  /** Headings nobody knows. */
  readonly unknown: readonly { readonly index: number; readonly heading: string }[]
}

/** Rows in which headings may begin: titles and notes come first. */
const LAST_HEADER_ROW = 30

/** The headings of a sheet, in one row or in two; undefined when no row names the items and one more column. */
export function findHeader({ rows }: Sheet): Header | undefined {
  let best: { header: Header; known: number; depth: number } | undefined
  for (let row = 0; row < Math.min(rows.length, LAST_HEADER_ROW); row++) {
    for (const depth of [1, 2]) {
      const header = headerAt(rows, row, depth)
      const known = new Set(header.columns.map(({ column }) => column)).size
      const usable = known >= 2 && header.columns.some(({ column }) => column === 'name')
      // As good with one row as with two: the upper one is a title then.
      const better = best === undefined || known > best.known || (known === best.known && depth < best.depth)
      if (usable && better) best = { header, known, depth }
    }
  }
  return best?.header
}

function headerAt(rows: Sheet['rows'], row: number, depth: number): Header {
  const [upper = [], lower = []] = [rows[row], depth === 2 ? rows[row + 1] : undefined]
  const columns: { column: Column; index: number; heading: string }[] = []
  const unknown: { index: number; heading: string }[] = []
  for (let index = 0; index < Math.max(upper.length, lower.length); index++) {
    const [parent, child] = [upper[index] ?? '', lower[index] ?? '']
    // 办理时限 over 法定 and 承诺: the lower word, the two together, or the upper one alone.
    const readings = depth === 2 ? [child, `${child}${parent}`, `${parent}${child}`, parent] : [parent]
    const column = readings.map(columnOf).find((known) => known !== undefined)
    const heading = (child === '' ? parent : child).replaceAll(/\s+/g, '')
    if (column !== undefined) columns.push({ column, index, heading: parent === child ? heading : `${parent}${child}` })
    else if (heading !== '') unknown.push({ index, heading })
  }
  return { firstRow: row + depth, columns, unknown }
}
