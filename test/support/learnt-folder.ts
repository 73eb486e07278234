import { createHash, randomUUID } from 'node:crypto'
import { copyFile, glob, mkdir, readdir, readFile, rename, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { KEPT_CONTENT, readKeptContent } from '../../src/content/index.ts'
import { createLibrary, type Library } from '../../src/knowledge/index.ts'
import type { TermWeights } from '../../src/knowledge/recogniser/term-weights.ts'
import { readWeights, writeWeights } from '../../src/knowledge/recogniser/weights-file.ts'

/** Files that decide what the house learns: what staff write, how it is read and how it is learnt from. */
const LEARNT_FROM = ['knowledge/**/*.{md,yaml,txt}', 'src/{content,knowledge,language}/**/*.ts']

let found: Promise<string> | undefined
let library: Promise<Library> | undefined

/**
 * A folder for what the house learns from the repository's staff files. Tests share it, on this day and the next, until
 * one of the files behind it changes.
 */
export function learntFolder(): Promise<string> {
  found ??= hashOfFiles().then((hash) => join(tmpdir(), `bianban-test-learnt-${hash}`))
  return found
}

/** The library over the repository's staff files, opened once a thread and learnt once a machine; nobody closes it. */
export function sharedLibrary(): Promise<Library> {
  library ??= openLibrary()
  return library
}

async function openLibrary(): Promise<Library> {
  const dataDir = await learntFolder()
  await mkdir(dataDir, { recursive: true })
  const { content } = readKeptContent(readConfig({}).root, join(dataDir, KEPT_CONTENT))
  const opened = createLibrary({ content, dataDir, log: () => undefined })
  await opened.ready
  return opened
}

/**
 * Brings what was ever learnt into a data folder, for staff files of a test's own: they are learnt anew only where they
 * differ. Each is a link, since what a house replaces it deletes.
 */
export async function bringLearnt(dataDir: string): Promise<void> {
  for (const folder of ['recogniser', 'index']) {
    const [shared, own] = [join(await learntFolder(), folder), join(dataDir, folder)]
    await mkdir(own, { recursive: true })
    for (const name of await readdir(shared)) await symlink(join(shared, name), join(own, name)).catch(unlessThere)
  }
}

/** Keeps what a house has learnt besides, for the next time that the same test learns it. */
export async function keepLearnt(dataDir: string): Promise<void> {
  const [shared, own] = [join(await learntFolder(), 'recogniser'), join(dataDir, 'recogniser')]
  for (const file of await readdir(own, { withFileTypes: true })) {
    if (!file.isFile() || !file.name.endsWith('.bin')) continue
    const draft = join(shared, `${randomUUID()}.draft`)
    await copyFile(join(own, file.name), draft)
    await rename(draft, join(shared, file.name))
  }
}

/** What a test learns from examples of its own choice, kept like all that is learnt. */
export async function learntOnce(from: unknown, learn: () => TermWeights): Promise<TermWeights> {
  const digest = createHash('sha256').update(JSON.stringify(from)).digest('hex')
  const file = join(await learntFolder(), `${digest.slice(0, 16)}.learnt`)
  const kept = await readWeights(file).catch(() => undefined)
  if (kept !== undefined) return kept
  const learnt = learn()
  const draft = `${file}.${randomUUID()}.draft`
  await writeWeights(draft, learnt)
  await rename(draft, file)
  return learnt
}

/** A house that is opened again has its links. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function hashOfFiles(): Promise<string> {
  const hash = createHash('sha256')
  const names = await Array.fromAsync(glob(LEARNT_FROM))
  for (const name of names.sort()) hash.update(name).update(await readFile(name))
  return hash.digest('hex').slice(0, 16)
}
