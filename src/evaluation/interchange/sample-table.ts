import { RunProblem } from '../run-problem.ts'

/** A sample as it stands in its file, before anything is filled in. */
export type RawSample = Readonly<Record<string, unknown>>
/** A row of the table: every cell is text. A cell that is empty is a key that is not there. */
export type Row = Readonly<Record<string, string>>

/** Keys whose lists of sentences stand one a line. */
const LINES: ReadonlySet<string> = new Set(['ask', 'say', 'before', 'opening', 'tags'])
/** Where a row comes from and goes back to. */
export const PLACE = 'file'

/** A sample as a row. Text stands as it is, lists of sentences one a line, everything else as JSON. */
export function rowOf(file: string, sample: RawSample): Row {
  return Object.fromEntries([
    [PLACE, file],
    ...Object.entries(sample).map(([key, value]): [string, string] => [key, cellOf(key, value)]),
  ])
}

/** The sample of a row. @throws RunProblem for a cell that is no JSON where JSON must stand, or a row without a file. */
export function sampleOf(row: Row, line: number): { readonly file: string; readonly sample: RawSample } {
  const { [PLACE]: file = '', ...cells } = row
  if (!/^evals\/[a-z]+\/[a-z0-9-]+\.yaml$/.test(file))
    throw new RunProblem(`第 ${line} 行的 ${PLACE} 要写成 evals/answers/xxx.yaml 这样，现在是“${file}”。`)
  const entries = Object.entries(cells).flatMap(([key, cell]) =>
    cell === '' ? [] : [[key, valueOf(key, cell, line)] as const],
  )
  return { file, sample: Object.fromEntries(entries) }
}

function cellOf(key: string, value: unknown): string {
  if (typeof value === 'string') return isPlain(value) ? value : JSON.stringify(value)
  const sentences = LINES.has(key) && Array.isArray(value) && value.length > 0 ? (value as unknown[]) : undefined
  if (
    sentences?.every((one) => typeof one === 'string' && one.trim() === one && one !== '' && !/[\n\r]/.test(one)) ===
    true
  ) {
    const text = sentences.join('\n')
    if (!text.startsWith('[')) return text
  }
  return JSON.stringify(value)
}

/** Text that cannot be taken for JSON, nor lose anything in a spreadsheet. */
function isPlain(text: string): boolean {
  return text !== '' && text.trim() === text && !/^[[{"]|^(?:true|false|null|-?\d[\d.eE+-]*)$|\r/.test(text)
}

function valueOf(key: string, cell: string, line: number): unknown {
  if (LINES.has(key) && !cell.startsWith('['))
    return cell
      .split(/\r?\n/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
  if (isPlain(cell)) return cell
  try {
    return JSON.parse(cell) as unknown
  } catch (error) {
    throw new RunProblem(`第 ${line} 行的 ${key} 读不懂：${cell.slice(0, 40)}`, { cause: error })
  }
}
