import type { Guide } from '../content/guide.ts'
import type { Thesaurus } from '../content/staff-content.ts'
import type { Ear } from './terms.ts'

/** Finds guides named in a question. */
export type GuideNames = {
  /**
   * Guides of which a title, an alias or a thesaurus word for one of these is said, all its words somewhere in the
   * question (台湾人 … 居住证 names 台湾居住证). By position: 1 for the most telling name, less for one that says less.
   * `said` are the question's words.
   */
  readonly find: (said: ReadonlySet<string>) => ReadonlyMap<number, number>
}

type Name = { readonly words: readonly string[]; readonly owners: readonly number[]; readonly weight: number }

type Tools = {
  /** The ear, whose words are those that questions are read into. */
  readonly ear: Ear
  readonly rarity: (word: string) => number
}

/** The names of guides made ready for questions. `rarity` says how telling a word is among the guides. */
export function createGuideNames(guides: readonly Guide[], thesaurus: Thesaurus, { ear, rarity }: Tools): GuideNames {
  /** Names by their rarest word, so that a question meets only names it may hold. */
  const byWord = new Map<string, Name[]>()
  for (const [text, owners] of collectNames(guides, thesaurus, ear.normalise)) {
    const words = partsOf(ear.words(text)).sort((a, b) => rarity(b) - rarity(a))
    const [rarest] = words
    if (rarest === undefined || words.every((word) => ear.isStopWord(word))) continue
    const weight = words.reduce((sum, word) => sum + rarity(word), 0)
    const beside = byWord.get(rarest)
    if (beside === undefined) byWord.set(rarest, [{ words, owners, weight }])
    else beside.push({ words, owners, weight })
  }
  return {
    find(said) {
      const weights = new Map<number, number>()
      for (const word of said) {
        for (const { words, owners, weight } of byWord.get(word) ?? []) {
          if (!words.every((one) => said.has(one))) continue
          for (const owner of owners) weights.set(owner, Math.max(weight, weights.get(owner) ?? 0))
        }
      }
      const most = Math.max(0, ...weights.values())
      return new Map([...weights].map(([owner, weight]) => [owner, weight / most]))
    },
  }
}

/** Every name in normal form with the guides it names; a thesaurus group with a name in it lends all its words. */
function collectNames(
  guides: readonly Guide[],
  thesaurus: Thesaurus,
  normalise: (text: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const owners = new Map<string, number[]>()
  guides.forEach(({ title, titleEn, aliases }, position) => {
    for (const name of new Set([title, titleEn, ...aliases].map(normalise))) {
      owners.set(name, [...(owners.get(name) ?? []), position])
    }
  })
  const named = new Map(owners)
  for (const { word, synonyms } of thesaurus.groups) {
    const members = [word, ...synonyms].map(normalise)
    const positions = [...new Set(members.flatMap((member) => named.get(member) ?? []))]
    if (positions.length > 0) for (const member of members) if (!named.has(member)) owners.set(member, positions)
  }
  return owners
}

/** The words of a name, without those that only join others: 台湾居住证 is 台湾, 居住 and 居住证. */
function partsOf(all: readonly string[]): string[] {
  const words = [...new Set(all)]
  return words.filter((word) => {
    const inside = words.filter((other) => other !== word && word.includes(other)).sort((a, b) => b.length - a.length)
    return inside.reduce((rest, other) => rest.replaceAll(other, ''), word) !== '' || inside.length === 0
  })
}
