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

type Name = {
  readonly words: readonly string[]
  readonly owners: readonly number[]
  readonly weight: number
  /** How surely these words mean the guide, 0..1. */
  readonly share: number
}

/** What a point counts against a name. */
const POINT_SHARE = 0.8

type Tools = {
  /** The ear, whose words are those that questions are read into. */
  readonly ear: Ear
  readonly rarity: (word: string) => number
}

/** The names of guides made ready for questions. `rarity` says how telling a word is among the guides. */
export function createGuideNames(guides: readonly Guide[], thesaurus: Thesaurus, { ear, rarity }: Tools): GuideNames {
  /** Names by their rarest word, so that a question meets only names it may hold. */
  const byWord = new Map<string, Name[]>()
  const names = collectNames(guides, thesaurus, ear.normalise)
  const points = collectPoints(guides, thesaurus, ear.normalise)
  for (const [text, owners] of new Map([...points, ...names])) {
    const words = partsOf(ear.words(text)).sort((a, b) => rarity(b) - rarity(a))
    const [rarest] = words
    if (rarest === undefined || words.every((word) => ear.isStopWord(word))) continue
    const weight = words.reduce((sum, word) => sum + rarity(word), 0)
    const name = { words, owners, weight, share: names.has(text) ? 1 : POINT_SHARE }
    const beside = byWord.get(rarest)
    if (beside === undefined) byWord.set(rarest, [name])
    else beside.push(name)
  }
  return {
    find(said) {
      const found: Name[] = []
      for (const word of said) {
        for (const name of byWord.get(word) ?? []) if (name.words.every((one) => said.has(one))) found.push(name)
      }
      const most = Math.max(0, ...found.map(({ weight }) => weight))
      const sure = new Map<number, number>()
      for (const { owners, weight, share } of found) {
        for (const owner of owners) sure.set(owner, Math.max((share * weight) / most, sure.get(owner) ?? 0))
      }
      return sure
    },
  }
}

/** Words of the thesaurus for things that just one guide speaks of, with that guide. */
function collectPoints(
  guides: readonly Guide[],
  thesaurus: Thesaurus,
  normalise: (text: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const texts = guides.map(({ sections }) => normalise(sections.map(({ heading, text }) => heading + text).join('\n')))
  const points = new Map<string, readonly number[]>()
  for (const { word, synonyms } of thesaurus.groups) {
    const members = [word, ...synonyms].map(normalise)
    const holders = texts.flatMap((text, at) => (members.some((member) => text.includes(member)) ? [at] : []))
    if (holders.length === 1) for (const member of members) points.set(member, holders)
  }
  return points
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
