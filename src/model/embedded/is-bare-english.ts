import type { FoundPassage } from './answer.ts'

/** Words by which any matter is asked about, and which name no point of it. */
const ASKING = new Set(
  `a an the and or of for to in at on by with from as is are be am was do does did can could may must should would will i me my
  we our you your it its there this that how what when where which who why long much many get gets getting obtain apply
  application need want have no not cost costs fee fees price charge pay long days documents papers bring office
  start has take takes make please xiamen china new one any some`.split(/\s+/u),
)
/** Letters that words of one family begin with alike: register, registration; drive, driving. */
const FAMILY = 4

type Guide = { readonly passages: readonly FoundPassage[]; readonly names: readonly string[] }

/** True when an English question names nothing that the guide's English title and text do not speak of. */
export function isBareEnglish(text: string, { passages, names }: Guide): boolean {
  if (/\p{Script=Han}/u.test(text)) return false
  const english = [...names, ...passages.map(({ textEn }) => textEn ?? '')]
  const told = new Set(english.flatMap((each) => wordsOf(each)).map((word) => word.slice(0, FAMILY)))
  const words = wordsOf(text).filter((word) => !ASKING.has(word))
  return words.every((word) => told.has(word.slice(0, FAMILY)))
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z]+/gu) ?? []).map((word) => (word.length > 3 ? word.replace(/s$/u, '') : word))
}
