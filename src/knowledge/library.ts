import type { Embeddings } from '@langchain/core/embeddings'
import { createEdition, type Edition, type LibraryContent } from './edition.ts'
import type { VectorEvidence } from './fuse.ts'
import { openMeaning, type Meaning } from './meaning.ts'
import type { Library } from './passage.ts'
import { createQueryVectors, type QueryVectors } from './query-vectors.ts'
import { rank } from './rank.ts'
import { openRecogniser } from './recogniser/open-recogniser.ts'
import type { Recogniser } from './recogniser/recogniser.ts'

export type LibraryTools = {
  readonly content: LibraryContent
  /** Folder for the built index, under `index/`; safe to delete at any time. */
  readonly dataDir: string
  /** An embedding model to use in place of the embedded one. */
  readonly embeddings?: Embeddings
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void
}

/** One version of the library with its vectors, once there are any. */
type Shelf = {
  readonly edition: Edition
  readonly closing: AbortController
  meaning: Meaning | undefined
  questions: QueryVectors | undefined
  recogniser: Recogniser | undefined
  vectors: 'ready' | 'building' | 'off'
}

const DEFAULT_LIMIT = 6
/** Waits before the vectors of a failing remote model are tried again; the last one repeats. */
const RETRY_MS = [5_000, 30_000, 120_000, 600_000]

/** Opens the library over the staff's guides: by words at once, by meaning too when the vectors are ready. */
export function createLibrary({ content, dataDir, embeddings, log }: LibraryTools): Library {
  let shelf = newShelf(content)
  const ready = fill(shelf)

  return {
    async search(query, { limit = DEFAULT_LIMIT, guide, sections } = {}) {
      const { edition, meaning, questions, recogniser } = shelf
      const vectors = await vectorEvidence(edition, query, meaning, questions)
      return rank(edition, query, vectors, { limit, guide, sections }, recogniser)
    },
    passages: (guide) => (shelf.edition.slotsOf.get(guide) ?? []).flatMap((slot) => shelf.edition.passages[slot] ?? []),
    replace(next) {
      shelf.closing.abort(new Error('the content was replaced'))
      shelf = newShelf(next)
      void fill(shelf)
    },
    state: () => ({
      ready: true,
      passages: shelf.edition.passages.length,
      vectors: shelf.vectors,
      hash: shelf.edition.hash,
    }),
    ready,
    async [Symbol.asyncDispose]() {
      shelf.closing.abort(new Error('the library closes'))
      await ready
    },
  }

  async function fill(filled: Shelf): Promise<void> {
    await Promise.all([fillShelf(filled), learn(filled)])
  }

  /** Never rejects: without what is learnt the library goes on by words. */
  async function learn(learning: Shelf): Promise<void> {
    const { edition, closing } = learning
    const { signal } = closing
    const start = performance.now()
    try {
      learning.recogniser = await openRecogniser(edition, { dataDir, signal })
      log('recogniser-ready', { ms: Math.round(performance.now() - start) })
    } catch (error) {
      if (!signal.aborted) log('recogniser-failed', { reason: error instanceof Error ? error.message : 'unknown' })
    }
  }

  /** Never rejects: without vectors the library goes on by words. */
  async function fillShelf(filled: Shelf, attempt = 0): Promise<void> {
    const { edition, closing } = filled
    const { signal } = closing
    filled.vectors = 'building'
    const start = performance.now()
    try {
      filled.meaning = await openMeaning(edition, { dataDir, embeddings, signal })
      filled.questions = createQueryVectors(filled.meaning.embed, { clock: () => performance.now(), log })
      filled.vectors = 'ready'
      log('vectors-ready', { passages: edition.passages.length, ms: Math.round(performance.now() - start) })
    } catch (error) {
      filled.vectors = 'off'
      if (signal.aborted) return
      const retryMs = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0
      log('vectors-failed', { reason: error instanceof Error ? error.message : 'unknown', retryMs })
      const timer = setTimeout(() => void fillShelf(filled, attempt + 1), retryMs).unref()
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
    }
  }
}

function newShelf(content: LibraryContent): Shelf {
  const edition = createEdition(content)
  return {
    edition,
    closing: new AbortController(),
    meaning: undefined,
    questions: undefined,
    recogniser: undefined,
    vectors: 'building',
  }
}

async function vectorEvidence(
  edition: Edition,
  query: string,
  meaning: Meaning | undefined,
  questions: QueryVectors | undefined,
): Promise<VectorEvidence | undefined> {
  const vector = await questions?.embed(query)
  if (meaning === undefined || vector === undefined) return undefined
  const { lexicalShare, candidates } = edition.content.dials
  return { neighbours: meaning.nearest(vector, candidates), share: (1 - lexicalShare) * meaning.trust }
}
