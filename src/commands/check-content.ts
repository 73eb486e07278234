import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { printReport, readStaffContent, staffReport } from '../content/index.ts'
import { createLibrary } from '../knowledge/index.ts'
import { shanghaiDate } from '../services/index.ts'

/** How long the source of a guide may go unread. */
const STALE_MONTHS = 6

/**
 * `npm run content -- [--json] [--stale-months N]`: every mistake of the staff files, then what is worth knowing of them.
 * Answers with 1 when there is a mistake; nothing else in the report fails.
 */
export async function checkContent({ root, dataDir }: Config, words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { json: { type: 'boolean', default: false }, 'stale-months': { type: 'string' } },
  })
  const staleMonths = values['stale-months'] === undefined ? STALE_MONTHS : Number(values['stale-months'])
  if (!Number.isInteger(staleMonths) || staleMonths < 1) {
    process.stderr.write('--stale-months 后面写月数，例如 --stale-months 6\n')
    return 2
  }
  const reading = readStaffContent(root)
  await using library = createLibrary({ content: reading.content, dataDir, log: () => undefined })
  await library.ready
  const report = await staffReport(reading, {
    today: shanghaiDate(Date.now()),
    staleMonths,
    find: async (ask) => (await library.search(ask, { limit: 1 })).guides[0]?.id,
  })
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report))
  return reading.problems.length === 0 ? 0 : 1
}
