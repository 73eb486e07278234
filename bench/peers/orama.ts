import { create, insertMultiple, search, type Tokenizer } from '@orama/orama'
import { FOUND, type OpenPeer } from './peer.ts'

/** Orama, by words or by words and vectors. */
export const openOrama =
  (mode: 'fulltext' | 'hybrid', titleBoost: number): OpenPeer =>
  async (documents) => {
    const tokenizer: Tokenizer = {
      language: 'custom',
      normalizationCache: new Map(),
      tokenize: (text) => [...new Set(text.split(' ').filter((word) => word !== ''))],
    }
    const dimensions = documents[0]?.vector.length ?? 0
    const vector = `vector[${dimensions}]` as const
    const index = create({
      schema: { name: 'string', title: 'string', text: 'string', vector },
      components: { tokenizer },
    })
    await insertMultiple(
      index,
      documents.map((document) => ({
        name: document.id,
        title: document.titleWords,
        text: document.textWords,
        vector: Array.from(document.vector),
      })),
      1000,
    )
    const settings = { properties: ['title', 'text'], boost: { title: titleBoost, text: 1 }, limit: FOUND }
    // With the default of 0.8 a question's vector meets next to nothing.
    const hybrid = { similarity: 0.2, hybridWeights: { text: 0.5, vector: 0.5 } }
    return {
      settings: {
        mode,
        ...settings,
        ...(mode === 'hybrid' ? hybrid : {}),
        bm25: 'its defaults',
        threshold: 'its default',
      },
      async search(question) {
        const words = {
          term: question.words,
          properties: ['title', 'text'] as ('title' | 'text')[],
          boost: settings.boost,
          limit: FOUND,
        }
        const found =
          mode === 'fulltext'
            ? await search(index, words)
            : await search(index, {
                ...words,
                ...hybrid,
                mode: 'hybrid',
                vector: { property: 'vector', value: Array.from(question.vector) },
              })
        return found.hits.map(({ document }) => document.name)
      },
    }
  }
