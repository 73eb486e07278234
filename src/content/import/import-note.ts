/** What is missing or odd in a spreadsheet, in plain Chinese, with its place. `row` counts from 1; `column` is its heading, empty for a whole row. */
export type ImportNote = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly message: string
}
