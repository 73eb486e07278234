import { createHash } from 'node:crypto'
import { BOUNDARIES, type BoundaryExamples, type BoundaryKind, type KindExamples } from '../../content/message-kind.ts'
import { boundaryTerms, namesElsewhere } from './boundary-terms.ts'
import type { TermWeights } from './term-weights.ts'
import { trainTermWeights, type Example } from './train.ts'

/**
 * Citizens ask much more than they cross a boundary, so what is ordinary counts less in learning and is there in number. Of
 * the boundaries' own examples those that only sound like crossing one draw the line as much as those that cross it.
 */
const WEIGHT = { offTopic: 0.5, ordinary: 1, boundary: 3 }

/** One of so many lines that no guide answers is enough to know what is ordinary. */
const SPARSE = 2

/** A term of one ordinary text tells nothing of another; there are few texts of boundaries, and every term of them counts. */
const LEAST_TEXTS = { ordinary: 2, boundary: 1 }

/**
 * Learns where ordinary answers end: the examples of each boundary against all that is answered, which is every question
 * staff wrote for a guide (`asked`), and what no guide answers. Learns nothing where staff gave no examples.
 */
export function learnBoundaries(
  boundaries: BoundaryExamples,
  kinds: KindExamples,
  asked: readonly string[],
  offTopic: readonly string[],
): TermWeights {
  const isOrdinary = (label: number): boolean => BOUNDARIES[label] === 'ordinary'
  const examples = BOUNDARIES.every((kind) => boundaries[kind].length === 0)
    ? []
    : samplesOf(boundaries, kinds, asked, offTopic)
  return trainTermWeights(examples, BOUNDARIES.length, {
    leastTexts: (label) => (isOrdinary(label) ? LEAST_TEXTS.ordinary : LEAST_TEXTS.boundary),
  })
}

function samplesOf(
  boundaries: BoundaryExamples,
  kinds: KindExamples,
  asked: readonly string[],
  offTopic: readonly string[],
): Example[] {
  const examples = (messages: readonly string[], kind: BoundaryKind, weight: number): Example[] =>
    messages.map((message) => ({ terms: boundaryTerms(message), label: BOUNDARIES.indexOf(kind), weight }))
  return [
    ...BOUNDARIES.flatMap((kind) => examples(boundaries[kind], kind, WEIGHT.boundary)),
    ...examples(Object.values(kinds).flat(), 'ordinary', WEIGHT.ordinary),
    ...examples(asked, 'ordinary', WEIGHT.ordinary),
    // What no guide answers may well be a matter of another place.
    ...examples(
      oneOf(offTopic, SPARSE).filter((message) => !namesElsewhere(message)),
      'ordinary',
      WEIGHT.offTopic,
    ),
  ]
}

/** One of `n` messages, each chosen by its own words: one line more or less leaves the choice of all others as it is. */
function oneOf(messages: readonly string[], n: number): readonly string[] {
  return messages.filter((message) => (createHash('sha256').update(message).digest()[0] ?? 0) % n === 0)
}
