import { Embeddings } from '@langchain/core/embeddings'

/** A remote model that counts characters; `up` decides whether it answers. */
export class CharacterEmbeddings extends Embeddings {
  readonly model = 'characters'
  up = true
  dimensions = 64
  /** Passages embedded so far. */
  readonly passages: string[] = []
  constructor() {
    super({})
  }
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await Promise.all(texts.map((text) => this.embedQuery(text)))
    this.passages.push(...texts)
    return vectors
  }
  override embedQuery(text: string): Promise<number[]> {
    if (!this.up) return Promise.reject(new Error('the endpoint is down'))
    const vector = Array.from({ length: this.dimensions }, () => 0.01)
    for (const character of text) {
      const at = (character.codePointAt(0) ?? 0) % this.dimensions
      vector[at] = (vector[at] ?? 0) + 1
    }
    return Promise.resolve(vector)
  }
}
