import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Baseline } from '../gate/baseline.ts'
import type { Decision } from '../gate/gate.ts'
import type { Run } from '../run.ts'
import { csv } from './csv.ts'
import { html } from './html.ts'
import type { Shelf } from './html-text.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'

/** Writes a run to a folder: `run.json` (the truth), `junit.xml`, `summary.md`, `trials.csv` and `report.html`, which names guides and shows sections where it is given a shelf. */
export function writeReports(
  folder: string,
  run: Run,
  decision: Decision,
  baseline: Baseline | undefined,
  shelf?: Shelf,
): void {
  mkdirSync(folder, { recursive: true })
  const files = {
    'run.json': `${JSON.stringify(run, undefined, 1)}\n`,
    'junit.xml': junit(run),
    'summary.md': markdown(run, decision),
    'trials.csv': csv(run),
    'report.html': html(run, decision, baseline, shelf),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}
