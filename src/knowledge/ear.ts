import { createSegmenter, isStopWord, normalise, toSimplified } from '../language/index.ts'
import type { Ear } from './terms.ts'

/** The one written form in which texts and questions meet: NFKC, simplified characters, lower case. */
export function normalForm(text: string): string {
  return toSimplified(normalise(text)).toLowerCase()
}

let last: { readonly key: string; readonly ear: Ear } | undefined

/**
 * The library's ear over jieba; `domainWords` are kept whole. Loading the dictionary takes about 0.2 s and 50 MB, so the
 * last ear is used again while the words stay the same, as they do in most edits of a guide.
 */
export function createEar(domainWords: Iterable<string>): Ear {
  const words = [...domainWords]
  const key = words.join('\n')
  if (last?.key !== key)
    last = { key, ear: { words: singular(createSegmenter(words).words), isStopWord, normalise: normalForm } }
  return last.ear
}

const ENGLISH_PLURAL = /^[a-z]{3,}[^s\W]s$/

/** English words in the singular, so that permits find the permit. */
function singular(words: Ear['words']): Ear['words'] {
  return (text) => words(text).map((word) => (ENGLISH_PLURAL.test(word) ? word.slice(0, -1) : word))
}
