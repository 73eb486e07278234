import { writtenForm } from './clauses.ts'
import type { Polarity } from './fact.ts'
import { AROUND, polarityWords, THING } from './polarity-words.ts'

export const OPPOSITE: Readonly<Record<Polarity, Polarity>> = {
  required: 'not_required',
  not_required: 'required',
  allowed: 'forbidden',
  forbidden: 'allowed',
}

const ASKED = /要不要|需不需要|用不用|能不能|可不可以|收不收|是否|能否|可否|[吗么呢]\s*[?？]?$|[?？]$/
const EXCEPT = /除了?([^，。；]{1,16}?)(?:以外|之外|外|$)/
/** 除身份证外，还需户口簿 adds; 除身份证外，其他材料无需提供 excepts. */
const ADDS = /^[^\p{Script=Han}]*(?:您|申请人)?(?:还|也|另|又|同时|并|再)|还(?:要|需|应|须)/u

/** An item under its question: 还要户口本吗：不要. */
const ANSWERED = /^[^:：]*[吗么呢?？]\s*[:：](.+)$/u

/** The polarity of a clause; that of what stands within 除…外 is turned round. Undefined for a question, and when none is said. */
export function polarityOf(clause: string, aliases: readonly string[]): Polarity | undefined {
  const answer = ANSWERED.exec(clause)?.[1]
  if (answer !== undefined) return polarityOf(answer, aliases)
  if (ASKED.test(clause)) return undefined
  if (!isExcepted(clause, aliases)) return readPolarity(clause.replace(EXCEPT, ''), aliases)
  const rest = clause.replace(EXCEPT, '')
  return exceptedFrom(rest)
}

/** What a clause says of a thing that it, or the clause before it, excepts. */
export function exceptedFrom(rest: string): Polarity | undefined {
  const said = readPolarity(rest, [])
  return said === undefined || ADDS.test(rest) ? said : OPPOSITE[said]
}

/** Whether 除…外 holds one of the aliases. */
export function isExcepted(text: string, aliases: readonly string[]): boolean {
  const excepted = EXCEPT.exec(text)?.[1]
  return excepted !== undefined && aliases.some((alias) => excepted.includes(alias))
}

function readPolarity(text: string, aliases: readonly string[]): Polarity | undefined {
  const parts = text.split(/但是?|不过|却/)
  const marked = parts.map((part) => withThing(part, aliases))
  const own = marked.find((part) => part.includes(THING))
  if (own === undefined) return polarityWords(text)[0]?.polarity
  for (const [polarity, pattern] of AROUND) if (pattern.test(own)) return polarity
  const at = own.indexOf(THING)
  const words = polarityWords(own)
  // 带身份证可以代办: the word before the thing is said of it.
  const before = words.filter(({ end }) => end <= at).reduce(governing, undefined)
  return (before ?? words.find(({ start }) => start >= at))?.polarity
}

type Word = ReturnType<typeof polarityWords>[number]

const GIVING = /^(?:提交|提供|携带|出示|带上?)$/

/** Of two words before the thing the later, but 不用 governs 带 in 不用带身份证. */
function governing(earlier: Word | undefined, later: Word): Word {
  const governs = earlier !== undefined && GIVING.test(later.word) && later.start - earlier.end <= 4
  return governs ? earlier : later
}

/** The text with the longest alias it names replaced by a mark. */
function withThing(text: string, aliases: readonly string[]): string {
  const named = aliases
    .map((alias) => writtenForm(alias))
    .toSorted((one, other) => other.length - one.length)
    .find((alias) => text.includes(alias))
  return named === undefined ? text : text.replaceAll(named, THING)
}
