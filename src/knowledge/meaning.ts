import type { Embeddings } from '@langchain/core/embeddings'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import type { Passage } from './passage.ts'
import type { Terms } from './terms.ts'
import { buildInWorker } from './vectors/build-in-worker.ts'
import { embeddedText, type BuildRequest } from './vectors/build-request.ts'
import { dropOldFolders } from './vectors/drop-old-folders.ts'
import type { Manifest } from './vectors/index-folder.ts'
import { readSpace, SPACE_FILE } from './vectors/space-file.ts'
import { readVectorManifest, readVectors } from './vectors/vector-files.ts'
import type { Neighbour, VectorIndex } from './vectors/vector-index.ts'

/** Search by meaning over the passages of one edition. */
export type Meaning = {
  /** Passages nearest to a vector. Labels are slots of the edition; similarity is 0 at the model's floor, 1 at most. */
  readonly nearest: (question: ArrayLike<number>, count: number) => Neighbour[]
  /** The vector of a question. Rejects while a remote model does not answer. */
  readonly embed: (question: string) => Promise<ArrayLike<number>>
  /** How far the model's word counts against one trained on the language at large, 0..1. */
  readonly trust: number
}

/** What meaning is built from: texts under slots, and the ear's reading of them. */
export type MeaningSource = {
  readonly hash: string
  readonly passages: readonly Pick<Passage, 'id' | 'guideTitle' | 'heading' | 'text'>[]
  readonly domainWords: readonly string[]
  readonly readSubject: (text: string) => Terms
}

export type MeaningTools = {
  readonly dataDir: string
  readonly embeddings: Embeddings | undefined
  readonly signal: AbortSignal
}

/**
 * A space learnt from the guides alone shows little that the words do not show themselves: measured, an eighth of the
 * vector share is the most that never hurts (docs/decisions/0003).
 */
const LATENT_TRUST = 0.125

/** Passages sent to a remote model at a time. */
const BATCH = 64

/** Opens the vectors of a source: from their folder when it is whole, or built into it first. @throws when neither can be done. */
export async function openMeaning(source: MeaningSource, tools: MeaningTools): Promise<Meaning> {
  const { LATENT_MODEL } = await import('./vectors/latent-embeddings.ts')
  const model = tools.embeddings === undefined ? LATENT_MODEL : modelName(tools.embeddings)
  const name = createHash('sha256').update(`${source.hash} ${model}`).digest('hex').slice(0, 24)
  const directory = join(tools.dataDir, 'index', name)
  const open = (): Promise<Meaning> => readMeaning(directory, source, model, tools.embeddings)
  try {
    return await open()
  } catch {
    // Missing, torn or altered: a folder of the index holds nothing that cannot be made again.
  }
  await buildInWorker(await request(source, tools, { directory, model }), tools.signal)
  await dropOldFolders(directory)
  return open()
}

async function request(
  source: MeaningSource,
  { embeddings, signal }: MeaningTools,
  place: Pick<BuildRequest, 'directory' | 'model'>,
): Promise<BuildRequest> {
  const passages = source.passages.map((passage) => ({ id: passage.id, text: embeddedText(passage) }))
  const about = { ...place, contentHash: source.hash, passages, domainWords: source.domainWords }
  if (embeddings === undefined) return about
  const rows: number[][] = []
  for (let from = 0; from < passages.length; from += BATCH) {
    signal.throwIfAborted()
    rows.push(...(await embeddings.embedDocuments(passages.slice(from, from + BATCH).map(({ text }) => text))))
  }
  const dimensions = rows[0]?.length ?? 0
  if (rows.length !== passages.length || rows.some((row) => row.length !== dimensions)) {
    throw new AppError('internal', 'the embedding model gave vectors of different lengths')
  }
  return { ...about, vectors: { dimensions, values: Float32Array.from(rows.flat()) } }
}

async function readMeaning(
  directory: string,
  source: MeaningSource,
  model: string,
  embeddings: Embeddings | undefined,
): Promise<Meaning> {
  const manifest = await readVectorManifest(directory, embeddings === undefined ? [SPACE_FILE] : [])
  if (manifest.model !== model || manifest.contentHash !== source.hash || manifest.count !== source.passages.length) {
    throw new AppError('internal', 'the saved vectors belong to other content')
  }
  const nearest = aboveFloor(await readVectors(directory, manifest), manifest)
  if (embeddings !== undefined) return { nearest, embed: (question) => embeddings.embedQuery(question), trust: 1 }
  const { LatentEmbeddings } = await import('./vectors/latent-embeddings.ts')
  const latent = new LatentEmbeddings(await readSpace(join(directory, SPACE_FILE)), source.readSubject)
  return { nearest, embed: (question) => latent.embedQuery(question), trust: LATENT_TRUST }
}

function aboveFloor(index: VectorIndex, { floor }: Manifest): Meaning['nearest'] {
  return (question, count) =>
    index.nearest(question, count).map(({ label, similarity }) => ({
      label,
      similarity: Math.min(1, Math.max(0, (similarity - floor) / (1 - floor))),
    }))
}

/** The name of a remote model, which LangChain's classes keep under one of two names. */
function modelName(embeddings: Embeddings): string {
  const { model, modelName: name } = embeddings as { model?: unknown; modelName?: unknown }
  const found = typeof model === 'string' ? model : name
  return `${embeddings.constructor.name}:${typeof found === 'string' ? found : 'unnamed'}`
}
