import MiniSearch from 'minisearch'
import { FOUND, type OpenPeer } from './peer.ts'

/** MiniSearch: words only, with its own BM25+ and our field weights. */
export const openMiniSearch =
  (titleBoost: number): OpenPeer =>
  (documents) => {
    const tokenize = (text: string): string[] => text.split(' ').filter((word) => word !== '')
    const index = new MiniSearch<{ id: string; titleWords: string; textWords: string }>({
      fields: ['titleWords', 'textWords'],
      storeFields: [],
      tokenize,
      processTerm: (term) => term,
    })
    index.addAll(documents)
    const boost = { titleWords: titleBoost, textWords: 1 }
    return Promise.resolve({
      settings: { combineWith: 'OR', boost, bm25: 'its defaults: k 1.2, b 0.7, d 0.5', prefix: false, fuzzy: false },
      search: ({ words }) =>
        Promise.resolve(
          index
            .search(words, { boost })
            .slice(0, FOUND)
            .map(({ id }) => String(id)),
        ),
    })
  }
