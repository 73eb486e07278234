import type { QuantityKind } from '../../language/index.ts'
import type { FoundPassage } from './answer.ts'
import { linesOf, marksOf, type GuideLine } from './guide-lines.ts'
import { likeness, signatureOf } from './likeness.ts'
import { asksLimit } from './limits.ts'
import { lineOdds, type LineEvidence } from './line-odds.ts'
import { plainWords } from './plain-words.ts'
import type { Unit } from './quote.ts'

/** A line of a guide with what speaks for it. */
export type WeighedLine = { readonly passage: FoundPassage; readonly unit: Unit; readonly evidence: LineEvidence }

/** The line of the guide that answers best, over all its sections; undefined for a guide without lines. */
export function nearestLine(
  question: string,
  meant: readonly string[],
  passages: readonly FoundPassage[],
): WeighedLine | undefined {
  let best: { line: WeighedLine; odds: number } | undefined
  for (const line of weighLines(question, meant, passages)) {
    const odds = lineOdds(line.evidence)
    if (!best || odds > best.odds) best = { line, odds }
  }
  return best?.line
}

/** All lines of a guide's passages, weighed against a question; `meant` are the guides' own words for what it says otherwise. */
export function weighLines(
  question: string,
  meant: readonly string[],
  passages: readonly FoundPassage[],
): readonly WeighedLine[] {
  const lines = passages
    .filter(({ section }) => section !== 'basis')
    .flatMap((passage) => linesOf(passage).map((line) => ({ passage, line })))
  const weights = weighMarks(
    marksOf(plainWords([question, ...meant].join(' '))),
    lines.map(({ line }) => line),
  )
  const total = Math.max(1, sumOf(weights.values()))
  const mean = sumOf(lines.map(({ line }) => line.marks.size)) / Math.max(1, lines.length)
  const signature = signatureOf(plainWords(question), plainWords(passages[0]?.title ?? ''))
  const wanted = kindsAsked(question)
  const whether = WHETHER.test(question)
  const asksForLimit = asksLimit(plainWords(question))
  const asksForRhythm = RHYTHM.test(plainWords(question))
  const most = Math.max(0, ...passages.map(({ score }) => score)) || 1
  return lines.map(({ passage, line }) => {
    let shared = 0
    for (const [mark, weight] of weights) if (line.marks.has(mark)) shared += weight
    const evidence = {
      shared: shared / total,
      ratio: passage.score / most,
      typed: wanted.some((kind) => line.kinds.has(kind)) || (asksForRhythm && line.recurs),
      decides: whether && line.decides,
      limit: asksForLimit ? line.limit : 0,
      faq: passage.section === 'faq',
      label: likeness(signature, line.label),
      first: line.first,
      length: line.marks.size / mean,
    }
    return { passage, unit: line.unit, evidence }
  })
}

/** One character says less than a pair, a situation more. */
const WEIGHT = { character: 0.4, pair: 1, situation: 1.2 }

/** What each mark of a question counts: nothing when no line has it, most when few have. */
function weighMarks(asked: ReadonlySet<string>, lines: readonly GuideLine[]): ReadonlyMap<string, number> {
  return new Map(
    [...asked].map((mark) => {
      const count = lines.filter(({ marks }) => marks.has(mark)).length
      return [mark, count === 0 ? 0 : weightOf(mark) * Math.log(1 + lines.length / count)]
    }),
  )
}

const WHETHER =
  /吗|嘛|不$|没$|能不能|可不可以|要不要|是不是|行不|可以不|用不用|得不得|有没有|会不会|\b(?:can|do|does|is|are|must)\b/i

/** How often something has to be done. */
const RHYTHM = /(?:多久|多长时间|几(?:年|个?月|天))[^，。？]{0,6}[一1](?:次|回|趟|检|审|换)|how often/i

const KINDS_ASKED: readonly (readonly [kind: QuantityKind, pattern: RegExp])[] = [
  [
    'duration',
    /多久|多长时间|多少(?:个)?(?:天|日|月|年|小时|工作日)|几(?:天|日|周|个?(?:月|星期|小时|工作日)|年)|how (?:long|many (?:days|months|years))/,
  ],
  ['money', /多少钱|几块|多少元|要钱|交钱|收费|免费|费用|费(?:吗|么|不)|how much|cost|fee/],
  ['date', /哪天|哪一天|什么时候|何时|啥时候|几月|哪年|when/],
  ['age', /几(?:周)?岁|多大|多少(?:周)?岁|年龄|how old/],
  ['count', /几[个份次张名位套人]|多少[个份次张名位人]|how many/],
]

/** Kinds of quantity a question wants to hear. */
function kindsAsked(question: string): QuantityKind[] {
  return KINDS_ASKED.filter(([, pattern]) => pattern.test(question)).map(([kind]) => kind)
}

function weightOf(mark: string): number {
  if (mark.startsWith('~')) return WEIGHT.situation
  return mark.length === 1 ? WEIGHT.character : WEIGHT.pair
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
