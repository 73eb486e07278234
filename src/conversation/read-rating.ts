/** 不太满意, not very satisfied: the wish for more, which is no praise however strong the word in it is. */
const LESS =
  /不(?:是|算)?(?:太|很|怎么|怎麼|大|够|夠|那么|那麼|特别|特別|非常)?[满滿]意|\b(?:not|isn['’]?t|wasn['’]?t|aren['’]?t|never)\b[^.,;!]{0,16}\bsatisfied\b|\b(?:dis|un)satisfied\b/iu
const STRONGLY_LESS = /(?:非常|很|极其?|極其?|十分|太)不[满滿]意|\bvery (?:dis|un)satisfied\b/iu

const STARS: readonly (readonly [RegExp, number])[] = ['1一', '2二两兩', '3三', '4四', '5五'].map((digits, at) => [
  new RegExp(`[${digits}]\\s*(?:颗|顆)?[星分]|\\b${at + 1} (?:stars?|out of 5)\\b`, 'iu'),
  at + 1,
])

/** The five official grades of 好差评, and the ways people give stars. The more exact phrase stands first. */
const GRADES: readonly (readonly [RegExp, number])[] = [
  [STRONGLY_LESS, 1],
  [LESS, 2],
  [/(?:非常|很|十分|特别|特別)[满滿]意|\bvery satisfied\b/iu, 5],
  [/基本[满滿]意/u, 3],
  [/差[评評]/u, 2],
  [/[满滿]意|\bsatisfied\b/iu, 4],
  [/好[评評]/u, 5],
  [/一般|[还還]行|[还還]可以/u, 3],
  ...STARS.toReversed(),
]

const RATES =
  /[评評][价價分]|打\s*[1-5一二两兩三四五]?\s*分|好[评評]|差[评評]|[1-5一二两兩三四五]\s*(?:颗|顆)?星|^(?:我)?(?:非常|很|挺|比较|比較|基本|还|還)?不?(?:是)?(?:太|很|怎么|怎麼|大|够|夠)?[满滿]意|^(?:感觉|感覺)?(?:一般|[还還]行|[还還]可以)(?:吧)?[。.!！]?$|\b[1-5] (?:stars?|out of 5)\b|\b(?:dis|un)?satisfied\b/iu

/** Whether she says how a case was dealt with. */
export function rates(words: string): boolean {
  return RATES.test(words)
}

/** The grade that her words give, 1 (worst) to 5; undefined where they name none. */
export function gradeIn(words: string): number | undefined {
  return GRADES.find(([grade]) => grade.test(words))?.[1]
}
