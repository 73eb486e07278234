import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openFilings } from './filings.ts'
import { createSandboxServer } from './server.ts'

/**
 * The sandbox city: an approval system and a registry of openly synthetic residents, as a process of its own with a store of its own.
 * `node src/city/sandbox/main.ts --port 0 --data DIR [--pace 240] [--until-stdin-closes]`; prints `{"port":N}` when it is ready.
 */
const Options = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  data: z.string().min(1),
  /** How many times faster than ours its clock runs; at 240 an online filing is approved after two minutes. */
  pace: z.coerce.number().positive().default(240),
  'until-stdin-closes': z.boolean().default(false),
})

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    pace: { type: 'string' },
    'until-stdin-closes': { type: 'boolean' },
  },
})
const options = Options.parse(values)
const report = (error: unknown): void => console.error(error instanceof Error ? (error.stack ?? error.message) : error)

const filings = openFilings(options.data, options.pace, Date.now)
const server = createSandboxServer(filings, report)

const stop = (): void => {
  server.close(() => {
    filings.close()
    process.exit(0)
  })
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 1_000).unref()
}

process.once('SIGTERM', stop)
if (options['until-stdin-closes']) {
  // Its keeper decides when it ends: Ctrl-C in the terminal reaches both, and the keeper may still have filings to deliver.
  process.on('SIGINT', () => undefined)
  process.stdin.resume().once('close', stop)
} else {
  process.once('SIGINT', stop)
}

server.once('error', (error) => {
  report(error)
  process.exit(1)
})
server.listen(options.port, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address !== 'string') console.log(JSON.stringify({ port: address.port }))
})
