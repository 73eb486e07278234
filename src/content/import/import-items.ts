import { draftFile, draftProblems } from './draft-file.ts'
import { draftGuide } from './draft-guide.ts'
import { findHeader } from './find-header.ts'
import { gatherItems } from './gather-items.ts'
import type { GatheredItem } from './gather-items.ts'
import type { ImportNote } from './import-note.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

/** Drafts made of a spreadsheet, and everything in it that is missing or odd. */
export type Import = {
  readonly drafts: readonly { readonly file: string; readonly text: string }[]
  readonly notes: readonly ImportNote[]
}

/**
 * Makes a draft guide of every item of an 实施清单.
 * @param folder name of the folder the drafts go to: a guide's topic is its folder.
 * @throws SpreadsheetProblem when the file is no spreadsheet that can be read.
 */
export function importItems(
  name: string,
  bytes: Uint8Array,
  { folder, today }: { readonly folder: string; readonly today: string },
): Import {
  const drafts: { file: string; text: string }[] = []
  const notes: ImportNote[] = []
  const taken = new Set<string>()
  for (const sheet of readSpreadsheet(name, bytes)) {
    const header = findHeader(sheet)
    if (header === undefined) {
      notes.push({
        sheet: sheet.name,
        row: 1,
        column: '',
        message: '这一页没有找到表头（要有“事项名称”和别的列），没有读',
      })
      continue
    }
    for (const { heading } of header.unknown)
      notes.push({ sheet: sheet.name, row: header.firstRow, column: heading, message: '不认识这一列，没有读' })
    const gathered = gatherItems(sheet, header)
    notes.push(...gathered.notes)
    if (gathered.items.length === 0)
      notes.push({ sheet: sheet.name, row: header.firstRow, column: '', message: '表头下面没有事项' })
    for (const item of gathered.items) {
      const id = idOf(item, taken)
      const draft = draftGuide(item, { id: id.id, topic: folder, source: `表格 ${name}`, today })
      const file = `${id.id}.md`
      notes.push(...draft.notes)
      if (id.twice) notes.push({ ...placeOf(item), column: '事项编码', message: `编码重复，草稿另存为 ${file}` })
      for (const problem of draftProblems(`${folder}/${file}`, draft))
        notes.push({ ...placeOf(item), column: '', message: `草稿 ${file} 还要改：${problem}` })
      drafts.push({ file, text: draftFile(draft) })
    }
  }
  return { drafts, notes: notes.toSorted((left, right) => (left.sheet === right.sheet ? left.row - right.row : 0)) }
}

function placeOf({ sheet, row }: GatheredItem): { sheet: string; row: number } {
  return { sheet, row }
}

/** `item-` and the code of the item, or its row; with a number when that is taken. */
function idOf({ cells, row }: GatheredItem, taken: Set<string>): { id: string; twice: boolean } {
  const code = (cells.get('code')?.[0]?.text ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const wanted = `item-${code === '' ? `row-${row}` : code}`
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  taken.add(id)
  return { id, twice: id !== wanted && code !== '' }
}
