/** What speaks for one line of a guide as the answer to a question. Shares are 0..1. */
export type LineEvidence = {
  /** Share of what is asked that the line holds; what is rare in the guide counts most. */
  readonly shared: number
  /** How rare the rarest is that it holds of what is asked, against the rarest that the guide speaks of. */
  readonly object: number
  /** Score of its passage in the search against the best one of the guide, 0..1. */
  readonly ratio: number
  /** How well the passage answers among those of its guide, 0..1. */
  readonly fit: number
  /** It states the kind of quantity that is asked for: a number of days, an amount. */
  readonly typed: boolean
  /** Kinds of time: 1 when it tells one that is asked for, -1 when it tells others only, else 0. */
  readonly time: number
  /** It is an item of 常见问题. */
  readonly faq: boolean
  /** Likeness of its label, or of the item's question, to what is asked. */
  readonly label: number
  /** Share of what its label says that nobody asked; 0 without a label. */
  readonly beside: number
  /** How far the question of an item of 常见问题 asks the same of its matter; 0 for a line of a section. */
  readonly predicate: number
  /** Its section is asked for by name. */
  readonly named: boolean
  /** It opens its section. */
  readonly first: boolean
  /** How many situations it shares with the question. */
  readonly situations: number
  /** Length against the mean of the guide's lines. */
  readonly length: number
  /** How likely its point is the one that answers, by what staff say of questions like it, 0..1; undefined where nothing says. */
  readonly point: number | undefined
  /** It only says who knows, or that nothing was found. Told beside a line that says it, such a line says nothing. */
  readonly refers: boolean
}

/** A passage that the search did not show is this far behind. */
const LEAST_RATIO = 1e-4

/** How far the passage of a line is behind the best one in the search, as a logarithm. */
export function behind({ ratio }: LineEvidence): number {
  return Math.log(ratio + LEAST_RATIO)
}

/** A point less likely than this is one that nobody asks so. */
const LEAST_POINT = 0.003
/** Where nothing says which point is meant, any is as likely as this. */
const ANY_POINT = 0.12

/** How likely the point of a line is meant, as a logarithm. */
function meantPoint({ point = ANY_POINT }: LineEvidence): number {
  return Math.log(point + LEAST_POINT)
}

type Weighed = readonly [name: string, weight: number, value: (evidence: LineEvidence) => number]

/** Fitted on the answers suite: bench/fit-lines.ts, docs/decisions/0018. An item of 常见问题 has to earn its place otherwise than a section. */
const WEIGHED: readonly Weighed[] = [
  ['shared', 1.6, ({ shared }) => shared],
  ['object', 0.85, ({ object }) => object],
  ['behind', 0.51, behind],
  ['fit', 0.55, ({ fit }) => fit],
  ['typed', 1.48, ({ typed }) => Number(typed)],
  ['time', 1.52, ({ time }) => Math.max(0, time)],
  ['other time', 1.15, ({ time }) => Math.min(0, time)],
  ['faq', 0.66, ({ faq }) => Number(faq)],
  ['label', 1.29, ({ label }) => label],
  ['beside', -0.36, ({ beside }) => beside],
  ['faq beside', 0.56, ({ faq, beside }) => Number(faq) * beside],
  ['predicate', 0.8, ({ predicate }) => predicate],
  ['named first', 0.91, ({ named, first }) => Number(named && first)],
  ['situations', 0.84, ({ situations }) => situations],
  ['length', 0.35, ({ length }) => length],
  ['point', 1.47, meantPoint],
  ['sure point', -1.62, ({ point = ANY_POINT }) => point],
  ['faq length', -0.55, ({ faq, length }) => Number(faq) * length],
]

export const LINE_FEATURES = WEIGHED.map(([name]) => name)

/** The evidence as the numbers that are weighed. */
export function lineFeatures(evidence: LineEvidence): number[] {
  return WEIGHED.map(([, , value]) => value(evidence))
}

/** Log-odds, up to what all lines of a guide have in common, that the line answers the question. */
export function lineOdds(evidence: LineEvidence): number {
  return WEIGHED.reduce((sum, [, weight, value]) => sum + weight * value(evidence), 0)
}
