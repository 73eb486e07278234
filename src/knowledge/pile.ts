import { createHash } from 'node:crypto'
import type { SearchDials } from '../content/staff-content.ts'
import { bestOf, type Scored } from './best-of.ts'
import { createEar, normalForm } from './ear.ts'
import { fuse, type VectorEvidence } from './fuse.ts'
import { openMeaning } from './meaning.ts'
import { createSubjectReader } from './subject-terms.ts'
import { createSynonyms } from './synonyms.ts'
import { createTermReader } from './terms.ts'
import { buildQuestionReader, buildTextIndex } from './text-index.ts'

/** Which of the two searches is used. */
export type SearchMode = 'hybrid' | 'lexical' | 'vector'

/** Plain documents without the order of guides, searched by the library's own index, vectors and fusion. */
export type Pile = {
  readonly mode: SearchMode
  /** Slots of the `limit` best documents, best first. */
  readonly search: (query: string, limit: number) => Promise<Scored[]>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type PileTools = { readonly dials: SearchDials; readonly dataDir: string; readonly mode: SearchMode }

/** Opens a pile; settles when its vectors are ready. */
export async function openPile(
  documents: readonly { readonly id: string; readonly title: string; readonly text: string }[],
  { dials, dataDir, mode }: PileTools,
): Promise<Pile> {
  const ear = createEar([])
  const terms = createTermReader(ear)
  const index = buildTextIndex(
    documents.map(({ title, text }) => [
      { text: title, weight: dials.titleWeight },
      // A text that only repeats its title says nothing more.
      { text: text === title ? '' : text, weight: dials.textWeight },
    ]),
    terms,
    dials,
  )
  const read = buildQuestionReader([index], { ear, terms, synonyms: createSynonyms({ groups: [] }, normalForm) })
  const closing = new AbortController()
  const source = {
    hash: createHash('sha256')
      .update(JSON.stringify([documents, dials]))
      .digest('hex'),
    passages: documents.map(({ id, title, text }) => ({ id, guideTitle: title, heading: '', text })),
    domainWords: [],
    readSubject: createSubjectReader(ear, terms),
  }
  const tools = { dataDir, embeddings: undefined, signal: closing.signal }
  const meaning = mode === 'lexical' ? undefined : await openMeaning(source, tools)
  const share = mode === 'vector' ? 1 : (1 - dials.lexicalShare) * (meaning?.trust ?? 0)

  return {
    mode,
    async search(query, limit) {
      let vectors: VectorEvidence | undefined
      if (meaning !== undefined) {
        const neighbours = meaning.nearest(await meaning.embed(query), Math.max(limit, dials.candidates))
        vectors = { neighbours, share }
      }
      const { slots, fused } = fuse(index.search(read(query)), vectors)
      return bestOf(slots, fused, limit)
    },
    [Symbol.asyncDispose]: () => {
      closing.abort(new Error('the pile closes'))
      return Promise.resolve()
    },
  }
}
