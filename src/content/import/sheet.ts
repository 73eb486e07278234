/** A sheet of a spreadsheet as text, merged cells filled in. */
export type Sheet = {
  readonly name: string
  /** Trimmed texts, row by row; rows may differ in length. */
  readonly rows: readonly (readonly string[])[]
  /** Whether a cell (positions from 0) only repeats the one above it, with which it is merged. */
  readonly repeats: (row: number, column: number) => boolean
}

/** A file that is no spreadsheet we can read, told in plain words. */
export class SpreadsheetProblem extends Error {
  override readonly name = 'SpreadsheetProblem'
}
