import { englishStem, isStopWord } from '../../language/index.ts'

/** Words by which any matter is asked about, and which name no point of it. */
const ASKING = new Set(
  `needed much many long obtain apply application cost costs fee fees price charge pay days documents papers bring
  office start take takes make xiamen china new`
    .split(/\s+/u)
    .map((word) => englishStem(word)),
)

/** The stems of the English words of a text in plain form, those that say nothing of a matter left out; in order, with repeats. */
export function englishWords(plain: string): readonly string[] {
  return (plain.match(/[a-z]{3,}/gu) ?? []).filter((word) => !isStopWord(word)).map((word) => englishStem(word))
}

/** The same without words by which any matter is asked about. */
export function englishSubject(plain: string): readonly string[] {
  return englishWords(plain).filter((word) => !ASKING.has(word))
}

/** True when a question is written in English. */
export function isInEnglish(text: string): boolean {
  return !/\p{Script=Han}/u.test(text) && /[a-z]{2}/iu.test(text)
}
