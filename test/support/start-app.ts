import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App, type AppOptions } from '../../src/app.ts'
import { openSandbox, type OpenSandbox } from '../../src/city/sandbox/open-sandbox.ts'
import { readConfig } from '../../src/config.ts'
import { KEPT_CONTENT } from '../../src/content/index.ts'
import { keepTelemetry, logTo, telemetryFolder } from './telemetry.ts'
import { bringLearnt, keepLearnt, learntFolder } from './learnt-folder.ts'
import { sharedLibraryOver } from './own-content.ts'

export type RunningApp = {
  readonly url: string
  readonly app: App
  readonly dataDir: string
  readonly close: () => Promise<void>
}

export type StartOptions = Pick<AppOptions, 'aroundAny'> & {
  /** Settings besides the usual: a free port, a fresh data folder, no log, no rate limit in the way. */
  readonly env?: Readonly<Record<string, string>>
  /** Another root of staff files than the repository's own. */
  readonly root?: string
  /** Whether its guides are edited while the house is open. */
  readonly edited?: boolean
  /** A data folder to go on with; it is then kept on close. */
  readonly dataDir?: string
}

/**
 * The whole house on a free port, with its own sandbox city and a fresh data folder. The city is as far away as any: it
 * is spoken to over HTTP, yet it listens in this process, for a process takes a second to start.
 */
export async function startApp({
  env = {},
  root,
  edited = false,
  dataDir,
  ...around
}: StartOptions = {}): Promise<RunningApp> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'bianban-test-')))
  const libraryOver = edited || env['EMBEDDING_MODEL'] !== undefined ? undefined : await sharedLibraryOver()
  await bringReading(folder)
  await bringLearnt(folder)
  const telemetry = telemetryFolder()
  const city = env['CITY'] === undefined ? await openCity(folder) : undefined
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: telemetry === undefined ? 'silent' : 'debug',
    RATE_LIMIT_PER_CONVERSATION: '100000',
    RATE_LIMIT_OPENINGS_PER_ADDRESS: '100000',
    RATE_LIMIT_PER_ADDRESS: '100000',
    DATA_DIR: folder,
    // Looking for the program that reads pictures starts two processes; a test that needs it names it.
    TESSERACT: '',
    ...(city === undefined ? {} : { CITY: `http://127.0.0.1:${city.port}` }),
    ...env,
  })
  const log = telemetry === undefined ? undefined : logTo(telemetry)
  const opening = createApp({ ...config, root: root ?? config.root }, { logTo: log, libraryOver, ...around })
  const app = await opening.catch(async (error: unknown) => {
    await city?.close()
    throw error
  })
  await app.library.ready
  await keepLearnt(folder)
  const server = await app.listen()
  return {
    url: `http://127.0.0.1:${server.port}`,
    app,
    dataDir: folder,
    close: async () => {
      if (telemetry !== undefined && config.DATABASE_URL === undefined)
        await keepTelemetry(telemetry, { url: `http://127.0.0.1:${server.port}`, dataDir: folder })
      await server.close()
      await app[Symbol.asyncDispose]()
      await city?.close()
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The sandbox city that a house starts by itself, with the same data. */
function openCity(folder: string): Promise<OpenSandbox> {
  return openSandbox({ port: 0, data: join(folder, 'sandbox-city'), pace: 240, report: console.error })
}

/** The reading of the repository's own staff files is the same for every test. */
async function bringReading(folder: string): Promise<void> {
  await copyFile(join(await learntFolder(), KEPT_CONTENT), join(folder, KEPT_CONTENT))
}
