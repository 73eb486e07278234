import { asks } from '../asking.ts'
import { SUPPOSED } from './doubt.ts'
import { saidOtherwise } from './said-otherwise.ts'

/** Other words may stand between the words of one phrase, this many characters at most. */
const GAP = 10
const NEGATED_BEFORE =
  /(?:不是|并非|没有?人?|没谁|谁也不|不|无|未|非|尚未)(?:会|要|能|想|打算)?(?:那么|这么|再|拿|带|给|帮|替|来|为了?|因为|需要?|要|有|在|去|过|办过?|交|做|是|想|想要|愿意?|打算|会|能|算|属于|真的|怎么|经营|用|装|接|开通?)?(?:让|给|被)?$/
const NEGATED_WITHIN = /[没不未无非]/

/** Where a phrase stands. */
export type PhraseHit = {
  readonly start: number
  readonly end: number
  /** A negation stands before its words or among them. */
  readonly negated: boolean
  /** What its clause says after it. */
  readonly after: string
}

/**
 * Every place where the words of a phrase (joined by spaces) stand in order within one clause that does not ask. Expects
 * folded text and phrase, in lower case.
 */
export function findPhrase(lower: string, phrase: string): PhraseHit[] {
  const words = phrase.split(' ')
  const [first = ''] = words
  const hits: PhraseHit[] = []
  for (let start = lower.indexOf(first); start >= 0 && first !== ''; start = lower.indexOf(first, start + 1)) {
    const clause = clauseAround(lower, start)
    const end = endOfPhrase(lower, start, words, clause.end)
    const said = lower.slice(clause.start, clause.end)
    // 公司把我辞了 is nothing that she did.
    if (first.startsWith('我') && /[把将给被让叫]/.test(lower.charAt(start - 1))) continue
    if (end === undefined || asks(said) || SUPPOSED.test(said)) continue
    const last = words.at(-1) ?? ''
    const gaps = words.length === 1 ? '' : lower.slice(start + first.length, end - last.length)
    const negated = NEGATED_BEFORE.test(lower.slice(clause.start, start)) || NEGATED_WITHIN.test(gaps)
    hits.push({ start, end, negated, after: lower.slice(end, clause.end) })
  }
  return hits.length > 0 ? hits : turnedHits(lower, phrase)
}

function turnedHits(lower: string, phrase: string): PhraseHit[] {
  const found = saidOtherwise(lower, phrase)
  if (found === undefined) return []
  const clause = clauseAround(lower, found.start)
  const said = lower.slice(clause.start, clause.end)
  if (found.end > clause.end || asks(said) || SUPPOSED.test(said)) return []
  return [{ ...found, after: lower.slice(found.end, clause.end) }]
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
