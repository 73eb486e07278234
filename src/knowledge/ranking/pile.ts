import type { SearchDials } from '../../content/staff-content.ts'
import { plainForm } from '../../language/index.ts'
import { ANSWERS_READ, answerEvidenceSteps } from './answer-evidence.ts'
import { bestOf, type Scored } from '../words/best-of.ts'
import { createEar } from '../words/ear.ts'
import { fuse, type VectorEvidence } from './fuse.ts'
import type { EmbeddedPassage } from '../vectors/meaning.ts'
import { openMeaning } from '../vectors/open-meaning.ts'
import { createSubjectReader } from '../words/subject-terms.ts'
import { createSynonyms } from '../words/synonyms.ts'
import { createTermReader } from '../words/terms.ts'
import { inSlices } from '../steps.ts'
import { forgetfulReader, questionReaderSteps, textIndexSteps, type TextField } from '../words/text-index.ts'

/** Which of the two searches is used. */
export type SearchMode = 'hybrid' | 'lexical' | 'vector'

/** Plain documents without the order of guides, searched by the library's own index, vectors and fusion. */
export type Pile = {
  readonly mode: SearchMode
  /** Slots of the `limit` best documents, best first. */
  readonly search: (query: string, limit: number) => Promise<Scored[]>
  /** Puts a document in the place of another, or behind the last one. */
  readonly put: (slot: number, document: PileDocument) => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type PileDocument = { readonly id: string; readonly title: string; readonly text: string }

export type PileTools = { readonly dials: SearchDials; readonly dataDir: string; readonly mode: SearchMode }

/** Opens a pile; settles when its vectors are ready. */
export async function openPile(documents: readonly PileDocument[], { dials, dataDir, mode }: PileTools): Promise<Pile> {
  const ear = createEar([])
  const terms = createTermReader(ear)
  const fieldsOf = (document: PileDocument): TextField[] => [
    { text: document.title, weight: dials.titleWeight },
    { text: ownText(document), weight: dials.textWeight },
  ]
  const closing = new AbortController()
  const { signal } = closing
  const reader = forgetfulReader(terms)
  const index = await inSlices(textIndexSteps(Iterator.from(documents).map(fieldsOf), reader, dials), signal)
  const answers = await inSlices(
    answerEvidenceSteps(documents.map(ownText), { reader, normalise: plainForm, dials }),
    signal,
  )
  const synonyms = createSynonyms({ groups: [] }, plainForm)
  const read = await inSlices(questionReaderSteps(reader.book, [index], { ear, terms, synonyms }), signal)
  const source = {
    passages: documents.map(passageOf),
    domainWords: [],
    readSubject: createSubjectReader(ear, terms),
  }
  const tools = { dataDir, embeddings: undefined, signal }
  const meaning = mode === 'lexical' ? undefined : await openMeaning(source, tools)
  const share = mode === 'vector' ? 1 : (1 - dials.lexicalShare) * (meaning?.trust ?? 0)

  return {
    mode,
    async search(query, limit) {
      let vectors: VectorEvidence | undefined
      if (meaning !== undefined) {
        const neighbours = await meaning.nearest(await meaning.embed(query), Math.max(limit, dials.candidates))
        vectors = { neighbours, share }
      }
      const near = vectors?.neighbours.map(({ label }) => label)
      const asked = read(query)
      const found = index.best(asked, Math.max(limit, ANSWERS_READ), near)
      answers.weigh(query, asked, found)
      const { slots, fused } = fuse(found, vectors)
      return bestOf(slots, fused, limit)
    },
    async put(slot, document) {
      index.put(slot, fieldsOf(document))
      answers.put(slot, ownText(document))
      await meaning?.put(slot, passageOf(document))
    },
    [Symbol.asyncDispose]: () => {
      closing.abort(new Error('the pile closes'))
      return Promise.resolve()
    },
  }
}

/** A text that only repeats its title says nothing more. */
function ownText({ title, text }: PileDocument): string {
  return text === title ? '' : text
}

function passageOf({ title, text }: PileDocument): EmbeddedPassage {
  return { guideTitle: title, heading: '', text }
}
