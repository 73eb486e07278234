import type { ElementContext, Reading } from '../element.ts'
import { turnedAfter } from './beside-the-point.ts'
import { foldCharacters } from '../script.ts'

/** Other words may stand between the words of one phrase, this many characters at most. */
const GAP = 10
const NEGATED_BEFORE =
  /(?:不是|并非|没有?|不|无|未|非|尚未)(?:再|需要?|要|有|在|去|过|办过?|交|做|是|想|想要|愿意?|打算|会|能|算|属于|真的|怎么|经营)?$/
const NEGATED_WITHIN = /[没不未无非]/
const QUESTION =
  /[吗么嘛?？]\s*$|(?:没有|不|没)\s*[?？]?$|是不是|有没有|要不要|能不能|会不会|算不算|可不可以|是否|什么|怎么|多少|如何|哪/

type Hit = { readonly value: boolean; readonly start: number; readonly end: number }

/**
 * What a text says of a yes-no field by the words its form gives for either side. A negation before or among the words
 * turns them round; a clause that asks says nothing. Both sides said at once is a guess, which only the citizen can settle.
 */
export function readYesNoWords(text: string, folded: string, { yes = [], no = [], ask }: ElementContext): Reading[] {
  const lower = folded.toLowerCase()
  const hits = [...yes.map((words) => ({ words, value: true })), ...no.map((words) => ({ words, value: false }))]
    .flatMap(({ words, value }) => find(lower, foldCharacters(words).toLowerCase().split(' '), value, ask))
    .toSorted((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start)
  const apart: Hit[] = []
  for (const hit of hits) if (!apart.some(({ start, end }) => start < hit.end && hit.start < end)) apart.push(hit)
  const [first] = apart
  if (first === undefined) return []
  const agreed = apart.every(({ value }) => value === first.value)
  return apart.map(({ value, start, end }) => ({
    value: String(value),
    text: text.slice(start, end),
    start,
    end,
    confidence: agreed ? 0.85 : 0.5,
  }))
}

/** Every place where the words stand in order within one clause. */
function find(lower: string, words: readonly string[], value: boolean, ask: string | undefined): Hit[] {
  const [first = ''] = words
  const hits: Hit[] = []
  for (let start = lower.indexOf(first); start >= 0 && first !== ''; start = lower.indexOf(first, start + 1)) {
    const clause = clauseAround(lower, start)
    const end = endOfPhrase(lower, start, words, clause.end)
    if (end === undefined || QUESTION.test(lower.slice(clause.start, clause.end))) continue
    const last = words.at(-1) ?? ''
    const gaps = words.length === 1 ? '' : lower.slice(start + first.length, end - last.length)
    const negated = NEGATED_BEFORE.test(lower.slice(clause.start, start)) || NEGATED_WITHIN.test(gaps)
    const denied = value && !negated && turnedAfter(lower.slice(end, clause.end), ask) === 'denied'
    hits.push({ value: negated || denied ? !value : value, start, end })
  }
  return hits
}

function endOfPhrase(lower: string, start: number, words: readonly string[], limit: number): number | undefined {
  let end = start
  for (const [index, word] of words.entries()) {
    const at = lower.indexOf(word, end)
    if (at < 0 || at + word.length > limit || (index > 0 && at - end > GAP)) return undefined
    end = at + word.length
  }
  return end
}

const CLAUSE_END = /[，,。；;！!？?\n]/

function clauseAround(lower: string, at: number): { start: number; end: number } {
  let start = at
  while (start > 0 && !CLAUSE_END.test(lower.charAt(start - 1))) start -= 1
  let end = at
  while (end < lower.length && !CLAUSE_END.test(lower.charAt(end))) end += 1
  return { start, end: /[？?]/.test(lower.charAt(end)) ? end + 1 : end }
}
