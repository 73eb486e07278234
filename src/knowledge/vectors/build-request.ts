/** What the builder is asked for. `vectors` are given by a remote model; without them a latent space is learnt. */
export type BuildRequest = {
  readonly directory: string
  readonly contentHash: string
  readonly model: string
  readonly passages: readonly { readonly id: string; readonly text: string }[]
  /** Words the ear keeps whole. */
  readonly domainWords: readonly string[]
  readonly vectors?: { readonly dimensions: number; readonly values: Float32Array }
}

/** Text of a passage as it is embedded. */
export function embeddedText(passage: { guideTitle: string; heading: string; text: string }): string {
  return `${passage.guideTitle}\n${passage.heading}\n${passage.text}`
}
