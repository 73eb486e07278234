import type { Embeddings } from '@langchain/core/embeddings'
import { SectionSlug } from '../content/guide.ts'
import { createEdition, editionSteps, type Edition } from './edition.ts'
import type { LibraryContent } from './library-content.ts'
import { withPlacesAs } from './ranking/elsewhere.ts'
import type { VectorEvidence } from './ranking/fuse.ts'
import type { Meaning } from './vectors/meaning.ts'
import { openMeaning, type MeaningTools } from './vectors/open-meaning.ts'
import type { Library, QuestionReading, SearchResult } from './passage.ts'
import { createQueryVectors, type QueryVectors } from './vectors/query-vectors.ts'
import { rank, type RankOptions } from './ranking/rank.ts'
import { openRecogniser, termsFileIn } from './recogniser/open-recogniser.ts'
import type { BoundaryReading } from './recogniser/read-boundary.ts'
import type { Recogniser } from './recogniser/recogniser.ts'
import { inSlices } from './steps.ts'
import type { VectorDatabase } from './vectors/vector-database.ts'

export type LibraryTools = {
  readonly content: LibraryContent
  /** Folder for what is built, under `index/` and `recogniser/`; safe to delete at any time. */
  readonly dataDir: string
  /** An embedding model to use in place of the embedded one. */
  readonly embeddings?: Embeddings
  /** Where that model's vectors are kept for many processes; without it, or when it fails, in `dataDir`. */
  readonly database?: VectorDatabase
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
/** Where a matter of another place is read as 外地, it has to be one of ours without a doubt: 北京天安门几点升旗 is none. */
const SURE_AWAY = 0.9
/** How likely a section must be for a question to ask for it and nothing else. */
const SURELY_ASKED = 0.9
/** What is asked for in plain words; how something is done is asked by who means harm, too. */
const PLAIN = SectionSlug.options.filter((section) => section !== 'how')
/** Waits before the vectors of a failing remote model are tried again; the last one repeats. */
const RETRY_MS = [5_000, 30_000, 120_000, 600_000]

/** Opens the library over the staff's guides: by words at once, by meaning too when the vectors are ready. */
export function createLibrary({ content, dataDir, embeddings, database, log }: LibraryTools): Library {
  let shelf = newShelf(createEdition(content, termsFileIn(dataDir)))
  let changing = new AbortController()
  const ready = fill(shelf)
  let filling = ready
  // Newer content is answered from at once: what was learnt of the former serves meanwhile.
  let opened = false
  void ready.then(() => (opened = true))

  return {
    async search(query, { limit = DEFAULT_LIMIT, guide, sections } = {}) {
      const asked = shelf
      const { edition } = asked
      const options = { limit, guide, sections }
      const question = edition.heard(query)
      const found = await searched(asked, question, options)
      if (found.confidence >= edition.content.dials.minConfidence) return found
      const away = withPlacesAs('外地', question)
      if (away === question) return found
      const elsewhere = await searched(asked, away, options)
      return elsewhere.confidence >= SURE_AWAY ? elsewhere : found
    },
    read: (question) => readingOf(shelf, question),
    kindOf: (message) => shelf.recogniser?.kindOf?.(message),
    boundaryOf: (message) => boundaryIn(shelf, message),
    remarkOf: (message) => shelf.recogniser?.remarkOf?.(message),
    passages: (guide) => (shelf.edition.slotsOf.get(guide) ?? []).flatMap((slot) => shelf.edition.passages[slot] ?? []),
    async replace(next) {
      changing.abort(new Error('newer content came'))
      const { signal } = (changing = new AbortController())
      const edition = await inSlices(editionSteps(next, shelf.edition), signal).catch((error: unknown) => {
        if (signal.aborted) return undefined
        throw error
      })
      if (edition === undefined) return false
      const { meaning: former, recogniser, closing } = shelf
      closing.abort(new Error('the content was replaced'))
      shelf = newShelf(edition, knowsSameGuides(shelf.edition, edition) ? recogniser : undefined)
      filling = fill(shelf, { former })
      return true
    },
    state: () => ({
      ready: opened,
      recogniser: shelf.recogniser === undefined ? (opened ? 'off' : 'learning') : 'ready',
      passages: shelf.edition.passages.length,
      vectors: shelf.vectors,
      hash: shelf.edition.hash,
    }),
    ready,
    async [Symbol.asyncDispose]() {
      changing.abort(new Error('the library closes'))
      shelf.closing.abort(new Error('the library closes'))
      await Promise.all([ready, filling])
      await database?.[Symbol.asyncDispose]()
    },
  }

  async function fill(filled: Shelf, from: Pick<MeaningTools, 'former' | 'anew'> = {}): Promise<void> {
    const filling = fillShelf(filled, from)
    // While a former ear serves, what was changed is found by meaning first.
    if (filled.recogniser !== undefined) await filling
    await Promise.all([filling, learn(filled)])
  }

  /** Never rejects: without what is learnt the library goes on by words. */
  async function learn(learning: Shelf): Promise<void> {
    const { edition, closing } = learning
    const { signal } = closing
    const start = performance.now()
    try {
      learning.recogniser = await openRecogniser(edition, {
        dataDir,
        signal,
        awaited: learning.recogniser === undefined,
      })
      log('recogniser-ready', { ms: Math.round(performance.now() - start) })
    } catch (error) {
      if (!signal.aborted) log('recogniser-failed', { reason: reasonOf(error) })
    }
  }

  /** Never rejects: without vectors the library goes on by words. */
  async function fillShelf(
    filled: Shelf,
    from: Pick<MeaningTools, 'former' | 'anew'> = {},
    attempt = 0,
  ): Promise<void> {
    const { edition, closing } = filled
    const { signal } = closing
    filled.vectors = 'building'
    const start = performance.now()
    try {
      const tools = { dataDir, embeddings, signal, ...from }
      const meaning = await openMeaning(edition, { ...tools, database }).catch((error: unknown) => {
        if (database === undefined || signal.aborted) throw error
        log('vector-database-failed', { reason: reasonOf(error) })
        return openMeaning(edition, tools)
      })
      filled.meaning = meaning
      filled.questions = createQueryVectors(meaning.embed, { clock: () => performance.now(), log })
      filled.vectors = 'ready'
      log('vectors-ready', {
        passages: edition.passages.length,
        kind: meaning.kind,
        ms: Math.round(performance.now() - start),
      })
      await meaning.save()
    } catch (error) {
      if (filled.vectors === 'ready') {
        log('vectors-not-saved', { reason: reasonOf(error) })
        return
      }
      filled.vectors = 'off'
      if (signal.aborted) return
      const retryMs = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0
      log('vectors-failed', { reason: reasonOf(error), retryMs })
      const timer = setTimeout(() => void fillShelf(filled, from, attempt + 1), retryMs).unref()
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
    }
  }

  async function searched(asked: Shelf, question: string, options: RankOptions): Promise<SearchResult> {
    const vectors = await vectorEvidence(asked, question)
    return rank(asked.edition, question, vectors, options, asked.recogniser)
  }

  async function vectorEvidence(asked: Shelf, query: string): Promise<VectorEvidence | undefined> {
    const { edition, meaning, questions } = asked
    const vector = await questions?.embed(query)
    if (meaning === undefined || vector === undefined) return undefined
    if (vector.length !== meaning.dimensions) {
      log('vectors-outdated', { dimensions: vector.length, kept: meaning.dimensions })
      if (asked.meaning === meaning) {
        asked.meaning = undefined
        asked.questions = undefined
        filling = fillShelf(asked, { anew: true })
      }
      return undefined
    }
    const { lexicalShare, candidates } = edition.content.dials
    const neighbours = await meaning.nearest(vector, candidates)
    return { neighbours, share: (1 - lexicalShare) * meaning.trust }
  }
}

function readingOf({ edition, recogniser }: Shelf, said: string): QuestionReading {
  const question = edition.heard(said)
  const asked = edition.read(question)
  const probability = recogniser?.sections?.(edition.sectionTerms(question))
  return {
    ...(question === said ? {} : { heard: question }),
    terms: [...asked].map(([term, { weight, origin }]) => ({ term, weight, origin })),
    meant: edition.meant(question),
    sections:
      probability === undefined
        ? []
        : SectionSlug.options
            .map((section) => ({ section, probability: probability(section) }))
            .sort((a, b) => b.probability - a.probability),
  }
}

function boundaryIn({ edition, recogniser }: Shelf, message: string): BoundaryReading | undefined {
  if (recogniser?.boundaryOf === undefined) return undefined
  const heard = edition.heard(message)
  const meant = recogniser.recognise(edition.read(heard))
  const probability = recogniser.sections?.(edition.sectionTerms(heard))
  return recogniser.boundaryOf(message, {
    foreign: meant.every((lead) => lead < 0),
    plain: probability !== undefined && PLAIN.some((section) => probability(section) >= SURELY_ASKED),
  })
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')

/** What an edition learnt serves the next until that has learnt, as long as both have the same guides. */
function knowsSameGuides(former: Edition, next: Edition): boolean {
  return former.guides.length === next.guides.length && former.guides.every(({ id }, at) => next.guides[at]?.id === id)
}

function newShelf(edition: Edition, recogniser?: Recogniser): Shelf {
  return {
    edition,
    closing: new AbortController(),
    meaning: undefined,
    questions: undefined,
    recogniser,
    vectors: 'building',
  }
}
