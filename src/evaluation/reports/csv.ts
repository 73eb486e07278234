import Papa from 'papaparse'
import type { Run } from '../run.ts'
import { failureWords } from './junit.ts'

/** A run as CSV that Excel opens as UTF-8. A cell that a spreadsheet would take for a formula is put behind a quote. */
export function csv({ trials }: Run): string {
  const rows = trials.map((trial) => ({
    编号: trial.key,
    套件: trial.suite,
    指南: trial.guide ?? '',
    标签: trial.tags.join(' '),
    结果: trial.passed === null ? '出错' : trial.passed ? '通过' : '不通过',
    隔离: trial.quarantined ? '是' : '',
    原因: failureWords(trial),
    问: trial.turns.at(-1)?.said ?? '',
    答: trial.turns.at(-1)?.text ?? '',
    依据: trial.turns.at(-1)?.sources.join(' ') ?? '',
  }))
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
