import type { Server } from 'node:http'
import { openFilings } from './filings.ts'
import type { SandboxIdentity } from './identity/provider.ts'
import { openResidents } from './residents.ts'
import { createSandboxServer } from './server.ts'

/** How a sandbox city is opened. */
type SandboxOptions = {
  /** 0: any free port. */
  readonly port: number
  /** Folder of its own database; made when missing. */
  readonly data: string
  /** How many times faster than ours its clock runs. */
  readonly pace: number
  /** JSON file of residents besides its own. */
  readonly residents?: string | undefined
  /** Gets faults of ours. */
  readonly report: (error: unknown) => void
}

/** A sandbox city that listens on the loopback interface. */
export type OpenSandbox = {
  readonly port: number
  /** Finishes what it is answering, a second at most, and closes its store. */
  readonly close: () => Promise<void>
}

/**
 * Opens the sandbox city in this process.
 * @throws when the port is taken, or when the store or the residents cannot be read.
 */
export async function openSandbox({ port, data, pace, residents: file, report }: SandboxOptions): Promise<OpenSandbox> {
  const residents = openResidents(file)
  const filings = openFilings(data, pace, Date.now)
  let identity: Promise<SandboxIdentity> | undefined
  /** The provider's library is loaded at the first sign-in, for most runs of the sandbox never see one. */
  const openedIdentity = (): Promise<SandboxIdentity> =>
    (identity ??= import('./identity/provider.ts').then(({ openIdentity }) =>
      openIdentity(data, { origin: `http://127.0.0.1:${portOf(server)}`, residents, now: Date.now }),
    ))
  const server = createSandboxServer(
    { filings, residents },
    async (request, response) => (await openedIdentity()).answer(request, response),
    report,
  )
  const closeStores = async (): Promise<void> => {
    filings.close()
    const opened = await identity?.catch(() => undefined)
    opened?.close()
  }

  const listening = Promise.withResolvers<void>()
  server.once('error', listening.reject)
  server.listen(port, '127.0.0.1', listening.resolve)
  try {
    await listening.promise
  } catch (error) {
    await closeStores()
    throw error
  }
  server.off('error', listening.reject)
  return {
    port: portOf(server),
    close: async () => {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), 1_000)
      await closed.promise
      clearTimeout(timer)
      await closeStores()
    },
  }
}

function portOf(listening: Server): number {
  const address = listening.address()
  return address === null || typeof address === 'string' ? 0 : address.port
}
