import type { Embeddings } from '@langchain/core/embeddings'
import { AppError } from '../../errors.ts'
import type { Terms } from '../words/terms.ts'
import type { GivenVectors } from './build-request.ts'
import type { LatentSpace } from './latent-space.ts'

/** What turns texts into vectors: a remote model, or the space learnt from the guides. */
export type Embedder = {
  readonly model: string
  /** How far its word counts against a model trained on the language at large, 0..1. */
  readonly trust: number
  /** The share of texts it may place without having learnt from them. */
  readonly mayBeNew: number
  /** Vectors of a few texts, of one length. @throws while a remote model does not answer. */
  readonly embed: (texts: readonly string[]) => Promise<readonly ArrayLike<number>[]>
  readonly embedQuestion: (question: string) => Promise<ArrayLike<number>>
}

/**
 * A space learnt from the guides alone shows little that the words do not show themselves: measured, an eighth of the
 * vector share is the most that never hurts (docs/decisions/0003).
 */
const LATENT_TRUST = 0.125
/** Changed passages are placed in the space as it is until they are this share of all; then it is learnt anew. */
const LATENT_NEW = 0.125

export function createRemoteEmbedder(embeddings: Embeddings): Embedder {
  return {
    model: modelName(embeddings),
    trust: 1,
    mayBeNew: 1,
    async embed(texts) {
      const vectors = await embeddings.embedDocuments([...texts])
      const dimensions = vectors[0]?.length
      if (vectors.length !== texts.length || vectors.some((vector) => vector.length !== dimensions)) {
        throw new AppError('internal', 'the embedding model gave vectors of different lengths')
      }
      return vectors
    },
    embedQuestion: (question) => embeddings.embedQuery(question),
  }
}

/** @throws AppError 'internal' when there is no space. */
export async function createLatentEmbedder(
  space: LatentSpace | undefined,
  readSubject: (text: string) => Terms,
): Promise<Embedder> {
  if (space === undefined) throw new AppError('internal', 'the vectors lack the space they lie in')
  const { LATENT_MODEL, LatentEmbeddings } = await import('./latent-embeddings.ts')
  const latent = new LatentEmbeddings(space, readSubject)
  return {
    model: LATENT_MODEL,
    trust: LATENT_TRUST,
    mayBeNew: LATENT_NEW,
    embed: (texts) => latent.embedDocuments([...texts]),
    embedQuestion: (question) => latent.embedQuery(question),
  }
}

/** Texts embedded at a time. */
const BATCH = 64

/** Vectors of many texts, in a row. @throws like `embed`, or the reason of `signal`. */
export async function embedAll(
  texts: readonly string[],
  { embed }: Embedder,
  signal: AbortSignal,
): Promise<GivenVectors> {
  let dimensions = 0
  let values = new Float32Array(0)
  for (let from = 0; from < texts.length; from += BATCH) {
    signal.throwIfAborted()
    const vectors = await embed(texts.slice(from, from + BATCH))
    if (from === 0) {
      dimensions = vectors[0]?.length ?? 0
      values = new Float32Array(dimensions * texts.length)
    }
    vectors.forEach((vector, at) => {
      if (vector.length !== dimensions)
        throw new AppError('internal', 'the embedding model gave vectors of different lengths')
      values.set(vector, (from + at) * dimensions)
    })
  }
  return { dimensions, values }
}

/** The name of a remote model, which LangChain's classes keep under one of two names. */
function modelName(embeddings: Embeddings): string {
  const { model, modelName: name } = embeddings as { model?: unknown; modelName?: unknown }
  const found = typeof model === 'string' ? model : name
  return `${embeddings.constructor.name}:${typeof found === 'string' ? found : 'unnamed'}`
}
