import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { AppError } from '../errors.ts'

/** Where the keeper of the sandbox city reports. A pino logger fits. */
export type CityLog = {
  readonly info: (details: Readonly<Record<string, unknown>>, message: string) => void
  readonly warn: (details: Readonly<Record<string, unknown>>, message: string) => void
}

/** How the sandbox city is run. */
type SandboxCityOptions = {
  /** Folder of its own database `sandbox-city.db`; made when missing. */
  readonly dataDir: string
  /** Default 0: any free port, kept over restarts. */
  readonly port?: number | undefined
  /** How many times faster than ours its clock runs. Default 240: an online filing is approved after two minutes and delivered after six. */
  readonly pace?: number | undefined
  /** JSON file of residents besides its own four, openly synthetic as they are. */
  readonly residents?: string | undefined
  readonly log: CityLog
}

/** A running sandbox city, started again whenever it dies. */
export type SandboxCity = {
  /** `http://127.0.0.1:port`, the same as long as it is kept. */
  readonly baseUrl: string
  /** Process id; undefined while it is down. */
  readonly pid: () => number | undefined
  /** Stops it and waits until it is gone. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

const MAIN = path.join(import.meta.dirname, 'sandbox', 'main.ts')
/** Long enough for a busy machine: our own start may keep its first line waiting. */
const READY_TIMEOUT_MS = 45_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000
/** A process that stood this long was well: the next pause is a short one again. */
const STEADY_MS = 30_000
const STOP_TIMEOUT_MS = 3_000

const Ready = z.object({ port: z.number() })

const launch = (options: SandboxCityOptions, port: number): Child => {
  const pace = options.pace === undefined ? [] : ['--pace', String(options.pace)]
  const residents = options.residents === undefined ? [] : ['--residents', options.residents]
  const flags = ['--port', String(port), '--data', options.dataDir, ...pace, ...residents, '--until-stdin-closes']
  // Nothing of our environment: the city is another house, and our keys are none of its business.
  const compiled = getCompileCacheDir()
  const env = compiled === undefined ? {} : { NODE_COMPILE_CACHE: path.dirname(compiled) }
  const child = spawn(process.execPath, [MAIN, ...flags], { stdio: ['pipe', 'pipe', 'pipe'], env })
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stderr }).on('line', (line) => options.log.warn({ line }, 'sandbox city'))
  return child
}

/** The port it listens on. Rejects when it ends or keeps silent instead. */
const whenReady = async (child: Child): Promise<number> => {
  const ready = Promise.withResolvers<number>()
  createInterface({ input: child.stdout }).once('line', (line) => {
    try {
      ready.resolve(Ready.parse(JSON.parse(line)).port)
    } catch (error) {
      ready.reject(new Error('the sandbox city announced itself wrongly', { cause: error }))
    }
  })
  child.once('error', (error) => ready.reject(error))
  child.once('exit', (code, signal) => ready.reject(new Error(`the sandbox city ended (${signal ?? code})`)))
  const timer = setTimeout(() => ready.reject(new Error('the sandbox city is not ready in time')), READY_TIMEOUT_MS)
  try {
    return await ready.promise
  } finally {
    clearTimeout(timer)
  }
}

const stopChild = async (child: Child): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = Promise.withResolvers<void>()
  child.once('exit', () => gone.resolve())
  // The end of its input tells it to finish what it is answering; the same happens by itself when this process dies.
  child.stdin.end()
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await gone.promise
  clearTimeout(timer)
}

/**
 * Starts the sandbox city as a process of its own on the loopback interface and keeps it running: when it dies it is started again
 * on the same port, after a pause that doubles up to 10 s. It ends with this process, however this process ends.
 * @throws AppError 'city-unavailable' when the first start fails.
 */
export const startSandboxCity = async (options: SandboxCityOptions): Promise<SandboxCity> => {
  let stopped = false
  let pauseMs = FIRST_PAUSE_MS
  let again: NodeJS.Timeout | undefined
  let child = launch(options, options.port ?? 0)

  const startAgain = async (port: number): Promise<void> => {
    child = launch(options, port)
    const started = child
    try {
      await whenReady(started)
      options.log.info({ port }, 'the sandbox city is back')
      keep(started, port)
    } catch (error) {
      options.log.warn({ error }, 'the sandbox city did not start')
      await stopChild(started)
      planRestart(port)
    }
  }

  const planRestart = (port: number): void => {
    if (stopped) return
    again = setTimeout(() => void startAgain(port), pauseMs)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }

  const keep = (running: Child, port: number): void => {
    const steady = setTimeout(() => {
      pauseMs = FIRST_PAUSE_MS
    }, STEADY_MS).unref()
    const onExit = (): void => {
      clearTimeout(steady)
      if (stopped) return
      options.log.warn({ code: running.exitCode, signal: running.signalCode, pauseMs }, 'the sandbox city died')
      planRestart(port)
    }
    if (running.exitCode !== null || running.signalCode !== null) onExit()
    else running.once('exit', onExit)
  }

  let port: number
  try {
    port = await whenReady(child)
  } catch (cause) {
    await stopChild(child)
    throw new AppError('city-unavailable', '沙盒城市没有启动成功。', { cause })
  }
  keep(child, port)

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    pid: () => (child.exitCode === null && child.signalCode === null ? child.pid : undefined),
    [Symbol.asyncDispose]: async () => {
      stopped = true
      clearTimeout(again)
      await stopChild(child)
    },
  }
}
