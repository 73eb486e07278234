/** What the ear gives the library: words of a text, and whether a word carries no subject of its own. */
export type Ear = {
  /** Search words of a text in order, lower case, English ones without their endings, no punctuation. */
  readonly words: (text: string) => string[]
  readonly isStopWord: (word: string) => boolean
  /** One written form for all: NFKC, simplified characters, lower case. */
  readonly normalise: (text: string) => string
}

/**
 * Terms come in three classes that share one vocabulary: words, pairs of neighbouring characters, single characters.
 * Words are exact; pairs survive a wrong cut or an unknown name; single characters survive a typo (居住症) and tie
 * words of one root (补办, 补领). The first character of a term tells its class.
 */
export const TERM_CLASSES = ['w', '2', '1'] as const

/** Terms of one text, with repeats, in order within each class. */
export type Terms = readonly string[]

const RUN = /\p{Script=Han}+/gu

/**
 * A reader of terms over an ear; pure for a given ear. It keeps its last answer, because one question is read for its
 * words, its names and its vector.
 */
export function createTermReader(ear: Ear): (text: string) => Terms {
  let last: { readonly text: string; readonly terms: Terms } | undefined
  return (text) => {
    if (last?.text === text) return last.terms
    const normal = ear.normalise(text)
    const terms: string[] = []
    for (const word of ear.words(normal)) terms.push(`w${word}`)
    for (const [run] of normal.matchAll(RUN)) {
      const characters = Array.from(run)
      for (let i = 0; i < characters.length; i++) {
        const character = characters[i] ?? ''
        terms.push(`1${character}`)
        if (i > 0) terms.push(`2${characters[i - 1] ?? ''}${character}`)
      }
    }
    last = { text, terms }
    return terms
  }
}
