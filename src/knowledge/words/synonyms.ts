import type { Thesaurus } from '../../content/staff-content.ts'
import { englishStem } from '../../language/index.ts'

/** A name seen in a question, English words without their endings: the guides' own words for it, and the other names of the same thing. */
export type SynonymFound = {
  readonly seen: string
  readonly means: readonly string[]
  readonly siblings: readonly string[]
}

/** Finds the thesaurus's words in a question. */
export type Synonyms = {
  /** Longest match first at every place; `normal` is in the ear's normal form. Each word is reported once. */
  readonly find: (normal: string) => SynonymFound[]
  /** Every word of the thesaurus in normal form, so that the ear can keep it whole. */
  readonly words: readonly string[]
  /** The names of one thing each, in normal form, its own word first. */
  readonly groups: readonly (readonly string[])[]
}

/** The thesaurus made ready for questions. A word in several groups stands for all of them. */
export function createSynonyms(thesaurus: Thesaurus, normalise: (text: string) => string): Synonyms {
  const meanings = new Map<string, { means: Set<string>; siblings: Set<string> }>()
  /** Length of the longest word by the character it begins with. */
  const longest = new Map<string, number>()
  const groups = thesaurus.groups.map(({ word, synonyms }) =>
    [word, ...synonyms].map(normalise).filter((member) => member !== ''),
  )
  for (const members of groups) {
    const [word] = members
    for (const member of members) {
      const key = withStems(member)
      const first = key[0] ?? ''
      longest.set(first, Math.max(longest.get(first) ?? 0, key.length))
      const entry = meanings.get(key) ?? { means: new Set(), siblings: new Set() }
      for (const other of members) if (other !== member) (other === word ? entry.means : entry.siblings).add(other)
      meanings.set(key, entry)
    }
  }
  return {
    words: [...new Set(groups.flat())],
    groups,
    find(normal) {
      const text = withStems(normal)
      const found = new Map<string, SynonymFound>()
      for (let at = 0; at < text.length;) {
        let length = Math.min(longest.get(text[at] ?? '') ?? 0, text.length - at)
        while (length > 0 && !startsWord(text, at, length, meanings)) length--
        const seen = text.slice(at, at + length)
        const entry = meanings.get(seen)
        if (entry !== undefined) found.set(seen, { seen, means: [...entry.means], siblings: [...entry.siblings] })
        at += Math.max(1, length)
      }
      return [...found.values()]
    },
  }
}

/** A text with its English words without their endings, so that "moved" is "move". */
function withStems(text: string): string {
  return text.replaceAll(/[a-z]+/gu, (word) => englishStem(word))
}

const LATIN = /[a-z0-9]/

/** A Latin word counts only whole: "id" is no part of "paid". */
function startsWord(text: string, at: number, length: number, meanings: ReadonlyMap<string, unknown>): boolean {
  const word = text.slice(at, at + length)
  if (!meanings.has(word)) return false
  const joinsBefore = LATIN.test(word[0] ?? '') && LATIN.test(text[at - 1] ?? '')
  const joinsAfter = LATIN.test(word.at(-1) ?? '') && LATIN.test(text[at + length] ?? '')
  return !joinsBefore && !joinsAfter
}
