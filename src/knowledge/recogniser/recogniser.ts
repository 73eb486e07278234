import { SectionSlug } from '../../content/guide.ts'
import type { AskedTerms } from '../words/question-terms.ts'
import type { MessageKind } from '../../content/message-kind.ts'
import { boundaryReader, type BoundaryReader } from './read-boundary.ts'
import { kindReader } from './read-kind.ts'
import type { PointReading } from './read-points.ts'
import { remarkReader, type RemarkReader } from './read-remark.ts'
import { chancesOf, spokenTerms, termScores, type WeightedTerm } from './term-scores.ts'
import type { TermWeights } from './term-weights.ts'

/** Knows guides and sections by the words people use for them, learnt from the staff's own files. */
export type Recogniser = {
  /**
   * For every guide, in order, how much more likely than no guide at all the words mean it: log-odds cut to -12 … 12 and
   * divided by 12, so -1 … 1. Words never met count as not understood.
   */
  readonly recognise: (asked: AskedTerms) => Float32Array
  /**
   * How likely, 0..1, each section is the one that is asked about, by `sectionTerms` of the question; undefined while
   * staff wrote no questions by section.
   */
  readonly sections?: (terms: readonly WeightedTerm[]) => (section: SectionSlug) => number
  /** Where a guide answers what is asked, by its id; undefined while staff said of no question of it. */
  readonly points: (guide: string, asked: AskedTerms) => PointReading | undefined
  /** What a message is written for; undefined while staff gave no examples. */
  readonly kindOf: ((message: string) => MessageKind) | undefined
  /** Whether a message can be answered as an ordinary one; undefined while staff gave no examples. */
  readonly boundaryOf: BoundaryReader | undefined
  /** What a message says of the talk itself; undefined while staff gave no examples. */
  readonly remarkOf: RemarkReader | undefined
}

/** What is learnt apart, each in a file of its own. */
export const PARTS = ['guides', 'sections', 'kinds', 'boundaries', 'remarks'] as const

/** What is learnt: `guides` has a last class for none of them; the classes of `sections` are the slugs, of `kinds` the kinds of message,
 * of `boundaries` the boundaries, of `remarks` the remarks. */
export type Learnt = Readonly<Record<(typeof PARTS)[number], TermWeights>>

/** Readers of where each guide answers a question, by the guide's id. */
export type PointReaders = ReadonlyMap<string, (terms: readonly WeightedTerm[]) => PointReading>

const MOST = 12

/** A recogniser over learnt weights. */
export function createRecogniser(
  { guides, sections, kinds, boundaries, remarks }: Learnt,
  points: PointReaders,
): Recogniser {
  /** What a question says of the guides is asked for its boundary and for its search. */
  const known = new WeakMap<AskedTerms, Float32Array>()
  return {
    recognise(asked) {
      const leads = known.get(asked) ?? leadsOf(guides, asked)
      known.set(asked, leads)
      return leads
    },
    ...(sections.marks.length === 0 ? {} : { sections: sectionReader(sections) }),
    points: (guide, asked) => points.get(guide)?.(spokenTerms(asked)),
    kindOf: kindReader(kinds),
    boundaryOf: boundaryReader(boundaries),
    remarkOf: remarkReader(remarks),
  }
}

function leadsOf(guides: TermWeights, asked: AskedTerms): Float32Array {
  const scores = termScores(guides, spokenTerms(asked))
  const none = scores.at(-1) ?? 0
  return Float32Array.from(scores.subarray(0, -1), (score) => Math.max(-MOST, Math.min(MOST, score - none)) / MOST)
}

function sectionReader(weights: TermWeights): NonNullable<Recogniser['sections']> {
  return (terms) => {
    const chances = chancesOf(weights, terms)
    return (section) => chances[SectionSlug.options.indexOf(section)] ?? 0
  }
}
