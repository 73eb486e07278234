import type { Server } from 'node:http'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openFilings } from './filings.ts'
import type { SandboxIdentity } from './identity/provider.ts'
import { openResidents } from './residents.ts'
import { createSandboxServer } from './server.ts'

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

const residents = openResidents(options.residents)
const filings = openFilings(options.data, options.pace, Date.now)
let identity: Promise<SandboxIdentity> | undefined

/** The provider's library is loaded at the first sign-in, for most runs of the sandbox never see one. */
const openedIdentity = (): Promise<SandboxIdentity> =>
  (identity ??= import('./identity/provider.ts').then(({ openIdentity }) =>
    openIdentity(options.data, { origin: `http://127.0.0.1:${portOf(server)}`, residents, now: Date.now }),
  ))
const server: Server = createSandboxServer(
  { filings, residents },
  async (request, response) => (await openedIdentity()).answer(request, response),
  report,
)

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
server.listen(options.port, '127.0.0.1', () => console.log(JSON.stringify({ port: portOf(server) })))

function portOf(listening: Server): number {
  const address = listening.address()
  return address === null || typeof address === 'string' ? 0 : address.port
}
