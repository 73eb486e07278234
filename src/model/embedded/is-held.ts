import { englishSubject, isInEnglish } from './english-words.ts'
import { signatureOf } from './likeness.ts'
import { plainWords } from './plain-words.ts'
import { ASPECTS, readSituations } from './situations.ts'
import { kindsAsked, type Asking, type WeighedLine } from './weigh-lines.ts'

/** What tells whether a line holds the point that is asked. */
type Signs = WeighedLine['evidence'] & {
  /** How likely it is among the lines of its guide, and by how much it leads before the next, at most {@link CLEAR}. */
  readonly odds: number
  readonly margin: number
  /** A kind of quantity is asked for. */
  readonly wanted: boolean
  /** A section is asked for by name. */
  readonly asked: boolean
  /** Share of what is asked, the matter itself aside, that no line of the guide speaks of. */
  readonly unseen: number
  /** How likely the guide is silent on what is asked, as the search says. */
  readonly silent: number
}
type Weighed = readonly [name: string, weight: number, value: (signs: Signs) => number]

/** A line that leads by more than this leads clearly. */
const CLEAR = 3

/** Fitted on what guides tell and what they are silent on: bench/fit-lines.ts, docs/decisions/0031. */
const WEIGHED: readonly Weighed[] = [
  ['always', 2.39, () => 1],
  ['odds', 0.59, ({ odds }) => odds],
  ['margin', -0.12, ({ margin }) => margin],
  ['fit', 0.23, ({ fit }) => fit],
  ['object', 0.66, ({ object }) => object],
  ['label', 0.31, ({ label }) => label],
  ['beside', 0.43, ({ beside }) => beside],
  ['faq beside', -0.63, ({ faq, beside }) => Number(faq) * beside],
  ['predicate', 0.14, ({ predicate }) => predicate],
  ['situations', 0.09, ({ situations }) => situations],
  ['time', 0.16, ({ time }) => Math.max(0, time)],
  ['other time', 0.5, ({ time }) => Math.min(0, time)],
  ['typed', 0.01, ({ typed }) => Number(typed)],
  ['not typed', -0.42, ({ typed, wanted }) => Number(wanted && !typed)],
  ['asked', 0.63, ({ asked }) => Number(asked)],
  ['refers', -0.41, ({ refers }) => Number(refers)],
  ['point', 0.85, ({ point = 0 }) => point],
  ['silent', -0.97, ({ silent }) => silent],
  ['unseen', -0.58, ({ unseen }) => unseen],
]

export const HELD_FEATURES = WEIGHED.map(([name]) => name)

/** Below this chance the point counts as not written. */
const HELD = 0.7

/** True when the line holds the point that is asked, as far as words tell; `lines` are all lines of its guide. */
export function isHeld(asking: Asking, line: WeighedLine, lines: readonly WeighedLine[]): boolean {
  if (!tellsAspects(asking, line) || asksOfForeign(asking.text, lines)) return false
  const signs = signsOf(asking, line, lines)
  const odds = WEIGHED.reduce((sum, [, weight, value]) => sum + weight * value(signs), 0)
  return 1 / (1 + Math.exp(-odds)) >= HELD
}

/** From this share of her English words on of which the guide has none, she asks of something else: a passport for a parrot. */
const FOREIGN = 0.5

function asksOfForeign(text: string, lines: readonly WeighedLine[]): boolean {
  if (!isInEnglish(text)) return false
  const words = englishSubject(plainWords(text))
  const foreign = words.filter((word) => !lines.some(({ marks }) => marks.has(word)))
  return foreign.length > 0 && foreign.length >= FOREIGN * words.length
}

/** The signs as the numbers that are weighed. */
export function heldFeatures(asking: Asking, line: WeighedLine, lines: readonly WeighedLine[]): number[] {
  const signs = signsOf(asking, line, lines)
  return WEIGHED.map(([, , value]) => value(signs))
}

function signsOf(asking: Asking, line: WeighedLine, lines: readonly WeighedLine[]): Signs {
  const { evidence, odds } = line
  const next = lines.find((other) => other !== line)
  return {
    ...evidence,
    odds,
    margin: next === undefined ? CLEAR : Math.min(CLEAR, odds - next.odds),
    wanted: kindsAsked(plainWords(asking.text)).length > 0,
    asked: asking.sections.length > 0,
    unseen: unseenIn(asking, lines),
    silent: asking.answers?.silent ?? 0,
  }
}

/** What a question asks of its matter by words that no other thing is asked with: a line without them does not tell it. */
export function tellsAspects({ text }: Asking, { marks }: WeighedLine): boolean {
  return [...readSituations(plainWords(text))].every((one) => !ASPECTS.has(one) || marks.has(`~${one}`))
}

function unseenIn({ text, meant }: Asking, lines: readonly WeighedLine[]): number {
  const title = plainWords(lines[0]?.passage.title ?? '')
  const pairs = [...signatureOf(plainWords(text), title).keys()].filter((mark) => !mark.startsWith('~'))
  const held = (mark: string) => lines.some(({ marks }) => marks.has(mark)) || meant.some((word) => word.includes(mark))
  return pairs.length === 0 ? 0 : pairs.filter((mark) => !held(mark)).length / pairs.length
}
