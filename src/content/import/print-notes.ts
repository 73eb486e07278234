import type { ImportNote } from './import-note.ts'

/** Rows named before the rest is only counted. */
const ROWS_SHOWN = 5

/** Notes as lines for people: the same note of many rows is one line, with the rows it is about. */
export function printNotes(notes: readonly ImportNote[]): string {
  const groups = Map.groupBy(notes, ({ sheet, column, message }) => JSON.stringify([sheet, column, message]))
  return [...groups.values()].map(line).join('')
}

function line(notes: readonly ImportNote[]): string {
  const [first] = notes
  if (first === undefined) return ''
  const rows = [...new Set(notes.map(({ row }) => row))]
  const more = rows.length > ROWS_SHOWN ? `等共${rows.length}行` : ''
  const where = `${first.sheet} 第${rows.slice(0, ROWS_SHOWN).join('、')}行${more}`
  return `${where}${first.column === '' ? '' : `“${first.column}”`}：${first.message}\n`
}
