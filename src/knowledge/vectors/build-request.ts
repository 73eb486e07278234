/** What the builder is asked for. `vectors` are given by a remote model; without them a latent space is learnt. */
export type BuildRequest = {
  readonly directory: string
  readonly contentHash: string
  readonly model: string
  /** Words the ear keeps whole. */
  readonly domainWords: readonly string[]
  readonly vectors?: GivenVectors | undefined
}

/** Vectors in a row, in the order of the texts. */
export type GivenVectors = { readonly dimensions: number; readonly values: Float32Array<ArrayBuffer> }

/** A text with the key of its vector. */
export type BuildText = { readonly id: string; readonly text: string }

/** What the builder is sent: texts in portions, and at last a word that these were all. */
export type BuildMessage = { readonly texts: readonly BuildText[] } | 'all'

/** Text of a passage as it is embedded. */
export function embeddedText(passage: { guideTitle: string; heading: string; text: string }): string {
  return `${passage.guideTitle}\n${passage.heading}\n${passage.text}`
}
