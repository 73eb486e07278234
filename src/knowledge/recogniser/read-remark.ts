import { REMARKS, type RemarkKind } from '../../content/message-kind.ts'
import type { LibraryContent } from '../library-content.ts'
import { keepLastRead } from '../last-read.ts'
import { kindTerms } from './kind-terms.ts'
import { chancesOf } from './term-scores.ts'
import type { TermWeights } from './term-weights.ts'
import type { Example } from './train.ts'

export type RemarkReader = (message: string) => RemarkKind | undefined

/** Citizens speak of their matters much more than of the talk, so what is ordinary counts less in learning and is there in number. */
const WEIGHT = { ordinary: 1, remark: 8 }

/** One of so many questions of the guides is enough to know what a matter sounds like. */
const EVERY = 3

/** Who writes a number tells something: 查询码是8GHK-23PM. */
const NUMBER = /\p{N}/u

/** Longer messages tell of more than the talk. In characters; letters go four to a Chinese one. */
const LONG = 24
const LETTERS_A_CHARACTER = 4

/**
 * How likely a remark must be, 0..1. Every fifth example left out in turn: 465 of 734 heard, 19 as another remark, and 18
 * of 332 that only sound like one; of 6,629 short questions of evals/retrieval 8, most of them rightly (2026-11-28).
 */
const SURE = 0.4

/** What a remark is learnt from: its own examples against everything else that is written to us. */
export function remarkSamples(
  { remarks, boundaries, kinds, offTopic }: Omit<LibraryContent, 'guides'>,
  asked: readonly string[],
): Example[] {
  const sampleOf = (message: string, label: number, weight: number): Example => ({
    terms: kindTerms(message),
    label,
    weight,
  })
  const ordinary = [
    ...Object.values(boundaries).flat(),
    ...Object.values(kinds).flat(),
    ...offTopic,
    ...asked.filter((_, at) => at % EVERY === 0),
  ]
  return [
    ...REMARKS.flatMap((kind, label) => remarks[kind].map((message) => sampleOf(message, label, WEIGHT.remark))),
    ...ordinary.map((message) => sampleOf(message, REMARKS.indexOf('matter'), WEIGHT.ordinary)),
  ]
}

/** A reader of remarks over learnt weights; undefined where there was nothing to learn from. */
export function remarkReader(weights: TermWeights): RemarkReader | undefined {
  if (weights.marks.length === 0) return undefined
  return keepLastRead((message) => {
    if (NUMBER.test(message) || lengthOf(message) > LONG) return undefined
    const chances = chancesOf(weights, kindTerms(message))
    const best = Math.max(...chances)
    const kind = REMARKS[chances.indexOf(best)]
    return kind === undefined || kind === 'matter' || best < SURE ? undefined : kind
  })
}

function lengthOf(message: string): number {
  const letters = message.match(/[\p{Script=Latin}\s]/gu)?.length ?? 0
  return Array.from(message).length - letters + letters / LETTERS_A_CHARACTER
}
