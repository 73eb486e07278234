import type { PreparedDocument, PreparedQuestion } from './prepared.ts'

/** A search engine over the prepared documents. */
export type Peer = {
  readonly settings: Readonly<Record<string, unknown>>
  /** Ids of the ten best documents, best first. */
  readonly search: (question: PreparedQuestion) => Promise<readonly string[]>
}

export type OpenPeer = (documents: readonly PreparedDocument[], folder: string) => Promise<Peer>

export const FOUND = 10
