import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import type { Options } from './evaluate-options.ts'
import { withoutCopies } from './evaluate-reports.ts'
import { runSuites, type Read } from './evaluate-run.ts'
import { differencesOf, readRun } from '../../evaluation/index.ts'
import { setTimeZone } from '../../set-time-zone.ts'

/** What a run leaves behind, and what must be the same byte for byte. */
const FILES = ['run.json', 'junit.xml', 'summary.md', 'trials.csv', 'report.html']
/** Exit codes of a run that was played and scored. */
const SCORED: ReadonlySet<number> = new Set([0, 1, 4])
/** A time zone in which it is another day than in Xiamen for ten hours of each. */
const ELSEWHERE = 'Pacific/Kiritimati'
/** Most differences that are told one by one. */
const MOST_TOLD = 10

/**
 * `npm run eval -- determinism`: the run, and the same again in another order, at another concurrency and in another time
 * zone. Every file must have the same bytes; a trial that came out otherwise is named. Answers with the gate's exit code,
 * or 1 when something differs.
 */
export async function runTwice(config: Config, read: Read, options: Options): Promise<number> {
  const code = await runSuites(config, read, options)
  const [one, other] = [options.out, join(options.out, 'again')].map((out) => resolve(config.root, out)) as [
    string,
    string,
  ]
  // What was not played to its end would differ for that alone.
  if (!SCORED.has(code) || readRun(one).stopped !== undefined) return code
  process.stdout.write(`\n再跑一遍：次序打乱，同时跑 ${options.concurrency + 3} 条，时区换成 ${ELSEWHERE}。\n`)
  const zone = setTimeZone(ELSEWHERE)
  try {
    const again = {
      ...withoutCopies(options),
      out: other,
      shuffle: '7',
      concurrency: options.concurrency + 3,
      resume: false,
    }
    await runSuites(config, read, again)
  } finally {
    zone.restore()
  }
  const differences = differencesOf(readRun(one), readRun(other))
  for (const { key, what, words } of differences.slice(0, MOST_TOLD))
    process.stdout.write(`  ${key} 的 ${what}：${words}\n`)
  const files = FILES.filter((name) => !readFileSync(join(one, name)).equals(readFileSync(join(other, name))))
  process.stdout.write(
    files.length === 0
      ? `两次结果逐字节相同：${FILES.join('、')}。\n`
      : `两次结果不同：${differences.length} 条，文件 ${files.join('、')}。\n`,
  )
  return files.length === 0 ? code : 1
}
