import type { TrialResult } from '../../evaluation/index.ts'

/** Trials between two lines where no terminal is attached. */
const LINE_EVERY = 500

/**
 * Shows how far a run is: in a terminal one line that is written over, with the suite that is played, the failures, the
 * errors and the time left; in CI a plain line now and then. Call it with every result.
 */
export function showProgress(
  total: number,
  { out = process.stderr, now = () => performance.now() }: { out?: NodeJS.WriteStream; now?: () => number } = {},
): (result: Pick<TrialResult, 'suite' | 'passed'>) => void {
  const started = now()
  const counts = { done: 0, failed: 0, errors: 0 }
  return ({ suite, passed }) => {
    counts.done += 1
    if (passed === false) counts.failed += 1
    if (passed === null) counts.errors += 1
    const { done, failed, errors } = counts
    const over = done === total
    if (!out.isTTY && done % LINE_EVERY !== 0 && !over) return
    const left = Math.ceil((((now() - started) / done) * (total - done)) / 1000)
    const line = `${done}/${total} ${suite}，不通过 ${failed}，出错 ${errors}${over ? '' : `，还要约 ${left} 秒`}`
    out.write(out.isTTY ? `\r\u001B[2K${bar(done / total)} ${line}${over ? '\n' : ''}` : `${line}\n`)
  }
}

const WIDTH = 20

function bar(share: number): string {
  const full = Math.round(share * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
}
