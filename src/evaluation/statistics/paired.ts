/** What two runs on the same trials say of their difference. */
export type Paired = {
  /** Trials that only the first, and only the second, passed. */
  readonly onlyBefore: number
  readonly onlyAfter: number
  /** Exact two-sided McNemar. */
  readonly p: number
  /** Mean difference with its 95 % interval, by clusters; NaN with fewer than two clusters. */
  readonly difference: number
  readonly low: number
  readonly high: number
}

/** One trial in both runs. */
export type Pair = { readonly cluster: string; readonly before: boolean; readonly after: boolean }

/** Compares two runs trial by trial. Source: evaluation.md §1. */
export function comparePaired(pairs: readonly Pair[]): Paired {
  const onlyBefore = pairs.filter(({ before, after }) => before && !after).length
  const onlyAfter = pairs.filter(({ before, after }) => !before && after).length
  const differences = pairs.map(({ before, after }) => Number(after) - Number(before))
  const difference = pairs.length === 0 ? Number.NaN : differences.reduce((sum, one) => sum + one, 0) / pairs.length
  const error = clusteredError(
    pairs.map(({ cluster }, at) => ({ cluster, value: (differences[at] ?? 0) - difference })),
  )
  return {
    onlyBefore,
    onlyAfter,
    p: mcNemar(onlyBefore, onlyAfter),
    difference,
    low: difference - 1.96 * error,
    high: difference + 1.96 * error,
  }
}

/** p = min(1, 2 · Σ_{i ≤ min(b, c)} C(b + c, i) / 2^(b + c)): 0 against 6 flips is .031, fewer are never significant. */
export function mcNemar(b: number, c: number): number {
  const n = b + c
  let term = 0.5 ** n
  let sum = 0
  for (let i = 0; i <= Math.min(b, c); i += 1) {
    sum += term
    term = (term * (n - i)) / (i + 1)
  }
  return Math.min(1, 2 * sum)
}

/** Standard error of a mean whose trials come in clusters; `value` is the distance to the mean. */
function clusteredError(trials: readonly { readonly cluster: string; readonly value: number }[]): number {
  const sums = [...Map.groupBy(trials, ({ cluster }) => cluster).values()].map((own) =>
    own.reduce((sum, { value }) => sum + value, 0),
  )
  const clusters = sums.length
  if (clusters < 2) return Number.NaN
  return Math.sqrt((clusters / (clusters - 1)) * sums.reduce((sum, one) => sum + one ** 2, 0)) / trials.length
}
