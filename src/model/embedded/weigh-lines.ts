import type { QuantityKind, Unit } from '../../language/index.ts'
import type { PassagesResult } from '../tool-contract.ts'
import type { FoundPassage } from './answer.ts'
import { linesOf, marksOf, type GuideLine } from './guide-lines.ts'
import type { SectionSlug } from './hear.ts'
import { isInEnglish } from './english-words.ts'
import { likeness, signatureOf, type Signature } from './likeness.ts'
import { lineOdds, type LineEvidence } from './line-odds.ts'
import { markRarity } from './mark-rarity.ts'
import { plainWords } from './plain-words.ts'
import { predicateOf, samePredicate } from './predicate.ts'
import { readSituations } from './situations.ts'
import { timesAsked, type TimeKind } from './time-kinds.ts'

/** A line of a guide with what speaks for it. */
export type WeighedLine = {
  readonly passage: FoundPassage
  readonly unit: Unit
  readonly marks: ReadonlySet<string>
  readonly evidence: LineEvidence
  readonly odds: number
  /** It was compared with what it says in English, which names its own matter. */
  readonly english: boolean
}

/** What is asked of a guide: the words, the sections they name, and the guides' own words for what they say otherwise. */
export type Asking = {
  readonly text: string
  readonly sections: readonly SectionSlug[]
  readonly meant: readonly string[]
  /** Where the search says its guide answers it; undefined where none says. */
  readonly answers: Answers | undefined
}

/** How likely each point of a guide (`who#代办`) answers, 0..1, and that it is silent. */
export type Answers = NonNullable<PassagesResult['guides'][number]['answers']>

/** The passages of a guide, and where it answers her question; `today` is her day, YYYY-MM-DD. */
export type ToWeigh = {
  readonly passages: readonly FoundPassage[]
  readonly answers: Answers | undefined
  readonly today: string | undefined
}

/** All lines of a guide's passages, weighed against a question, the likeliest first. */
export function weighLines(
  { text, sections, meant, answers }: Asking,
  passages: readonly FoundPassage[],
): readonly WeighedLine[] {
  const english = isInEnglish(text)
  const read = passages
    .filter(({ section }) => section !== 'basis')
    .map((passage) => ({ passage, lines: linesOf(passage, english) }))
  const lines = read.flatMap(({ passage, lines: own }) => own.map((line) => ({ passage, line })))
  const plain = plainWords(text)
  const asked = plainWords([text, ...meant].join(' '))
  const [{ title: name } = { title: '' }] = passages
  const title = plainWords(name)
  const rarity = markRarity(
    name,
    read.map(({ lines: own }) => own),
  )
  const weights = weighMarks(marksOf(asked), rarity)
  const total = Math.max(1, sumOf(weights.values()))
  const rarest = Math.max(0, ...[...weights].flatMap(([mark, weight]) => (isTelling(mark) ? [weight] : [])))
  const mean = sumOf(lines.map(({ line }) => line.marks.size)) / Math.max(1, lines.length)
  const signature = signatureOf(asked, title)
  const situations = readSituations(asked)
  const wanted = kindsAsked(plain)
  const times = timesAsked(plain)
  const predicate = predicateOf(plain)
  const most = Math.max(0, ...passages.map(({ score }) => score)) || 1
  return lines
    .map(({ passage, line }) => {
      let shared = 0
      let best = 0
      for (const [mark, weight] of weights) {
        if (!line.marks.has(mark)) continue
        shared += weight
        if (isTelling(mark)) best = Math.max(best, weight)
      }
      const time = timeOf(line, times)
      const evidence: LineEvidence = {
        shared: shared / total,
        object: rarest === 0 ? 0 : best / rarest,
        ratio: passage.score / most,
        fit: passage.fit ?? 0,
        typed: wanted.some((kind) => line.kinds.has(kind)) || time > 0,
        time,
        refers: line.refers,
        faq: passage.section === 'faq',
        label: Math.max(likeness(signature, line.label), line.opening ? likeness(signature, line.opening) : 0),
        beside: besideOf(line.label, signature, rarity),
        predicate: passage.section === 'faq' ? samePredicate(predicate, line.asks) : 0,
        named: sections.includes(passage.section),
        first: line.first,
        situations: [...situations].filter((situation) => line.marks.has(`~${situation}`)).length,
        length: line.marks.size / mean,
        point: answers === undefined ? undefined : (answers.points[line.point] ?? 0),
      }
      const { unit, marks, opening } = line
      return { passage, unit, marks, evidence, odds: lineOdds(evidence), english: opening !== undefined }
    })
    .toSorted((one, other) => other.odds - one.odds)
}

/** A point at least this likely is the one that is meant, whatever the words of the question and of the line have in common. */
const SURE_POINT = 0.4

/** True when the search is sure that the line tells what is asked. */
export function tellsSurely({ evidence: { point = 0 } }: WeighedLine): boolean {
  return point >= SURE_POINT
}

function timeOf({ times }: GuideLine, asked: ReadonlySet<TimeKind>): number {
  if (asked.size === 0 || times.size === 0) return 0
  return [...asked].some((kind) => times.has(kind)) ? 1 : -1
}

/** Share of what a label says that nobody asked, by how rare it is. */
function besideOf(label: Signature, asked: Signature, rarity: (mark: string) => number): number {
  let total = 0
  let beside = 0
  for (const mark of label.keys()) {
    const weight = rarity(mark)
    total += weight
    if (!asked.has(mark)) beside += weight
  }
  return total === 0 ? 0 : beside / total
}

/** One character says less than a pair, a situation more. */
const WEIGHT = { character: 0.4, pair: 1, quantity: 1.2, situation: 1.2 }

/** What each mark of a question counts that the guide speaks of. */
function weighMarks(asked: ReadonlySet<string>, rarity: (mark: string) => number): ReadonlyMap<string, number> {
  const weights = [...asked].map((mark) => [mark, weightOf(mark) * rarity(mark)] as const)
  return new Map(weights.filter(([, weight]) => weight > 0))
}

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
export function kindsAsked(question: string): QuantityKind[] {
  return KINDS_ASKED.filter(([, pattern]) => pattern.test(question)).map(([kind]) => kind)
}

function weightOf(mark: string): number {
  if (mark.startsWith('~')) return WEIGHT.situation
  if (mark.startsWith('#')) return WEIGHT.quantity
  return mark.length === 1 ? WEIGHT.character : WEIGHT.pair
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** A single character says too little to be what is asked about. */
function isTelling(mark: string): boolean {
  return mark.length > 1 && !mark.startsWith('~')
}
