import type { Guide } from '../../content/guide.ts'
import type { AskedTerm, AskedTerms } from '../words/question-terms.ts'
import type { Steps } from '../steps.ts'
import type { Ear } from '../words/terms.ts'

/** Finds guides named in a question. */
export type GuideNames = {
  /**
   * Guides of which a title, an alias or a thesaurus word for one of these is said, all its words somewhere in the
   * question (台湾人 … 居住证 names 台湾居住证). By position: 1 for the most telling name, less for one that says less.
   * `said` are the question's words.
   */
  readonly find: (asked: AskedTerms) => ReadonlyMap<number, number>
  /** The words that make up each name, for the next edition. */
  readonly parts: ReadonlyMap<string, readonly string[]>
  /** Names in normal form, for the next edition. */
  readonly normal: ReadonlyMap<string, string>
}

type Name = {
  /** Its words as terms. */
  readonly words: readonly string[]
  /** How telling each of them is among the guides. */
  readonly rarities: readonly number[]
  readonly owners: readonly number[]
  /** How surely these words mean the guide, 0..1. */
  readonly share: number
}

/** What a point counts against a name. */
const POINT_SHARE = 0.8

/** The thesaurus: the names of one thing each, in normal form. */
type Groups = readonly (readonly string[])[]

type Tools = {
  /** The ear, whose words are those that questions are read into. */
  readonly ear: Ear
  readonly rarity: (word: string) => number
  /** Names of an earlier edition that the ear reads alike now. */
  readonly former: GuideNames | undefined
}

/** The names of guides made ready for questions, in steps. `rarity` says how telling a word is among the guides. */
export function* guideNamesSteps(
  guides: readonly Guide[],
  groups: Groups,
  { ear, rarity, former }: Tools,
): Steps<GuideNames> {
  /** Names by their rarest word, so that a question meets only names it may hold. */
  const byWord = new Map<string, Name[]>()
  const parts = new Map<string, readonly string[]>()
  const normal = new Map<string, string>()
  const normalise = (name: string): string => {
    const known = former?.normal.get(name) ?? ear.normalise(name)
    normal.set(name, known)
    return known
  }
  const names = collectNames(guides, groups, normalise)
  const points = yield* collectPoints(guides, groups, ear.normalise)
  for (const [text, owners] of new Map([...points, ...names])) {
    const words = former?.parts.get(text) ?? partsOf(text, ear.words(text))
    parts.set(text, words)
    const rarities = words.map(rarity)
    const rarest = words[rarities.indexOf(Math.max(...rarities))]
    if (rarest === undefined || words.every((word) => ear.isStopWord(word))) continue
    const terms = words.map((word) => `w${word}`)
    const name = { words: terms, rarities, owners, share: names.has(text) ? 1 : POINT_SHARE }
    const beside = byWord.get(`w${rarest}`)
    if (beside === undefined) byWord.set(`w${rarest}`, [name])
    else beside.push(name)
    yield
  }
  return {
    parts,
    normal,
    find(asked) {
      const found: { name: Name; weight: number }[] = []
      for (const word of asked.keys()) {
        for (const name of byWord.get(word) ?? []) {
          if (name.words.every((one) => isOwn(asked.get(one)))) found.push({ name, weight: weightOf(name, asked) })
        }
      }
      const most = Math.max(0, ...found.map(({ weight }) => weight))
      const sure = new Map<number, number>()
      for (const { name, weight } of found) {
        for (const owner of name.owners) {
          sure.set(owner, Math.max((name.share * weight) / most, sure.get(owner) ?? 0))
        }
      }
      return sure
    },
  }
}

function weightOf({ words, rarities }: Name, asked: AskedTerms): number {
  return words.reduce(
    (sum, word, at) => sum + (rarities[at] ?? 0) * (asked.get(word)?.origin === 'meant' ? MEANT : 1),
    0,
  )
}

/** What a word that was only meant counts against one that was said. */
const MEANT = 0.5

/** The words the citizen used and the guides' own words for them, without their other names. */
function isOwn(term: AskedTerm | undefined): boolean {
  return term !== undefined && term.origin !== 'added'
}

/** Whether a text speaks of each group of the thesaurus; 0 while nobody asked. */
const UNSAID = 1
const SAID = 2
/** What was found in the texts of the last edition: most of them stand in the next one too. */
let looked = { members: '', in: new Map<string, Uint8Array>() }

/** Words of the thesaurus for things that just one guide speaks of, with that guide. */
function* collectPoints(
  guides: readonly Guide[],
  groups: Groups,
  normalise: (text: string) => string,
): Steps<ReadonlyMap<string, readonly number[]>> {
  const key = JSON.stringify(groups)
  const before = looked.members === key ? looked.in : new Map<string, Uint8Array>()
  const texts = guides.map(({ sections }) => {
    const raw = sections.map(({ heading, text }) => heading + text).join('\n')
    return { raw, found: before.get(raw) ?? new Uint8Array(groups.length), normal: undefined as string | undefined }
  })
  const points = new Map<string, readonly number[]>()
  for (const [group, members] of groups.entries()) {
    const isIn = (text: (typeof texts)[number]): boolean => {
      if (text.found[group] === 0) {
        const normal = (text.normal ??= normalise(text.raw))
        text.found[group] = members.some((member) => normal.includes(member)) ? SAID : UNSAID
      }
      return text.found[group] === SAID
    }
    const first = texts.findIndex(isIn)
    if (first >= 0 && !texts.slice(first + 1).some(isIn)) for (const member of members) points.set(member, [first])
    yield
  }
  looked = { members: key, in: new Map(texts.map(({ raw, found }) => [raw, found])) }
  return points
}

/** Every name in normal form with the guides it names; a thesaurus group with a name in it lends all its words. */
function collectNames(
  guides: readonly Guide[],
  groups: Groups,
  normalise: (text: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const owners = new Map<string, number[]>()
  guides.forEach(({ title, titleEn, aliases }, position) => {
    for (const name of new Set([title, titleEn, ...aliases].map(normalise))) {
      owners.set(name, [...(owners.get(name) ?? []), position])
    }
  })
  const named = new Map(owners)
  for (const members of groups) {
    const positions = [...new Set(members.flatMap((member) => named.get(member) ?? []))]
    if (positions.length > 0) for (const member of members) if (!named.has(member)) owners.set(member, positions)
  }
  return owners
}

/** The fewest words that make up a name, longest first: 台湾居住证 is 居住证 and 台湾, not 居住 and not 湾居. */
function partsOf(text: string, all: readonly string[]): string[] {
  const parts = [...new Set(all)].filter((word) => word !== text).sort((a, b) => b.length - a.length)
  const free = Array.from(text, (character) => /[\p{L}\p{N}]/u.test(character))
  const kept = parts.filter((word) => {
    const at = text.indexOf(word)
    const fresh = at >= 0 && free.slice(at, at + word.length).some(Boolean)
    if (fresh) free.fill(false, at, at + word.length)
    return fresh || at < 0
  })
  return free.some(Boolean) ? [text] : kept
}
