import { BM25Retriever } from '@langchain/community/retrievers/bm25'
import { Document } from '@langchain/core/documents'
import { FakeEmbeddings } from '@langchain/core/utils/testing'
import { EnsembleRetriever } from '@langchain/classic/retrievers/ensemble'
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { FOUND, type OpenPeer } from './peer.ts'

/** Hits that the ensemble takes of each retriever before it fuses their ranks. */
const CANDIDATES = 50

/**
 * LangChain's BM25 retriever, alone or with its memory vector store in an ensemble. The retriever takes Latin letters
 * for words (a Chinese text has the length 0 and every score is NaN) and looks for them anywhere in the text, so every
 * word is written as a Latin code of fixed length.
 */
export const openLangChain =
  (mode: 'bm25' | 'ensemble'): OpenPeer =>
  async (documents) => {
    const codes = new Map<string, string>()
    const code = (words: string): string =>
      words
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => {
          const known = codes.get(word) ?? `x${codes.size.toString(36).padStart(5, '0')}`
          codes.set(word, known)
          return known
        })
        .join(' ')
    const docs = documents.map(
      ({ id, titleWords, textWords }) =>
        new Document({ id, pageContent: code(`${titleWords} ${textWords}`), metadata: { id } }),
    )
    const nameOf = ({ metadata }: Document): string => String(metadata['id'])
    const words = BM25Retriever.fromDocuments(docs, { k: mode === 'bm25' ? FOUND : CANDIDATES })
    if (mode === 'bm25') {
      return {
        settings: { k1: 1.2, b: 0.75, fields: 'title and text in one' },
        search: async (question) => (await words.invoke(code(question.words))).map(nameOf),
      }
    }
    const asked = new Map<string, number[]>()
    const embeddings = new FakeEmbeddings()
    embeddings.embedQuery = (text) => Promise.resolve(asked.get(text) ?? [])
    const store = new MemoryVectorStore(embeddings)
    await store.addVectors(
      documents.map(({ vector }) => Array.from(vector)),
      docs,
    )
    const ensemble = new EnsembleRetriever({
      retrievers: [words, store.asRetriever({ k: CANDIDATES })],
      weights: [0.5, 0.5],
    })
    return {
      settings: {
        k1: 1.2,
        b: 0.75,
        weights: [0.5, 0.5],
        c: 60,
        candidates: CANDIDATES,
        fields: 'title and text in one',
      },
      async search(question) {
        const text = code(question.words)
        asked.set(text, Array.from(question.vector))
        return (await ensemble.invoke(text)).slice(0, FOUND).map(nameOf)
      },
    }
  }
