import type { Run } from '../../evaluation/index.ts'

/** What `--failures` prints: a line for each trial that did not pass. */
export function printFailures({ trials }: Run): void {
  for (const { key, passed, error, checks, turns } of trials) {
    if (passed === true) continue
    const wrong = checks
      .filter(({ ok, critical }) => !ok && critical)
      .map(({ name, message }) => `[${name}] ${message}`)
    const last = turns.at(-1)
    process.stdout.write(
      `${key}\t${last?.said ?? ''}\t${error ?? wrong.join('；')}\t${(last?.text ?? '').replaceAll('\n', ' ').slice(0, 160)}\t${last?.sources.join(' ') ?? ''}\n`,
    )
  }
}
