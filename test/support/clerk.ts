import { tmpdir } from 'node:os'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openSandbox } from '../../src/city/sandbox/open-sandbox.ts'
import { openRefusingWay } from './refusing-way.ts'
import { startApp, type RunningApp, type StartOptions } from './start-app.ts'

/** What a clerk of the city does over the city's own HTTP contract. */
export type Clerk = {
  /** Does something with a filing; the status of the answer. */
  readonly act: (receiptNumber: string, act: object) => Promise<number>
  readonly file: (receiptNumber: string) => Promise<{
    supplement: unknown
    rating: unknown
    events: { status: string }[]
    files: { id: string; material: string; sha256: string }[]
    filing: { materials: { id: string; relief?: object }[] }
  }>
  /** Something is handed in at the window, and not through us; the status of the answer. */
  readonly takeAtWindow: (receiptNumber: string, answers: object[]) => Promise<number>
  /** The next supplement is refused on its arrival, for this reason; without one, in words that are not for citizens. */
  readonly refuseNextSupplement: (reason?: string) => void
  /** The bytes of a file of a filing. */
  readonly content: (receiptNumber: string, file: string) => Promise<Buffer>
}

/** The whole house on a city whose filings wait for a clerk. */
export async function startAttended(
  options: Pick<StartOptions, 'root'> = {},
): Promise<RunningApp & { readonly clerk: Clerk }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bianban-clerk-'))
  const city = await openSandbox({ port: 0, data: dataDir, pace: 240, report: console.error })
  const cityUrl = `http://127.0.0.1:${city.port}`
  const way = await openRefusingWay(cityUrl)
  const call = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${cityUrl}/clerk/v1/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  await call('PUT', 'desk', { attended: true })
  const running = await startApp({ ...options, env: { CITY: way.url } })
  return {
    ...running,
    clerk: {
      act: async (receiptNumber, act) =>
        (
          await eventually(
            () => call('POST', `filings/${receiptNumber}/events`, act),
            ({ status }) => status !== 404,
          )
        ).status,
      takeAtWindow: async (receiptNumber, answers) =>
        (
          await fetch(`${cityUrl}/approval/v1/filings/${receiptNumber}/supplement`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': `window-${receiptNumber}` },
            body: JSON.stringify({ answers }),
          })
        ).status,
      refuseNextSupplement: way.refuseNext,
      content: async (receiptNumber, file) =>
        Buffer.from(await (await call('GET', `filings/${receiptNumber}/files/${file}`)).arrayBuffer()),
      file: async (receiptNumber) => (await (await call('GET', `filings/${receiptNumber}`)).json()) as never,
    },
    close: async () => {
      await running.close()
      way.close()
      await city.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Looks until it holds, ten seconds at most; fails with what it saw last. */
export async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const seen = await look()
    if (holds(seen)) return seen
    if (tries >= 100) throw new Error(`it did not come about: ${JSON.stringify(seen)}`)
    await setTimeout(100)
  }
}
