/** The importer: an 实施清单 out of a spreadsheet becomes draft guides. Apart from the reading desk's own door, so that serving never loads a spreadsheet reader. */
export { importItems } from './import-items.ts'
export type { Import } from './import-items.ts'
export type { ImportNote } from './import-note.ts'
export { printNotes } from './print-notes.ts'
export { SpreadsheetProblem } from './sheet.ts'
