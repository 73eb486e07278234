import type { ElementOption } from '../element.ts'

const UNKNOWN = /\b(?:not (?:quite |really )?sure|unsure|do(?:n['’]?t| not) know|no idea|maybe|perhaps|it depends)\b/iu
const DENIED =
  /^\s*(?:(?:i|we|it|they|he|she)\s)?(?:(?:do|does|did|have|has|am|is|are|was|were)n['’]?t|(?:i['’]?m|it['’]?s) not|never|none|false|negative|incorrect|wrong)\b/iu
const AFFIRMED =
  /^\s*(?:(?:i|we|they|he|she|it|that)\s(?:do|does|did|have|has|am|is|are|was|were)|(?:that['’]?s |that is |it['’]?s )?(?:right|correct|true)|of course|certainly|definitely|absolutely|indeed)\s*[.!]?\s*$/iu

/** What an English answer to a yes-no question says; `unknown` where it says that one does not know. */
export function readEnglishAnswer(text: string): boolean | 'unknown' | undefined {
  if (UNKNOWN.test(text)) return 'unknown'
  if (DENIED.test(text)) return false
  return AFFIRMED.test(text) ? true : undefined
}

/** Words that carry no choice of their own. */
const FUNCTION_WORDS = new Set(
  "a an and am are at be by do for from have has i i'm id in is it it's its just like me my of on one or our please that the their this to want we will with would you your".split(
    ' ',
  ),
)
const NEGATED = /\b(?:not|no|never|neither|nor|without)\b|n['’]t\b/iu
/** Longer answers say more than a choice. */
const MOST_WORDS = 8

/** The one option that shares most words with an English answer (renting, a flat I own); undefined when none or several do. */
export function optionByEnglishWords(text: string, options: readonly ElementOption[]): ElementOption | undefined {
  if (/\p{Script=Han}|\?/u.test(text) || NEGATED.test(text)) return undefined
  const said = stemsOf(text)
  if (said.length === 0 || said.length > MOST_WORDS) return undefined
  const shared = options.map((option) => {
    const stems = new Set([option.label, ...option.aliases].flatMap(stemsOf))
    return said.filter((stem) => stems.has(stem)).length
  })
  const most = Math.max(...shared)
  return most > 0 && shared.indexOf(most) === shared.lastIndexOf(most) ? options[shared.indexOf(most)] : undefined
}

/** Latin words by their stems, function words left out: renting and rented are both rent. */
function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z][a-z'’]*/g) ?? [])
    .filter((word) => !FUNCTION_WORDS.has(word.replace('’', "'")))
    .map((word) => (word.length < 4 ? word : word.replace(/(?:ies|ing|ed|es|s|e)$/, '').replace(/y$/, '')))
}
