/** What speaks for one line of a guide as the answer to a question. Shares are 0..1. */
export type LineEvidence = {
  /** Share of what is asked that the line holds; what is rare in the guide counts most. */
  readonly shared: number
  /** Score of its passage in the search against the best one of the guide, 0..1. */
  readonly ratio: number
  /** It states the kind of quantity that is asked for: a number of days, an amount. */
  readonly typed: boolean
  /** It says yes or no, and that is asked. */
  readonly decides: boolean
  /** Where a limit is asked for: 1 when it tells one, -1 when it tells how long the office takes; else 0. */
  readonly limit: number
  /** It is an item of 常见问题. */
  readonly faq: boolean
  /** Likeness of its label, or of the item's question, to what is asked. */
  readonly label: number
  /** It opens its section. */
  readonly first: boolean
  /** Length against the mean of the guide's lines. */
  readonly length: number
}

/** Fitted on the answers suite: bench/fit-lines.ts, docs/decisions/0018. */
const WEIGHTS = [7.35, 0.41, 3.41, 1.4, 1.2, 1.88, 1.55, 1.53, -2.23]

/** A passage that the search did not show is this far behind. */
const LEAST_RATIO = 1e-4

/** The evidence as the numbers that are weighed. */
export function lineFeatures({
  shared,
  ratio,
  typed,
  decides,
  limit,
  faq,
  label,
  first,
  length,
}: LineEvidence): number[] {
  const flags = [typed, decides].map(Number)
  return [shared, Math.log(ratio + LEAST_RATIO), ...flags, limit, Number(faq), label, Number(first), length]
}

/** Log-odds, up to what all lines of a guide have in common, that the line answers the question. */
export function lineOdds(evidence: LineEvidence): number {
  return lineFeatures(evidence).reduce((sum, value, at) => sum + value * (WEIGHTS[at] ?? 0), 0)
}
