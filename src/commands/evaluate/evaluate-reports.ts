import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Options } from './evaluate-options.ts'

/** What each option puts where it says. */
const REPORTS = { json: 'run.json', junit: 'junit.xml', html: 'report.html' } as const

/** Puts the reports of a folder where `--json`, `--junit` and `--html` ask for them. */
export function copyReports(folder: string, options: Pick<Options, keyof typeof REPORTS>): void {
  for (const option of ['json', 'junit', 'html'] as const) {
    const wanted = options[option]
    if (wanted === undefined) continue
    const target = resolve(wanted)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(join(folder, REPORTS[option]), target)
  }
}

/** The same call without them: a run that is played beside another keeps its reports in its folder. */
export function withoutCopies(options: Options): Options {
  const { json: _json, junit: _junit, html: _html, ...rest } = options
  return rest
}
