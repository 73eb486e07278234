import { signatureOf } from './likeness.ts'
import { behind } from './line-odds.ts'
import { plainWords } from './plain-words.ts'
import { ASPECTS, readSituations } from './situations.ts'
import { kindsAsked, type Asking, type WeighedLine } from './weigh-lines.ts'

/** What tells whether a line holds the point that is asked. */
type Signs = WeighedLine['evidence'] & {
  /** A kind of quantity is asked for. */
  readonly wanted: boolean
  /** Share of what is asked, the matter itself aside, that no line of the guide speaks of. */
  readonly unseen: number
}
type Weighed = readonly [name: string, weight: number, value: (signs: Signs) => number]

/** Fitted on the answers suite, with the lines that answer and after they were taken out: bench/fit-lines.ts, docs/decisions/0018. */
const WEIGHED: readonly Weighed[] = [
  ['always', -2.65, () => 1],
  ['shared', 3.47, ({ shared }) => shared],
  ['object', 0.69, ({ object }) => object],
  ['label', 1.49, ({ label }) => label],
  ['beside', -1.01, ({ beside }) => beside],
  ['predicate', 0.48, ({ predicate }) => predicate],
  ['time', 0.62, ({ time }) => Math.max(0, time)],
  ['other time', 1.26, ({ time }) => Math.min(0, time)],
  ['typed', 0.54, ({ typed }) => Number(typed)],
  ['not typed', -0.71, ({ typed, wanted }) => Number(wanted && !typed)],
  ['named', -0.6, ({ named }) => Number(named)],
  ['named first', 1.94, ({ named, first }) => Number(named && first)],
  ['unseen', -0.65, ({ unseen }) => unseen],
  ['behind', 0.58, behind],
  ['faq', 0.87, ({ faq }) => Number(faq)],
]

export const HELD_FEATURES = WEIGHED.map(([name]) => name)

/** Below this chance the point counts as not written. Of lines that answer it keeps 97 in 100, of others 54. */
const HELD = 0.15

/** True when the line holds the point that is asked, as far as words tell; `lines` are all lines of its guide. */
export function isHeld(asking: Asking, line: WeighedLine, lines: readonly WeighedLine[]): boolean {
  if (!tellsAspects(asking, line)) return false
  const signs = signsOf(asking, line, lines)
  const odds = WEIGHED.reduce((sum, [, weight, value]) => sum + weight * value(signs), 0)
  return 1 / (1 + Math.exp(-odds)) >= HELD
}

/** The signs as the numbers that are weighed. */
export function heldFeatures(asking: Asking, line: WeighedLine, lines: readonly WeighedLine[]): number[] {
  const signs = signsOf(asking, line, lines)
  return WEIGHED.map(([, , value]) => value(signs))
}

function signsOf(asking: Asking, { evidence }: WeighedLine, lines: readonly WeighedLine[]): Signs {
  return {
    ...evidence,
    wanted: kindsAsked(plainWords(asking.text)).length > 0,
    unseen: unseenIn(asking, lines),
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
