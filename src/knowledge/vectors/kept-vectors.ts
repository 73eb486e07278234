import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../errors.ts'
import type { Embedder } from './embedder.ts'
import type { KeyedTexts } from './keyed-texts.ts'
import { writeFolder } from './index-folder.ts'
import { KEYS_FILE, readKeys, writeKeys } from './keys-file.ts'
import type { LatentSpace } from './latent-space.ts'
import { createLocalVectors, type LocalVectors } from './local-vectors.ts'
import { readSpace, SPACE_FILE, writeSpace } from './space-file.ts'
import type { TextVectors } from './text-vectors.ts'
import { readVectorManifest, readVectors, VECTOR_FILE } from './vector-files.ts'

/** Vectors with what is known of the model they come from. */
export type KeptVectors = {
  readonly vectors: TextVectors
  /** Similarity that two unrelated texts have under the model: nothing below it is evidence. */
  readonly floor: number
  /** Texts placed since the model learnt from them all; a trained model learns from none. */
  readonly placed: number
}

/** The same in a folder of this machine. `space` is that of the embedded model. */
export type LocalKept = KeptVectors & { readonly vectors: LocalVectors; readonly space: LatentSpace | undefined }

/** Texts embedded at a time. */
const BATCH = 64

/** Reads a folder. @throws when it is missing, torn, altered, or of another model or content than asked for. */
export async function readKept(
  directory: string,
  wanted: { readonly model: string; readonly contentHash?: string; readonly learnt: boolean },
): Promise<LocalKept> {
  const manifest = await readVectorManifest(directory, [KEYS_FILE, ...(wanted.learnt ? [SPACE_FILE] : [])])
  if (manifest.model !== wanted.model || manifest.contentHash !== (wanted.contentHash ?? manifest.contentHash)) {
    throw new AppError('internal', 'the saved vectors belong to other content')
  }
  const keys = await readKeys(join(directory, KEYS_FILE))
  const live = keys.flatMap((key, label) => (key === null ? [] : [label]))
  if (live.length !== manifest.count) throw new AppError('internal', 'the saved vectors have other keys')
  return {
    vectors: createLocalVectors(await readVectors(directory, manifest, live), keys),
    floor: manifest.floor,
    placed: manifest.placed,
    space: wanted.learnt ? await readSpace(join(directory, SPACE_FILE)) : undefined,
  }
}

/** The youngest folder of a model, whatever its content; undefined when none can be read. */
export async function readYoungest(
  parent: string,
  wanted: { model: string; learnt: boolean },
): Promise<LocalKept | undefined> {
  const names = await readdir(parent).catch(() => [])
  const aged = await Promise.all(
    names
      .filter((name) => !name.endsWith('.draft'))
      .map(async (name) => ({ name, age: (await stat(join(parent, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  )
  for (const { name } of aged.sort((a, b) => b.age - a.age)) {
    const kept = await readKept(join(parent, name), wanted).catch(() => undefined)
    if (kept !== undefined) return kept
  }
  return undefined
}

/** Saves vectors to a folder, whole or not at all. */
export async function saveKept(
  { vectors, floor, placed, space }: LocalKept,
  directory: string,
  name: { readonly model: string; readonly contentHash: string },
): Promise<void> {
  let keys: (string | null)[] = []
  const about = { kind: vectors.kind, dimensions: vectors.dimensions, count: vectors.keys().length, floor, placed }
  await writeFolder(
    directory,
    { ...about, ...name },
    {
      [VECTOR_FILE[vectors.kind]]: async (path) => {
        keys = await vectors.write(path)
      },
      [KEYS_FILE]: (path) => writeKeys(path, keys),
      ...(space === undefined ? {} : { [SPACE_FILE]: (path: string) => writeSpace(path, space) }),
    },
  )
}

/**
 * Makes vectors those of other texts: texts that stay keep theirs, new ones are embedded, the rest go. Undefined, and
 * nothing is changed, when the model should rather begin anew. @throws while a remote model does not answer.
 */
export async function carryOver<Kept extends KeptVectors>(
  kept: Kept,
  { texts }: KeyedTexts,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<Kept | undefined> {
  const { vectors } = kept
  const missing = [...texts].filter(([key]) => !vectors.has(key))
  const placed = kept.placed + missing.length
  if (embedder.mayBeNew < 1 && placed > embedder.mayBeNew * texts.size) return undefined
  const put: [string, ArrayLike<number>][] = []
  for (let from = 0; from < missing.length; from += BATCH) {
    signal.throwIfAborted()
    const batch = missing.slice(from, from + BATCH)
    const made = await embedder.embed(batch.map(([, text]) => text))
    if (made.some((vector) => vector.length !== vectors.dimensions)) return undefined
    batch.forEach(([key], at) => put.push([key, made[at] ?? []]))
    await setImmediate()
  }
  signal.throwIfAborted()
  await vectors.change({ put, remove: vectors.keys().filter((key) => !texts.has(key)) })
  return { ...kept, placed }
}
