import { BOUNDARIES, type BoundaryKind } from '../../content/message-kind.ts'
import { keepLastRead } from '../last-read.ts'
import { boundaryTerms, namesElsewhere } from './boundary-terms.ts'
import { readStory } from './read-story.ts'
import { termScores, type WeightedTerm } from './term-scores.ts'
import { rowOf, type TermWeights } from './term-weights.ts'

/**
 * How much more has to speak for a boundary than for an ordinary message, in log-odds; less than nothing since there are so
 * many ordinary examples. A missed cry for help costs most, and so does whoever is told that she means harm and does not.
 * `foreign` is for words that no guide is meant by: there nothing is lost but the reason why it is not answered, and only a
 * charge of bad faith wants more. Measured in docs/decisions/0030.
 */
const LEAD: Readonly<Record<'known' | 'foreign', Readonly<Record<BoundaryKind, number>>>> = {
  known: {
    ordinary: 0,
    crisis: -0.4,
    unsafe: 0.1,
    prying: -0.5,
    verdict: -0.4,
    handoff: 0.2,
    political: -0.8,
    'other-place': 0.3,
    promise: -1.2,
  },
  foreign: {
    ordinary: 0,
    crisis: -0.8,
    unsafe: 0.2,
    prying: -0.4,
    verdict: -0.8,
    handoff: -0.1,
    political: -0.8,
    'other-place': -0.7,
    promise: -0.7,
  },
}

/** Who asks what a paper costs, where or when is charged with no bad faith unless so much more speaks for it. */
const CHARGE = 1.2

/** Boundaries by which bad faith is charged. */
const CHARGES: ReadonlySet<BoundaryKind> = new Set(['unsafe', 'prying'])

/** Of English fewer lines are learnt than of Chinese, so that so much more has to speak for a boundary. */
const LESS_HEARD = 0.6
const HAN = /\p{Script=Han}/u

/** Where no place is named that is known to lie elsewhere, so much more has to speak of one. */
const PLACELESS = 1.5

/** What a message crosses, and whether so much speaks for it that it holds in the middle of another matter as well. */
export type BoundaryReading = { readonly kind: BoundaryKind; readonly strong: boolean }
/**
 * What else is known of a message: that it means no guide (`foreign`), and that it surely asks for one section of a guide
 * other than how it is done (`plain`): every plea for a wrong asks how.
 */
export type BoundarySetting = { readonly foreign?: boolean; readonly plain?: boolean }
export type BoundaryReader = (message: string, setting?: BoundarySetting) => BoundaryReading

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
const STRONG = { telling: 8, lead: 1, charge: 1.5 }
/** What a term has to speak for a boundary to be counted; of letters there are more to a word than of characters. */
const TELLING = 0.3
const OF_LETTERS = 0.4
const LETTERS = /^(?!cue ).*[a-z]/

const ORDINARY: BoundaryReading = { kind: 'ordinary', strong: false }

/**
 * A reader of boundaries over learnt weights: the one a message crosses, or `ordinary`; undefined where nothing was learnt.
 */
export function boundaryReader(weights: TermWeights): BoundaryReader | undefined {
  if (weights.marks.length === 0) return undefined
  const read = partReader(weights)
  const readerOf = (setting: BoundarySetting) =>
    keepLastRead((message) => {
      const whole = read(message, setting)
      return whole.kind === 'ordinary' ? (readStory(message, (part) => read(part, setting)) ?? whole) : whole
    })
  const readers = [false, true].map((plain) => [false, true].map((foreign) => readerOf({ foreign, plain })))
  return (message, { foreign = false, plain = false } = {}) =>
    readers[Number(plain)]?.[Number(foreign)]?.(message) ?? ORDINARY
}

function partReader(weights: TermWeights): BoundaryReader {
  return (message, { foreign = false, plain = false } = {}) => {
    const leads = LEAD[foreign ? 'foreign' : 'known']
    const terms = boundaryTerms(message)
    const scores = termScores(weights, terms)
    const elsewhere = leads['other-place'] + (namesElsewhere(message) ? 0 : PLACELESS)
    const leadOf = (kind: BoundaryKind): number =>
      kind === 'other-place' ? elsewhere : leads[kind] + (plain && kind === 'unsafe' ? CHARGE : 0)
    const less = HAN.test(message) ? 0 : LESS_HEARD
    const scoreOf = (kind: BoundaryKind): number =>
      (scores[BOUNDARIES.indexOf(kind)] ?? 0) - leadOf(kind) - (kind === 'ordinary' ? 0 : less)
    const kind = BOUNDARIES.reduce((best, one) => (scoreOf(one) > scoreOf(best) ? one : best))
    if (kind === 'ordinary') return ORDINARY
    const { telling, said } = massOf(weights, terms, kind)
    if (terms.length < SHORT && (telling < FEWEST_TELLING || said < LEAST_SAID)) return ORDINARY
    const lead = scoreOf(kind) + leadOf(kind) + less - scoreOf('ordinary')
    // 女朋友19 tells of herself: so few words are a plea by themselves, and none in the middle of a matter.
    const enough = terms.length >= FEW
    return {
      kind,
      strong: enough && telling >= STRONG.telling && lead > (CHARGES.has(kind) ? STRONG.charge : STRONG.lead),
    }
  }
}

/** How many terms speak for a boundary against an ordinary message, and what all of them say together. */
export function massOf(
  weights: TermWeights,
  terms: readonly WeightedTerm[],
  kind: BoundaryKind,
): { readonly telling: number; readonly said: number } {
  const { classes, scales, values } = weights
  const [own, ordinary] = [BOUNDARIES.indexOf(kind), BOUNDARIES.indexOf('ordinary')]
  let telling = 0
  let said = 0
  for (const [term, weight] of terms) {
    const row = rowOf(weights, term)
    if (row < 0) continue
    const share = weight * (scales[row] ?? 0)
    const speaks = share * ((values[row * classes + own] ?? 0) - (values[row * classes + ordinary] ?? 0))
    said += speaks
    if (speaks > TELLING) telling += LETTERS.test(term) ? OF_LETTERS : 1
  }
  return { telling, said }
}
