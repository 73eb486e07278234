import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Jieba } from '@node-rs/jieba'
import { plainForm } from './plain-form.ts'

/** Frequency given to domain words: above every common word of the dictionary, so they are kept whole. */
const DOMAIN_FREQUENCY = 100_000

const MEANINGFUL = /[\p{L}\p{N}]/u

/** Cuts text into words for search. */
export type Segmenter = {
  /**
   * Words in order of reading: simplified, lower case, no punctuation. A long word comes after its shorter parts
   * (居住 证 居住证), as search wants it; numbers and Latin words are kept.
   */
  readonly words: (text: string) => string[]
  /** Keeps further words whole from now on. There is no way to forget one. */
  readonly learn: (domainWords: Iterable<string>) => void
}

/**
 * A segmenter that keeps `domainWords` (居住证, 公积金贷款 …) whole. Takes about 0.2 s and 50 MB for the dictionary:
 * make one and share it.
 */
export function createSegmenter(domainWords: Iterable<string>): Segmenter {
  const loading = loadSegmenter(domainWords)
  for (;;) {
    const step = loading.next()
    if (step.done === true) return step.value
  }
}

/** Bytes of the dictionary loaded at a time: a few milliseconds. */
const SLICE_BYTES = 64 * 1024

/** The same, laid aside after every slice of the dictionary, for a process that must not pause. */
export function* loadSegmenter(domainWords: Iterable<string>): Generator<void, Segmenter> {
  // Read here, as the package's own module would keep 11 MB of text in memory.
  const dictionary = readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/dict.txt')))
  const jieba = new Jieba()
  for (let from = 0; from < dictionary.length;) {
    const end = dictionary.indexOf('\n', from + SLICE_BYTES)
    const to = end === -1 ? dictionary.length : end + 1
    jieba.loadDict(dictionary.subarray(from, to))
    from = to
    yield
  }
  const learn = (words: Iterable<string>): void => {
    const entries = domainEntries(words)
    if (entries.length > 0) jieba.loadDict(Buffer.from(entries.join('\n')))
  }
  learn(domainWords)
  return {
    words(text) {
      const simple = plainForm(text)
      return jieba.cutForSearch(simple, true).filter((word) => MEANINGFUL.test(word))
    },
    learn,
  }
}

/** One dictionary line per word; words with spaces or punctuation cannot stand in the dictionary and are left out. */
function domainEntries(domainWords: Iterable<string>): string[] {
  const entries = new Set<string>()
  for (const word of domainWords) {
    const simple = plainForm(word)
    if (/^[\p{L}\p{N}]{2,}$/u.test(simple)) entries.add(`${simple} ${DOMAIN_FREQUENCY} n`)
  }
  return [...entries]
}
