import { englishStem, isStopWord, loadSegmenter, plainForm } from '../../language/index.ts'
import { atOnce, type Steps } from '../steps.ts'
import type { Ear } from './terms.ts'

/** An ear that says which words it keeps whole. */
export type LibraryEar = Ear & {
  readonly domainWords: ReadonlySet<string>
  readonly learn: (domainWords: readonly string[]) => void
}

let last: LibraryEar | undefined

/**
 * The library's ear over jieba; `domainWords` are kept whole. Loading the dictionary takes about 0.2 s and 50 MB, so the
 * last ear is used again while the words stay the same, as they do in most edits of a guide.
 */
export function createEar(domainWords: Iterable<string>): LibraryEar {
  return atOnce(earSteps([...domainWords], undefined))
}

/**
 * The same in steps. `former` is an ear that is about to be laid aside: when it lacks only a few words it learns them,
 * and is the new one.
 */
export function* earSteps(domainWords: readonly string[], former: LibraryEar | undefined): Steps<LibraryEar> {
  const wanted = new Set(domainWords)
  if (last !== undefined && isSubset(last.domainWords, wanted) && isSubset(wanted, last.domainWords)) return last
  if (former !== undefined && isSubset(former.domainWords, wanted)) {
    former.learn(domainWords.filter((word) => !former.domainWords.has(word)))
    return (last = former)
  }
  const { words, learn } = yield* loadSegmenter(wanted)
  last = {
    words: stemmed(words),
    isStopWord,
    normalise: plainForm,
    domainWords: wanted,
    learn(more) {
      learn(more)
      for (const word of more) wanted.add(word)
    },
  }
  return last
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size <= whole.size && [...part].every((word) => whole.has(word))
}

/** English words without their endings, so that applying finds the application; words without a subject stay as they are. */
function stemmed(words: Ear['words']): Ear['words'] {
  return (text) => words(text).map((word) => (isStopWord(word) ? word : englishStem(word)))
}
