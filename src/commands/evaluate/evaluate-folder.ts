import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { KEPT_CONTENT } from '../../content/index.ts'

/** What the house learns from the staff files: it rests on these alone, and every run of this machine may use it. */
const LEARNT = ['index', 'recogniser']

/** The folder that runs of this machine share. */
export function evaluationFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'evaluation')
}

/** Where a run keeps its cases; it is gone when it is disposed of. */
export type RunFolder = AsyncDisposable & { readonly path: string }

/**
 * A folder without cases for one run below `shared`, so that runs of one machine share what was learnt and nothing else. Folders of runs
 * that were killed go.
 */
export async function openRunFolder(shared: string): Promise<RunFolder> {
  const runs = join(shared, 'runs')
  await mkdir(runs, { recursive: true })
  for (const name of await readdir(shared)) {
    if (![...LEARNT, KEPT_CONTENT, 'runs'].includes(name))
      await rm(join(shared, name), { recursive: true, force: true })
  }
  for (const name of await readdir(runs)) {
    if (!isRunning(Number(name.split('-')[0]))) await rm(join(runs, name), { recursive: true, force: true })
  }
  const path = join(runs, `${process.pid}-${randomUUID().slice(0, 8)}`)
  await mkdir(path)
  for (const name of LEARNT) {
    await mkdir(join(shared, name), { recursive: true })
    await symlink(join(shared, name), join(path, name), 'junction')
  }
  await copyFile(join(shared, KEPT_CONTENT), join(path, KEPT_CONTENT)).catch(() => undefined)
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      await rename(join(path, KEPT_CONTENT), join(shared, KEPT_CONTENT)).catch(() => undefined)
      await rm(path, { recursive: true, force: true })
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
