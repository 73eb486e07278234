import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openSandbox } from './open-sandbox.ts'

/**
 * The sandbox city: an approval system and a registry of openly synthetic residents, as a process of its own with a store of its own.
 * `node src/city/sandbox/main.ts --port 0 --data DIR [--pace 240] [--residents FILE] [--until-stdin-closes]`; prints `{"port":N}` when it is ready.
 */
const Options = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  data: z.string().min(1),
  /** How many times faster than ours its clock runs; at 240 an online filing is approved after two minutes. */
  pace: z.coerce.number().positive().default(240),
  /** JSON file of residents besides its own. */
  residents: z.string().optional(),
  'until-stdin-closes': z.boolean().default(false),
})

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    pace: { type: 'string' },
    residents: { type: 'string' },
    'until-stdin-closes': { type: 'boolean' },
  },
})
const options = Options.parse(values)
const report = (error: unknown): void => console.error(error instanceof Error ? (error.stack ?? error.message) : error)

const sandbox = await openSandbox({ ...options, report }).catch((error: unknown) => {
  report(error)
  process.exit(1)
})

const stop = (): void => void sandbox.close().then(() => process.exit(0))

process.once('SIGTERM', stop)
if (options['until-stdin-closes']) {
  // Its keeper decides when it ends: Ctrl-C in the terminal reaches both, and the keeper may still have filings to deliver.
  process.on('SIGINT', () => undefined)
  process.stdin.resume().once('close', stop)
} else {
  process.once('SIGINT', stop)
}

console.log(JSON.stringify({ port: sandbox.port }))
