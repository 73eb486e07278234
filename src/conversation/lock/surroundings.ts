/** The words that part of a text says something with: character pairs and English words, and single characters. */
export type Words = { readonly pairs: ReadonlySet<string>; readonly characters: ReadonlySet<string> }

/** What stands around a fact: the words of its own part of the sentence, then of wider and wider parts. */
export type Surroundings = readonly Words[]

/** A place in a line where something is stated. Places with the same `value` state the same of it. */
export type Place = { readonly value: number; readonly line: object; readonly around: Surroundings }

/** Characters that say nothing of what a part is about; those of the second set do so in pairs. */
const HOLLOW = new Set(
  '的了是在和与或及为按由被把将也都就可需要应请您你我元天日个年月内以上下收取费用办理申请一二三四五六七八九十',
)
const HOLLOW_ALONE = new Set('这那前后满起到至从能会不没')

/** The words of a text; hollow ones are left out. */
export function wordsOf(text: string): Words {
  const pairs = new Set<string>((text.toLowerCase().match(/[a-z]{3,}/gu) ?? []).map((word) => word.replace(/s$/u, '')))
  const characters = new Set<string>()
  for (const run of text.match(/[^\P{Script=Han}的了就也都]+/gu) ?? []) {
    for (let i = 0; i < run.length; i += 1) {
      const [one, next] = [run.charAt(i), run.charAt(i + 1)]
      const hollow = HOLLOW.has(one)
      if (!hollow && !HOLLOW_ALONE.has(one)) characters.add(one)
      if (next !== '' && !(hollow && HOLLOW.has(next))) pairs.add(one + next)
    }
  }
  return { pairs, characters }
}

/** The words of several texts together. */
export function wordsOfAll(some: readonly Words[]): Words {
  const [first, ...others] = some
  if (first !== undefined && others.length === 0) return first
  return {
    pairs: new Set(some.flatMap(({ pairs }) => [...pairs])),
    characters: new Set(some.flatMap(({ characters }) => [...characters])),
  }
}

/** How many pairs two texts share. */
export function sharedPairs(one: Words, other: Words): number {
  let count = 0
  for (const word of one.pairs) if (other.pairs.has(word)) count += 1
  return count
}

/** Tells which of several places speaks of what is said. */
export type Places<Of extends Place> = {
  readonly all: readonly Of[]
  /**
   * Whether what is said fits `other` better than `own`, which state different values: more of the words that stand
   * only where `other`'s value does than of those that stand only where `own`'s does, in the narrowest part where they
   * differ; else the same of these two places; else the one that is said in full.
   */
  readonly fitsBetter: (said: Surroundings, other: Of, own: Of) => boolean
}

/** A quantity stated beside a fact, as a word: it tells more than a pair of characters does. */
const STATED = '#'
const WEIGHT_OF_STATED = 3

/** The words of a stretch, with the quantities it states beside. */
export function withStated(words: Words, names: readonly string[]): Words {
  if (names.length === 0) return words
  return { ...words, pairs: new Set([...words.pairs, ...names.map((name) => STATED + name)]) }
}

/** From the narrowest part outwards; single characters tell something of the narrowest alone. */
const PAIRS = [
  [0, 'pairs'],
  [1, 'pairs'],
  [2, 'pairs'],
] as const
const CHARACTERS = [[0, 'characters']] as const
type Levels = typeof PAIRS | typeof CHARACTERS

export function createPlaces<Of extends Place>(all: readonly Of[]): Places<Of> {
  const values = new Map<string, Set<number>>()
  for (const { value, around } of all) {
    for (const [level, { pairs, characters }] of around.entries()) {
      for (const word of [...pairs, ...characters]) {
        const key = `${level}${word}`
        const known = values.get(key)
        if (known === undefined) values.set(key, new Set([value]))
        else known.add(value)
      }
    }
  }
  return { all, fitsBetter }

  function fitsBetter(said: Surroundings, other: Of, own: Of): boolean {
    const lead = leadIn(PAIRS, true) || leadIn(PAIRS, false) || leadIn(CHARACTERS, true) || leadIn(CHARACTERS, false)
    if (lead !== 0) return lead > 0
    return isSaidInFull(said, other.around, own.around) && !isSaidInFull(said, own.around, other.around)

    /** `ofValue`: words that stand at any place of the loser's value tell nothing. */
    function leadIn(levels: Levels, ofValue: boolean): number {
      for (const [level, kind] of levels) {
        let lead = 0
        for (const word of said[level]?.[kind] ?? []) {
          const theirs = other.around[level]?.[kind].has(word) === true
          if (theirs === own.around[level]?.[kind].has(word)) continue
          const loser = theirs ? own : other
          if (ofValue && values.get(`${level}${word}`)?.has(loser.value) === true) continue
          if (other.line !== own.line && loser.around.at(-1)?.[kind].has(word) === true) continue
          lead += (theirs ? 1 : -1) * (word.startsWith(STATED) ? WEIGHT_OF_STATED : 1)
        }
        if (lead !== 0) return lead
      }
      return 0
    }
  }
}

function isSaidInFull(said: Surroundings, wanted: Surroundings, instead: Surroundings): boolean {
  return said.some((words, level) => {
    const [theirs, others] = [wanted[level]?.pairs, instead[level]?.pairs]
    if (theirs === undefined || others === undefined || theirs.size === 0) return false
    return theirs.isSubsetOf(words.pairs) && !others.isSubsetOf(words.pairs)
  })
}
