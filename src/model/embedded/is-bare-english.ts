import type { FoundPassage } from './answer.ts'
import { englishSubject, isInEnglish } from './english-words.ts'
import { plainWords } from './plain-words.ts'

/** A word in this share of the sections' English is the matter by another name. */
const COMMON_SHARE = 0.4

type Guide = { readonly passages: readonly FoundPassage[]; readonly names: readonly string[] }

/** True when an English question names nothing but the guide's matter. */
export function isBareEnglish(text: string, { passages, names }: Guide): boolean {
  if (!isInEnglish(text)) return false
  const named = new Set(names.flatMap((name) => englishSubject(name)))
  const told = passages.flatMap(({ textEn }) =>
    textEn === undefined ? [] : [new Set(englishSubject(plainWords(textEn)))],
  )
  return englishSubject(plainWords(text)).every(
    (word) => named.has(word) || told.filter((words) => words.has(word)).length >= told.length * COMMON_SHARE,
  )
}
