import type { Embeddings } from '@langchain/core/embeddings'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createLatentEmbedder, createRemoteEmbedder, embedAll, type Embedder } from './embedder.ts'
import { carryOver, readKept, readYoungest, saveKept, type LocalKept } from './kept-vectors.ts'
import { keyTexts, type KeyedTexts } from './keyed-texts.ts'
import { createMeaning, type EmbeddedPassage, type Meaning } from './meaning.ts'
import type { Terms } from '../words/terms.ts'
import { buildInWorker } from './build-in-worker.ts'
import { dropOldFolders } from './drop-old-folders.ts'
import type { VectorDatabase } from './vector-database.ts'

/** What meaning is built from: texts under slots, and the ear's reading of them. */
export type MeaningSource = {
  readonly passages: readonly EmbeddedPassage[]
  /** Words the ear keeps whole. */
  readonly domainWords: readonly string[]
  readonly readSubject: (text: string) => Terms
}

export type MeaningTools = {
  readonly dataDir: string
  readonly embeddings: Embeddings | undefined
  /** Where many processes share the vectors of a remote model. */
  readonly database?: VectorDatabase | undefined
  readonly signal: AbortSignal
  /** The meaning of the edition before. It is changed, and finds nothing of its own edition that is gone. */
  readonly former?: Meaning | undefined
  /** Vectors that were made before must not be used. */
  readonly anew?: boolean
}

/**
 * Opens the vectors of a source: from their folder when it is whole, else from those of other content as far as texts
 * stand in both, else built in a worker. @throws when none of it can be done.
 */
export async function openMeaning(source: MeaningSource, tools: MeaningTools): Promise<Meaning> {
  const keyed = await keyTexts(source.passages, tools.signal)
  return tools.embeddings === undefined || tools.database === undefined
    ? openLocal(source, keyed, tools)
    : openShared(keyed, createRemoteEmbedder(tools.embeddings), tools.database, tools.signal)
}

async function openShared(
  keyed: KeyedTexts,
  embedder: Embedder,
  database: VectorDatabase,
  signal: AbortSignal,
): Promise<Meaning> {
  const [probe = []] = await embedder.embed([keyed.texts.values().next().value ?? ''])
  const vectors = await database.open(embedder.model, probe.length)
  const carried = await carryOver({ vectors, floor: 0, placed: 0 }, keyed, embedder, signal)
  const kept = { ...carried, vectors, placed: 0, floor: await vectors.floor() }
  return createMeaning({ kept, embedder, keys: keyed.keys })
}

async function openLocal(source: MeaningSource, keyed: KeyedTexts, tools: MeaningTools): Promise<Meaning> {
  const { embeddings, signal, dataDir, former, anew = false } = tools
  const { LATENT_MODEL } = await import('./latent-embeddings.ts')
  const remote = embeddings && createRemoteEmbedder(embeddings)
  const model = remote?.model ?? LATENT_MODEL
  const { keys, texts } = keyed
  const contentHash = hashOf([...texts.keys(), ...(remote === undefined ? source.domainWords : [])])
  const parent = join(dataDir, 'index')
  const directory = join(parent, hashOf([contentHash, model]).slice(0, 24))
  const about = { model, contentHash }
  const embedderOf = async ({ space }: LocalKept): Promise<Embedder> =>
    remote ?? createLatentEmbedder(space, source.readSubject)

  const found = anew ? undefined : ((await read().catch(() => undefined)) ?? (await carried()))
  if (found !== undefined) return found
  const vectors = remote && (await embedAll([...texts.values()], remote, signal))
  const passages = [...texts].map(([id, text]) => ({ id, text }))
  await buildInWorker({ ...about, directory, domainWords: source.domainWords, vectors }, passages, signal)
  await dropOldFolders(directory)
  return read()

  /** Rejects when the folder is missing, torn or altered: it holds nothing that cannot be made again. */
  async function read(): Promise<Meaning> {
    const kept = await readKept(directory, { ...about, learnt: remote === undefined })
    return createMeaning({ kept, local: kept, embedder: await embedderOf(kept), keys })
  }

  /** From the edition before or, after a start with other content, from the youngest folder of the model. */
  async function carried(): Promise<Meaning | undefined> {
    const before = former?.local ?? (await readYoungest(parent, { model, learnt: remote === undefined }))
    if (before === undefined) return undefined
    const embedder = await embedderOf(before)
    const kept = await carryOver(before, keyed, embedder, signal)
    if (kept === undefined) return undefined
    const save = async (): Promise<void> => {
      await saveKept(kept, directory, about)
      await dropOldFolders(directory)
    }
    return createMeaning({ kept, local: kept, embedder, keys, save })
  }
}

/** Vectors depend on the texts, and those of the embedded model on how its ear reads them: on nothing else of the files. */
function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
