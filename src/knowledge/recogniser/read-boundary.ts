import { createHash } from 'node:crypto'
import { BOUNDARIES, type BoundaryExamples, type BoundaryKind, type KindExamples } from '../../content/message-kind.ts'
import { keepLastRead } from '../last-read.ts'
import { boundaryTerms, namesElsewhere } from './boundary-terms.ts'
import { readStory } from './read-story.ts'
import { termScores, type WeightedTerm } from './term-scores.ts'
import type { Example, TermWeights } from './train.ts'

/**
 * How much more has to speak for a boundary than for an ordinary message, in log-odds; less than nothing where ordinary
 * examples are too many. `foreign` is for words that no guide is meant by: there nothing is lost but the reason why it is
 * not answered, and only a charge of bad faith wants more. Measured in docs/decisions/0030.
 */
const LEAD: Readonly<Record<'known' | 'foreign', Readonly<Record<BoundaryKind, number>>>> = {
  known: {
    ordinary: 0,
    crisis: 0.2,
    unsafe: 0.4,
    prying: 0.5,
    verdict: -0.1,
    handoff: 1,
    political: 0,
    'other-place': -0.3,
    promise: 0.4,
  },
  foreign: {
    ordinary: 0,
    crisis: -0.2,
    unsafe: 0.4,
    prying: -0.1,
    verdict: -0.4,
    handoff: 0.5,
    political: -0.5,
    'other-place': -0.7,
    promise: 0,
  },
}

/** Where no place is named that is known to lie elsewhere, so much more has to speak of one. */
const PLACELESS = 1.5

/** Citizens ask much more than they cross a boundary, so what is ordinary counts less in learning and is there in number. */
const WEIGHT = { asked: 0.5, ordinary: 1, boundary: 3 }

/** One of so many questions of the guides is enough to know what is ordinary, and of what no guide answers. */
const SPARSE = { asked: 4, offTopic: 2 }

/** What a boundary is learnt from: its own examples against all that is answered. */
export function boundarySamples(
  boundaries: BoundaryExamples,
  kinds: KindExamples,
  asked: readonly string[],
  offTopic: readonly string[],
): Example[] {
  const examples = (messages: readonly string[], kind: BoundaryKind, weight: number): Example[] =>
    messages.map((message) => ({ terms: boundaryTerms(message), label: BOUNDARIES.indexOf(kind), weight }))
  if (BOUNDARIES.every((kind) => boundaries[kind].length === 0)) return []
  return [
    ...BOUNDARIES.flatMap((kind) =>
      examples(boundaries[kind], kind, kind === 'ordinary' ? WEIGHT.ordinary : WEIGHT.boundary),
    ),
    ...examples(Object.values(kinds).flat(), 'ordinary', WEIGHT.ordinary),
    ...examples(oneOf(asked, SPARSE.asked), 'ordinary', WEIGHT.asked),
    // What no guide answers may well be a matter of another place.
    ...examples(
      oneOf(offTopic, SPARSE.offTopic).filter((message) => !namesElsewhere(message)),
      'ordinary',
      WEIGHT.asked,
    ),
  ]
}

/** One of `n` messages, each chosen by its own words: one line more or less leaves the choice of all others as it is. */
function oneOf(messages: readonly string[], n: number): readonly string[] {
  return messages.filter((message) => (createHash('sha256').update(message).digest()[0] ?? 0) % n === 0)
}

/** What a message crosses, and whether so much speaks for it that it holds in the middle of another matter as well. */
export type BoundaryReading = { readonly kind: BoundaryKind; readonly strong: boolean }
export type BoundaryReader = (message: string, options?: { readonly foreign?: boolean }) => BoundaryReading

/** Messages of fewer terms are short: a word that stands in one plea by chance (有, 不是, 找谁) is no plea. */
const SHORT = 30
/**
 * Below this mass nothing is claimed of a short message. Terms are counted that speak for the boundary, and all that is
 * said is weighed. Measured in docs/decisions/0030.
 */
const FEWEST_TELLING = 6
const LEAST_SAID = 3
/** Messages of fewer terms are five characters or less. */
const FEW = 18
/** From these on it is claimed of words that may as well go on with a matter in hand. */
const STRONG = { telling: 8, lead: 1.5 }
/** What a term has to speak for a boundary to be counted; of letters there are more to a word than of characters. */
const TELLING = 0.3
const OF_LETTERS = 0.4
const LETTERS = /^(?!cue ).*[a-z]/

const ORDINARY: BoundaryReading = { kind: 'ordinary', strong: false }

/**
 * A reader of boundaries over learnt weights: the one a message crosses, or `ordinary`; undefined where nothing was learnt.
 * `foreign` tells that the words mean no guide.
 */
export function boundaryReader(weights: TermWeights): BoundaryReader | undefined {
  if (weights.vocabulary.size === 0) return undefined
  const read = partReader(weights)
  const readerOf = (foreign: boolean) =>
    keepLastRead((message) => {
      const whole = read(message, { foreign })
      return whole.kind === 'ordinary' ? (readStory(message, (part) => read(part, { foreign })) ?? whole) : whole
    })
  const [known, foreign] = [readerOf(false), readerOf(true)]
  return (message, options) => (options?.foreign === true ? foreign : known)(message)
}

function partReader(weights: TermWeights): BoundaryReader {
  return (message, { foreign = false } = {}) => {
    const leads = LEAD[foreign ? 'foreign' : 'known']
    const terms = boundaryTerms(message)
    const scores = termScores(weights, terms)
    const elsewhere = leads['other-place'] + (namesElsewhere(message) ? 0 : PLACELESS)
    const leadOf = (kind: BoundaryKind): number => (kind === 'other-place' ? elsewhere : leads[kind])
    const scoreOf = (kind: BoundaryKind): number => (scores[BOUNDARIES.indexOf(kind)] ?? 0) - leadOf(kind)
    const kind = BOUNDARIES.reduce((best, one) => (scoreOf(one) > scoreOf(best) ? one : best))
    if (kind === 'ordinary') return ORDINARY
    const { telling, said } = massOf(weights, terms, kind)
    if (terms.length < SHORT && (telling < FEWEST_TELLING || said < LEAST_SAID)) return ORDINARY
    const lead = scoreOf(kind) + leadOf(kind) - scoreOf('ordinary')
    // 女朋友19 tells of herself: so few words are a plea by themselves, and none in the middle of a matter.
    const enough = terms.length >= FEW
    return { kind, strong: enough && telling >= STRONG.telling && lead > STRONG.lead }
  }
}

/** How many terms speak for a boundary against an ordinary message, and what all of them say together. */
export function massOf(
  { classes, vocabulary, rows }: TermWeights,
  terms: readonly WeightedTerm[],
  kind: BoundaryKind,
): { readonly telling: number; readonly said: number } {
  const [own, ordinary] = [BOUNDARIES.indexOf(kind), BOUNDARIES.indexOf('ordinary')]
  let telling = 0
  let said = 0
  for (const [term, weight] of terms) {
    const id = vocabulary.get(term)
    if (id === undefined) continue
    const speaks = weight * ((rows[id * classes + own] ?? 0) - (rows[id * classes + ordinary] ?? 0))
    said += speaks
    if (speaks > TELLING) telling += LETTERS.test(term) ? OF_LETTERS : 1
  }
  return { telling, said }
}
