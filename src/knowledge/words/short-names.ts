import { soundOf } from '../../language/index.ts'
import type { Steps } from '../steps.ts'
import type { Ear } from './terms.ts'
import { listedPairs } from './word-rarity.ts'

/** Puts right names of two characters that were typed by their sound: 底保 is 低保. */
export type ShortNames = {
  /** The names it knows. */
  readonly names: ReadonlySet<string>
  /** The text with every misspelt name in it put right; `isWritten` tells pairs that staff write themselves. */
  readonly correct: (normal: string, isWritten: (pair: string) => boolean) => string
}

const PAIR = /^\p{Script=Han}{2}$/u
/** What says no is meant as it was said. */
const NEGATION = /[不未没无]/u

type ShortEar = Pick<Ear, 'words' | 'isStopWord' | 'normalise'>

/** The names of two characters in titles and aliases of guides. */
export function shortNamesIn(titles: readonly string[], ear: ShortEar): ReadonlySet<string> {
  return new Set(titles.flatMap((title) => ear.words(ear.normalise(title))).filter((word) => PAIR.test(word)))
}

/**
 * Two characters alone sound like much else, so only what is no word can be a slip: neither listed in Chinese at large
 * nor written by staff, and no part of a word that reaches beyond. One of the two is right, and one name alone sounds so.
 */
export function* shortNamesSteps(names: ReadonlySet<string>, ear: ShortEar): Steps<ShortNames> {
  const bySound = Map.groupBy(names, soundsOf)
  const isListed = yield* listedPairs()

  const nameOf = (pair: string, isWritten: (pair: string) => boolean): string | undefined => {
    if (!PAIR.test(pair) || names.has(pair)) return undefined
    const [name, another] = (bySound.get(soundsOf(pair)) ?? []).filter((one) => isHalfRight(pair, one))
    if (name === undefined || another !== undefined || isListed(pair) || isWritten(pair)) return undefined
    return Array.from(pair).some((one) => ear.isStopWord(one) || NEGATION.test(one)) ? undefined : name
  }
  return {
    names,
    correct(normal, isWritten) {
      let corrected = normal
      let words: readonly string[] | undefined
      for (let at = 0; at + 1 < normal.length; at++) {
        const name = nameOf(normal.slice(at, at + 2), isWritten)
        if (name === undefined) continue
        words ??= ear.words(normal)
        if (isInOther(at, normal, words)) continue
        corrected = corrected.slice(0, at) + name + corrected.slice(at + 2)
      }
      return corrected
    },
  }
}

function soundsOf(pair: string): string {
  return Array.from(pair, soundOf).join(' ')
}

function isHalfRight(pair: string, name: string): boolean {
  return (pair[0] === name[0]) !== (pair[1] === name[1])
}

/** Whether a word of the text holds one of the two characters that begin at a place, and another character beside them. */
function isInOther(from: number, normal: string, words: readonly string[]): boolean {
  return words.some((word) => {
    for (let at = normal.indexOf(word); at >= 0; at = normal.indexOf(word, at + 1)) {
      const end = at + word.length
      if (at < from + 2 && end > from && (at < from || end > from + 2)) return true
    }
    return false
  })
}
