import type { StaffContent } from '../../content/index.ts'
import { readAct, readQuestionTypes } from '../../language/index.ts'

const known = new WeakMap<StaffContent['guides'], ReadonlySet<string>>()
/** Signs that stand in code, and hardly ever in what people write. */
const CODE = /[{}[\]<>=;|\\_]|\w\(|::|\/\//gu
const MOST_SIGNS = 2
const COMMON =
  'a an and are at can do does did for from have has help how i in is it me my need not of on or please the this that to we what when where which who why will with you your yes no ok thanks thank'.split(
    ' ',
  )

/** True when Latin letters are English rather than code or noise: some word of them stands in the guides, asks or acts. */
export function isEnglish(words: string, { guides }: Pick<StaffContent, 'guides'>): boolean {
  if ((words.match(CODE)?.length ?? 0) >= MOST_SIGNS) return false
  if (readAct(words).length > 0 || readQuestionTypes(words).length > 0) return true
  const vocabulary = vocabularyOf(guides)
  return wordsOf(words).some((word) => vocabulary.has(word))
}

function vocabularyOf(guides: StaffContent['guides']): ReadonlySet<string> {
  const before = known.get(guides)
  if (before !== undefined) return before
  const texts = [...guides.values()].flatMap(({ titleEn, sections, pointsEn }) => [
    titleEn,
    ...pointsEn.values(),
    ...sections.map(({ textEn }) => textEn ?? ''),
  ])
  const vocabulary = new Set([...COMMON, ...texts.flatMap((text) => wordsOf(text))])
  known.set(guides, vocabulary)
  return vocabulary
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? []
}
