import type { Embeddings } from '@langchain/core/embeddings'
import type { LibraryContent } from './edition.ts'
import { createEdition } from './edition.ts'
import type { Library } from './passage.ts'
import { rank } from './rank.ts'

export type LibraryTools = {
  readonly content: LibraryContent
  /** Folder for the built index; safe to delete at any time. */
  readonly dataDir: string
  /** An embedding model to use in place of the embedded one. */
  readonly embeddings?: Embeddings
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void
}

const DEFAULT_LIMIT = 6

/** Opens the library over the staff's guides. */
export function createLibrary({ content }: LibraryTools): Library {
  let edition = createEdition(content)
  return {
    search: (query, { limit = DEFAULT_LIMIT, guide, sections = [] } = {}) =>
      Promise.resolve(rank(edition, query, undefined, { limit, guide, sections })),
    passages: (guide) => (edition.slotsOf.get(guide) ?? []).flatMap((slot) => edition.passages[slot] ?? []),
    replace(next) {
      edition = createEdition(next)
    },
    state: () => ({ ready: true, passages: edition.passages.length, vectors: 'off', hash: edition.hash }),
    ready: Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}
