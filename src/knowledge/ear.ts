import { createSegmenter, isStopWord, normalise, toSimplified } from '../language/index.ts'
import type { Ear } from './terms.ts'

/** The one written form in which texts and questions meet: NFKC, simplified characters, lower case. */
export function normalForm(text: string): string {
  return toSimplified(normalise(text)).toLowerCase()
}

/** The library's ear over jieba; `domainWords` are kept whole. Loading the dictionary takes about 0.2 s. */
export function createEar(domainWords: Iterable<string>): Ear {
  const { words } = createSegmenter(domainWords)
  return { words, isStopWord, normalise: normalForm }
}
