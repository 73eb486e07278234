/** The words that part of a text says something with: character pairs and English words, and single characters. */
export type Words = { readonly pairs: ReadonlySet<string>; readonly characters: ReadonlySet<string> }

/** What stands around a fact: the words of its own part of the sentence, then of wider and wider parts. */
export type Surroundings = readonly Words[]

/** Characters that say nothing of what a part is about. */
const HOLLOW = '的了是在和与或及为按由被把将也都就可需要应请您你我元天日个年月内以上下收取费用办理申请一二三四五六七八九十'
const HOLLOW_PAIR = new RegExp(`^[${HOLLOW}]{2}$`, 'u')
const HOLLOW_CHARACTER = new RegExp(`[${HOLLOW}这那前后满起到至从能会不没]`, 'u')

/** The words of a text; hollow ones are left out. */
export function wordsOf(text: string): Words {
  const pairs = new Set<string>((text.toLowerCase().match(/[a-z]{3,}/gu) ?? []).map((word) => word.replace(/s$/u, '')))
  const characters = new Set<string>()
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    for (let i = 0; i < run.length; i += 1) {
      if (!HOLLOW_CHARACTER.test(run.charAt(i))) characters.add(run.charAt(i))
      const pair = run.slice(i, i + 2)
      if (pair.length === 2 && !HOLLOW_PAIR.test(pair)) pairs.add(pair)
    }
  }
  return { pairs, characters }
}

/** How many pairs two texts share. */
export function sharedPairs(one: Words, other: Words): number {
  return shared(one.pairs, other.pairs)
}

/**
 * Whether what is said fits `other` better than `own`: more of the words that only `other` has than of those that only
 * `own` has, in the narrowest part where they differ. Where no part decides, the one that is said in full fits better.
 */
export function fitsBetter(said: Surroundings, other: Surroundings, own: Surroundings): boolean {
  const lead = leadOf(said, other, own)
  return lead === 0 ? isSaidInFull(said, other, own) && !isSaidInFull(said, own, other) : lead > 0
}

function leadOf(said: Surroundings, other: Surroundings, own: Surroundings): number {
  for (const [level, words] of said.entries()) {
    const [theirs, ours] = [other[level], own[level]]
    if (theirs === undefined || ours === undefined || theirs === ours) continue
    const lead =
      leadIn(words.pairs, theirs.pairs, ours.pairs) || leadIn(words.characters, theirs.characters, ours.characters)
    if (lead !== 0) return lead
  }
  return 0
}

/** How many more words `said` shares with `theirs` alone than with `ours` alone. */
function leadIn(said: ReadonlySet<string>, theirs: ReadonlySet<string>, ours: ReadonlySet<string>): number {
  let lead = 0
  for (const word of said) lead += Number(theirs.has(word)) - Number(ours.has(word))
  return lead
}

function isSaidInFull(said: Surroundings, wanted: Surroundings, instead: Surroundings): boolean {
  return said.some((words, level) => {
    const [theirs, others] = [wanted[level]?.pairs, instead[level]?.pairs]
    if (theirs === undefined || others === undefined || theirs.size === 0) return false
    return theirs.isSubsetOf(words.pairs) && !others.isSubsetOf(words.pairs)
  })
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const word of one) if (other.has(word)) count += 1
  return count
}
