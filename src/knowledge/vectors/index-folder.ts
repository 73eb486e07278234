import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { AppError } from '../../errors.ts'

/** What a folder of vectors says about itself. A folder whose files do not bear it out is not used. */
export const Manifest = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['exact', 'hnsw']),
  dimensions: z.number().int().positive(),
  count: z.number().int().nonnegative(),
  /** The embedding model the vectors come from. */
  model: z.string(),
  /** Hash of what the vectors were made of. */
  contentHash: z.string(),
  /** Similarity that two unrelated texts have under this model, -1..1: nothing below it is evidence. */
  floor: z.number(),
  /** Texts placed since the embedded model learnt from them all. */
  placed: z.number().int().nonnegative().default(0),
  /** SHA-256 of every other file of the folder. */
  files: z.record(z.string(), z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** Writes one file at the given path. */
export type FileWriter = (path: string) => Promise<void>

const MANIFEST = 'manifest.json'

/**
 * Puts a folder in place whole or not at all: files are written beside it, forced to disk, and the folder is renamed.
 * A former folder of that name gives way.
 */
export async function writeFolder(
  directory: string,
  about: Omit<Manifest, 'files' | 'version' | 'placed'> & { readonly placed?: number },
  writers: Readonly<Record<string, FileWriter>>,
): Promise<void> {
  const draft = `${directory}.${randomUUID()}.draft`
  await mkdir(draft, { recursive: true })
  try {
    const files: Record<string, string> = {}
    for (const [name, write] of Object.entries(writers)) {
      const path = join(draft, name)
      await write(path)
      await forceToDisk(path)
      files[name] = await checksum(path)
    }
    const manifest: Manifest = { version: 1, placed: 0, ...about, files }
    await writeFile(join(draft, MANIFEST), JSON.stringify(manifest, undefined, 2), { flush: true })
    await forceToDisk(draft)
    await rm(directory, { recursive: true, force: true })
    await rename(draft, directory)
    await forceToDisk(dirname(directory))
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/**
 * The folder's manifest, after its files were compared with their checksums.
 * @param names the files that will be read; others may be missing.
 * @throws AppError 'internal' when a file is missing or altered; the caller builds anew.
 */
export async function readManifest(directory: string, names: readonly string[]): Promise<Manifest> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(directory, MANIFEST), 'utf8')))
  for (const name of names) {
    if ((await checksum(join(directory, name))) !== manifest.files[name]) {
      throw new AppError('internal', 'a file of the index is not the one that was written', { cause: { name } })
    }
  }
  return manifest
}

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function forceToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
