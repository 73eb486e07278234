import { readQuantities, type QuantityKind } from '../../language/index.ts'
import type { FoundPassage } from './answer.ts'
import { plainWords } from './plain-words.ts'
import { parseUnits, type Unit } from './quote.ts'
import { recent } from './recent.ts'
import { readSituations } from './situations.ts'
import { withoutEmptyWords } from './subject.ts'

/** The line of a guide that shares most with a question. `near` is the share of the question it holds, what is rare in the guide counting most. */
type NearestLine = { readonly passage: FoundPassage; readonly unit: Unit; readonly near: number }

type Line = {
  readonly passage: FoundPassage
  readonly unit: Unit
  readonly marks: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
}

/** One character says less than a pair, a situation more. */
const WEIGHT = { character: 0.4, pair: 1, situation: 1.2 }
/** What a line counts more for when it states the kind of thing asked for: a number of days, an amount. */
const TYPED = 0.3
/** What the search says of a line's passage. */
const FIT = 0.5
/** How much a line loses for being long. */
const LENGTH = 0.25

/** The line of the guide nearest to what is asked, over all its sections; undefined when nothing but the matter itself is named. */
export function nearestLine(
  words: string,
  meant: readonly string[],
  passages: readonly FoundPassage[],
): NearestLine | undefined {
  const lines = passages.flatMap((passage) => (passage.section === 'basis' ? [] : linesOf(passage)))
  const held = new Map<string, number>()
  for (const { marks } of lines) for (const mark of marks) held.set(mark, (held.get(mark) ?? 0) + 1)
  const telling = (mark: string): number => {
    const count = held.get(mark)
    return count === undefined ? 0 : Math.log(1 + lines.length / count)
  }
  const asked = new Map<string, number>()
  for (const mark of marksOf([words, ...meant].join(' '))) asked.set(mark, weightOf(mark) * telling(mark))
  const title = plainWords(passages[0]?.title ?? '')
  if (![...asked].some(([mark, weight]) => weight > 0 && !title.includes(mark))) return undefined
  const total = Math.max(1, sumOf(asked.values()))
  const wanted = kindsAsked(words)
  const mean = sumOf(lines.map(({ marks }) => marks.size)) / Math.max(1, lines.length)
  let best: NearestLine | undefined
  for (const { passage, unit, marks, kinds } of lines) {
    let shared = 0
    for (const [mark, weight] of asked) if (marks.has(mark)) shared += weight
    const near =
      shared / total / (1 - LENGTH + (LENGTH * marks.size) / mean) +
      FIT * (passage.fit ?? 0) +
      (wanted.some((kind) => kinds.has(kind)) ? TYPED : 0)
    if (!best || near > best.near) best = { passage, unit, near }
  }
  return best
}

const KINDS_ASKED: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    'duration',
    /多久|多长时间|多少(?:个)?(?:天|日|月|年|小时|工作日)|几(?:天|日|周|个?(?:月|星期|小时|工作日)|年)|how (?:long|many (?:days|months|years))/,
  ],
  ['money', /多少钱|几块|多少元|要钱|交钱|收费|免费|费用|费(?:吗|么|不)|how much|cost|fee/],
  ['date', /哪天|哪一天|什么时候|何时|啥时候|几月|哪年|when/],
  ['age', /几岁|多大|多少岁|年龄|how old/],
  ['count', /几[个份次张名位套人]|多少[个份次张名位人]|how many/],
]

/** Kinds of quantity a question wants to hear. */
function kindsAsked(words: string): string[] {
  return KINDS_ASKED.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind)
}

const known = recent<readonly Line[]>(2048)

/** The lines of a passage; an item of 常见问题 is one line with its question, for cut it would tell another case than hers. */
function linesOf(passage: FoundPassage): readonly Line[] {
  const lines = known(`${passage.heading}\n${passage.text}`, () => {
    const faq = passage.section === 'faq'
    const units = parseUnits(passage.text)
    const whole = faq ? marksOf(plainWords(`${passage.heading} ${passage.text}`)) : undefined
    const kinds = faq ? kindsIn(passage.text) : undefined
    return (faq ? units.slice(0, 1) : units).map((unit) => ({
      passage,
      unit,
      marks: whole ?? marksOf(plainWords(unit.text)),
      kinds: kinds ?? kindsIn(unit.text),
    }))
  })
  return lines.map((line) => ({ ...line, passage }))
}

function kindsIn(text: string): ReadonlySet<QuantityKind> {
  return new Set(readQuantities(text).map(({ kind }) => kind))
}

/** Pairs and single characters that bear meaning, Latin words, and situations. */
function marksOf(plain: string): ReadonlySet<string> {
  const marks = new Set<string>()
  for (const run of withoutEmptyWords(plain).match(/\p{Script=Han}+/gu) ?? []) {
    for (let at = 0; at < run.length; at += 1) {
      marks.add(run.charAt(at))
      if (at + 1 < run.length) marks.add(run.slice(at, at + 2))
    }
  }
  for (const word of plain.match(/[a-z]{3,}/g) ?? []) marks.add(word)
  for (const situation of readSituations(plain)) marks.add(`~${situation}`)
  return marks
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
