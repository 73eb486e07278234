import { constants, copyFile, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App, type AppOptions } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { KEPT_CONTENT } from '../../src/content/index.ts'
import { keepTelemetry, logTo, telemetryFolder } from './telemetry.ts'
import { learntFolder } from './learnt-folder.ts'

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
  /** A data folder to go on with; it is then kept on close. */
  readonly dataDir?: string
}

/** The whole house on a free port, with its own sandbox city and a fresh data folder. */
export async function startApp({ env = {}, root, dataDir, ...around }: StartOptions = {}): Promise<RunningApp> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'bianban-test-')))
  const usual = root === undefined && env['EMBEDDING_MODEL'] === undefined
  await (usual ? shareLearning(folder) : bringRecogniser(folder))
  const telemetry = telemetryFolder()
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: telemetry === undefined ? 'silent' : 'debug',
    RATE_LIMIT_PER_CONVERSATION: '100000',
    RATE_LIMIT_OPENINGS_PER_ADDRESS: '100000',
    RATE_LIMIT_PER_ADDRESS: '100000',
    DATA_DIR: folder,
    ...env,
  })
  const log = telemetry === undefined ? undefined : logTo(telemetry)
  const app = await createApp({ ...config, root: root ?? config.root }, { logTo: log, ...around })
  await app.library.ready
  if (usual) await keepReading(folder)
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
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What is learnt from the repository's own staff files is the same for every test, and costs seconds to learn. */
async function shareLearning(folder: string): Promise<void> {
  const shared = await learntFolder()
  for (const name of ['recogniser', 'index']) {
    await mkdir(join(shared, name), { recursive: true })
    await symlink(join(shared, name), join(folder, name)).catch(onlyTheFirst)
  }
  await copyFile(join(shared, KEPT_CONTENT), join(folder, KEPT_CONTENT)).catch(onlyTheFirst)
}

/** Staff files of a test's own are learnt anew only where they differ. Each file is a link, since what a house replaces it deletes. */
async function bringRecogniser(folder: string): Promise<void> {
  const [shared, own] = [join(await learntFolder(), 'recogniser'), join(folder, 'recogniser')]
  await mkdir(own, { recursive: true })
  const files = await readdir(shared).catch(() => [])
  for (const name of files) await symlink(join(shared, name), join(own, name)).catch(onlyTheFirst)
}

async function keepReading(folder: string): Promise<void> {
  const shared = join(await learntFolder(), KEPT_CONTENT)
  await copyFile(join(folder, KEPT_CONTENT), shared, constants.COPYFILE_EXCL).catch(onlyTheFirst)
}

/** The first test finds nothing to copy, and only the first leaves something; a house that is opened again has its links. */
function onlyTheFirst(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
}
