import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { setClock } from '../src/commands/evaluate/set-clock.ts'

/** The day the suites in `evals/` were written for. */
const SUITE_TIME = '2026-11-26T02:00:00Z'

/** The whole house on the embedded engine with its sandbox city, in a folder that goes when it is closed, on the day of the suites. */
export async function openOwnHouse() {
  const dataDir = mkdtempSync(join(tmpdir(), 'bianban-bench-'))
  const clock = setClock(SUITE_TIME)
  const app = await createApp({ ...readConfig({ LOG_LEVEL: 'silent' }), dataDir })
  await app.library.ready
  return {
    app,
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      clock.restore()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
