import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Folders of former content that are kept, so that going back to it costs nothing. */
const KEPT = 3
/** A draft this old was left by a process that died. */
const STALE_DRAFT_MS = 3_600_000

/** Removes the oldest sibling folders of an index and drafts left behind. What cannot be removed stays. */
export async function dropOldFolders(directory: string): Promise<void> {
  const parent = dirname(directory)
  const names = (await readdir(parent)).filter((name) => name !== basename(directory))
  const aged = await Promise.all(
    names.map(async (name) => ({ path: join(parent, name), age: await ageOf(join(parent, name)) })),
  )
  const drafts = aged.filter(({ path, age }) => path.endsWith('.draft') && age > STALE_DRAFT_MS)
  const folders = aged.filter(({ path }) => !path.endsWith('.draft')).sort((a, b) => a.age - b.age)
  const outlived = [...drafts, ...folders.slice(KEPT)]
  await Promise.allSettled(outlived.map(({ path }) => rm(path, { recursive: true, force: true })))
}

async function ageOf(path: string): Promise<number> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
  return Date.now() - mtimeMs
}
