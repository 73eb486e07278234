import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

/** The product as a process of its own, started as `npm start` does. */
export type ServerProcess = {
  readonly url: string
  readonly process: ChildProcess
  /** From spawn to the first `ready` of /readyz, with vectors built or read. */
  readonly readyMs: number
  readonly residentMb: () => number
  /** SIGTERM, then waits for the exit. */
  readonly stop: () => Promise<void>
  /** SIGKILL, then waits for the exit. */
  readonly kill: () => Promise<void>
}

const MAIN = resolve(import.meta.dirname, '../../src/main.ts')

/** @throws when it is not ready within 60 seconds. */
export async function startServer(options: {
  readonly dataDir: string
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
}): Promise<ServerProcess> {
  const port = options.port ?? (await freePort())
  const from = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: options.dataDir,
      LOG_LEVEL: 'error',
      RATE_LIMIT_PER_CONVERSATION: '1000000',
      RATE_LIMIT_OPENINGS_PER_ADDRESS: '1000000',
      RATE_LIMIT_PER_ADDRESS: '1000000',
      ...options.env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, child)
  const end = (signal: NodeJS.Signals) => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    process: child,
    readyMs: performance.now() - from,
    residentMb: () => residentMb(child.pid ?? 0),
    stop: end('SIGTERM'),
    kill: end('SIGKILL'),
  }
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 180_000
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((wake) => setTimeout(wake, 10))
  }
  throw new Error('the server was not ready in time')
}

/** Resident memory of a process; 0 where the system does not tell. */
function residentMb(pid: number): number {
  try {
    const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Math.round(Number(match?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
