import { soundOf } from '../../language/index.ts'
import type { Steps } from '../steps.ts'
import type { Ear } from './terms.ts'

/** Puts right what was typed or heard by its sound: 居主证 is 居住证. */
export type Spelling = {
  /** The names it knows. */
  readonly names: ReadonlySet<string>
  /** The text with every misspelt name in it put right; `normal` is in the ear's normal form. */
  readonly correct: (normal: string) => string
}

/** Characters of a name that is recognised by its sound. Below, too many words sound alike; above, parts are found. */
const SHORTEST = 3
const LONGEST = 8
/** Characters from which on a name need only sound alike, not the same. */
const LONG = 4

/** Sounds that southern speakers and voice recognition take for one another. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n(?=[aeiouv])/, 'l'],
  [/(?<=[aei])ng$/, 'n'],
]

/** What says no is meant as it was said: 船未登记 is no 船位登记. */
const NEGATION = /[不未没无]/u

const HAN = /^\p{Script=Han}+$/u

/**
 * Reads names by their sound; `names` are in the ear's normal form, and phrases with words that sentences are built with
 * are none. In steps: some tens of milliseconds for some thousand names.
 */
export function* spellingSteps(known: ReadonlySet<string>, ear: Pick<Ear, 'words' | 'isStopWord'>): Steps<Spelling> {
  /** Names by how all their characters sound; several where they sound alike. */
  const bySound = new Map<string, string[]>()
  /** How their first two characters sound: hardly any place of a text begins so. */
  const heads = new Set<string>()
  for (const name of known) {
    if (name.length < SHORTEST || name.length > LONGEST || !HAN.test(name) || ear.words(name).some(ear.isStopWord))
      continue
    const sound = nearSound(name)
    heads.add(headOf(name, 0))
    const alike = bySound.get(sound)
    if (alike === undefined) bySound.set(sound, [name])
    else alike.push(name)
    yield
  }

  return {
    names: known,
    correct(normal) {
      let corrected = ''
      let words: readonly string[] | undefined
      for (let at = 0; at < normal.length;) {
        const name = nameAt(normal, at, () => (words ??= ear.words(normal).filter((word) => word.length > 1)))
        corrected += name ?? normal[at] ?? ''
        at += name?.length ?? 1
      }
      return corrected
    },
  }

  /** The longest name that begins here, rightly spelt or not. */
  function nameAt(normal: string, at: number, words: () => readonly string[]): string | undefined {
    const mayBegin = heads.has(headOf(normal, at))
    for (let length = Math.min(LONGEST, normal.length - at); length >= SHORTEST; length--) {
      const said = normal.slice(at, at + length)
      if (known.has(said)) return said
      if (!mayBegin || !HAN.test(said)) continue
      // Of names that sound alike the first one is a guide's own, the others are its known misspellings.
      const meant = bySound.get(nearSound(said))?.find((name) => isSlip(normal, at, name, words))
      if (meant !== undefined) return meant
    }
    return undefined
  }

  /**
   * Whether at least half of the characters are right, and each of the others is a stranger where it stands: in no name
   * and in no word that reaches beyond. Part of another word (零活 in 零活就业), it must sound the very same.
   */
  function isSlip(normal: string, from: number, name: string, words: () => readonly string[]): boolean {
    const isOther = (at: number): boolean => ear.isStopWord(normal[at] ?? '') || NEGATION.test(normal[at] ?? '')
    const wrong = Array.from(name, (_, at) => from + at).filter((at) => normal[at] !== name[at - from])
    if (wrong.length * 2 > name.length || wrong.some(isOther)) return false
    const around = words().flatMap((word) =>
      placesOf(word, normal).map((start) => ({ word, start, end: start + word.length })),
    )
    return wrong.every((at) =>
      around
        .filter(({ start, end }) => start <= at && at < end)
        .every(({ word, start, end }) => {
          const isWithin = start >= from && end <= from + name.length
          return isWithin && !known.has(word) && soundOf(normal[at] ?? '') === soundOf(name[at - from] ?? '')
        }),
    )
  }
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}

/** What single characters sound like to somebody who hears badly, read once. */
const nearSounds = new Map<string, string>()

function nearSoundOf(character: string): string {
  let near = nearSounds.get(character)
  if (near === undefined) {
    near = ALIKE.reduce((heard, [from, to]) => heard.replace(from, to), soundOf(character))
    nearSounds.set(character, near)
  }
  return near
}

/** How the two characters from a place on sound to somebody who hears badly: alike where they sound the same. */
function headOf(text: string, at: number): string {
  return `${nearSoundOf(text[at] ?? '')} ${nearSoundOf(text[at + 1] ?? '')}`
}

/** How a name sounds to somebody who hears it badly, if it is long enough to be known all the same. */
function nearSound(name: string): string {
  return Array.from(name, name.length >= LONG ? nearSoundOf : soundOf).join(' ')
}
