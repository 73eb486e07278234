import { foldCharacters, joinBounds, readQuantities, type Quantity } from '../../language/index.ts'

const STOP = /[，。！？!?；;]|,(?!\d{3}(?!\d))/g
const SERIES = /、|以及|[和及与](?!其|时|值|睦|平|否)/g
/** Between two values of one thing: 20元或40元, 7到15天. */
const JOINS_VALUES = /^[^\p{Script=Han}]*(?:或者?|还是|到|至|也?可能|有时|甚至|加|减|不等|之间|[和与及、]|$)/u
const BRACKET = /[(（]([^()（）]*)[)）]/

/**
 * The clauses of a part of a sentence: cut at stops, in a series that states a quantity of one kind of each thing
 * (期满20元、损坏40元), at a bracket that states one, and where one thing's value is followed by another thing
 * (补领40元换领20元). No quantity is cut, and no range.
 */
export function cutClauses(part: string): string[] {
  return cutAt(part, STOP)
    .flatMap(cutSeries)
    .flatMap(cutBracket)
    .flatMap(cutRun)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
}

function cutAt(text: string, separator: RegExp): string[] {
  const quantities = joinBounds(readQuantities(text), text)
  const parts: string[] = []
  let start = 0
  for (const {
    index,
    0: { length },
  } of text.matchAll(separator)) {
    if (quantities.some((one) => one.start < index && index < one.end)) continue
    parts.push(text.slice(start, index))
    start = index + length
  }
  return [...parts, text.slice(start)]
}

function cutSeries(clause: string): string[] {
  if (clause.includes('分别') || clause.includes('分別')) return [clause]
  const parts = cutAt(clause, SERIES)
  if (parts.length === 1) return parts
  const kinds = parts.map((part) => new Set(readQuantities(part).map(({ kind }) => kind)))
  const shared = kinds.reduce((all, some) => all.intersection(some))
  const named = parts.slice(1).every((part) => /、/.test(clause) || /\p{Script=Han}{2}/u.test(withoutQuantities(part)))
  return shared.size > 0 && named ? parts : [clause]
}

/** 补领40元（换领20元）: what a bracket states is said apart; 60周岁以上（不含60周岁） only completes the bound. */
function cutBracket(clause: string): string[] {
  const found = BRACKET.exec(clause)
  const inner = found?.[1] ?? ''
  if (found === null || /^不?[包]?含|^不?包括/.test(inner) || readQuantities(inner).length === 0) return [clause]
  return [clause.slice(0, found.index) + clause.slice(found.index + found[0].length), inner]
}

function cutRun(clause: string): string[] {
  if (/分[别別]/.test(clause)) return [clause]
  const quantities = joinBounds(readQuantities(clause), clause)
  const parts: string[] = []
  let start = 0
  quantities.forEach((one, at) => {
    const next = quantities.slice(at + 1).find(({ kind }) => kind === one.kind)
    if (next === undefined || !startsAnew(clause, start, one, next)) return
    const cut = one.end + (/^(?:及?以[上下内]|之?内|左右|起|前|后)/.exec(clause.slice(one.end))?.[0].length ?? 0)
    parts.push(clause.slice(start, cut))
    start = cut
  })
  return [...parts, clause.slice(start)]
}

/** Whether another thing is named between two quantities of a kind; not where the first stands before its own thing. */
function startsAnew(clause: string, start: number, one: Quantity, next: Quantity): boolean {
  const between = foldCharacters(clause.slice(one.end, next.start))
  const before = clause.slice(start, one.start)
  return (
    /\p{Script=Han}{2}/u.test(before) &&
    /\p{Script=Han}{2,}/u.test(between) &&
    !JOINS_VALUES.test(between) &&
    !/[而改不提调降升涨增延缩]/.test(between)
  )
}

function withoutQuantities(text: string): string {
  return readQuantities(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
}
