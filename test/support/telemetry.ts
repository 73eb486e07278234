import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pino, { type DestinationStream } from 'pino'
import type { CounterLog } from '../../src/services/index.ts'

/** Folder for everything the tests' houses write to an operator; undefined: nobody looks. Read by `scan-telemetry.ts`. */
export const telemetryFolder = (): string | undefined => {
  const folder = process.env['TELEMETRY_DIR']
  if (folder === undefined || folder === '') return undefined
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Where a house of the tests writes its log. */
export function logTo(folder: string): DestinationStream {
  return pino.destination({ dest: join(folder, `log-${randomUUID()}.jsonl`), sync: true })
}

/** A log of a counter that nobody reads, unless telemetry is gathered. */
export function counterLog(): CounterLog {
  const folder = telemetryFolder()
  const write = (details: object, message: string): void => {
    if (folder !== undefined)
      appendFileSync(join(folder, 'counter.jsonl'), `${JSON.stringify({ ...details, message })}\n`)
  }
  return { info: write, warn: write, error: write }
}

/** Keeps what a house measured and traced before it goes: its metrics, and everything its database holds unsealed. */
export async function keepTelemetry(folder: string, { url, dataDir }: { url: string; dataDir: string }): Promise<void> {
  const metrics = await fetch(`${url}/metrics`)
  writeFileSync(join(folder, `metrics-${randomUUID()}.txt`), await metrics.text())
  using database = new DatabaseSync(join(dataDir, 'bianban.db'), { readOnly: true, timeout: 5_000 })
  const traces = database.prepare('select outcome, engine, trace from turns').all()
  const letters = database.prepare('select idempotencyKey, lastError from outbox').all()
  writeFileSync(
    join(folder, `traces-${randomUUID()}.jsonl`),
    [...traces, ...letters].map((row) => JSON.stringify(row)).join('\n'),
  )
}
