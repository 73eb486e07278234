import { Embeddings } from '@langchain/core/embeddings'
import type { Terms } from '../words/terms.ts'
import { placeTerms, type LatentSpace } from './latent-space.ts'

/** Name of the embedded model in manifests; changes whenever its vectors would. */
export const LATENT_MODEL = 'bianban-latent-2'

/** The embedded embedding model: no key, no network, no weights but those learnt from the guides themselves. */
export class LatentEmbeddings extends Embeddings {
  readonly model = LATENT_MODEL
  readonly #space: LatentSpace
  readonly #read: (text: string) => Terms

  /** @param read the reader of subject terms that the space was learnt with. */
  constructor(space: LatentSpace, read: (text: string) => Terms) {
    super({})
    this.#space = space
    this.#read = read
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.resolve(texts.map((text) => this.#embed(text)))
  }

  override embedQuery(text: string): Promise<number[]> {
    return Promise.resolve(this.#embed(text))
  }

  #embed(text: string): number[] {
    return Array.from(placeTerms(this.#space, this.#read(text)))
  }
}
