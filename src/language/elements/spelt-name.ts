import type { Reading } from '../element.ts'

/** 姓谭名某某, 姓谭单名一个某字: a name told by its parts. */
export function readSpelt(text: string, folded: string, isName: (words: string) => boolean): Reading | undefined {
  const match =
    /姓(\p{Script=Han}{1,2})[，,]?[单双]?名(?:字)?(?:是|叫|就|[一两]个)*(\p{Script=Han}{1,2}?)字?(?=$|[，,。；;！!\s])/du.exec(
      folded,
    )
  const [first, second] = [match?.indices?.[1], match?.indices?.[2]]
  if (match === null || first === undefined || second === undefined) return undefined
  const value = text.slice(...first) + text.slice(...second)
  if (!isName(value)) return undefined
  return { value, text: text.slice(first[0], second[1]), start: first[0], end: second[1], confidence: 0.9 }
}
