/** A share with its 95 % Wilson interval; all NaN when there is nothing to count. */
export type Share = {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

const Z = 1.96

/** How often `count` of `of` happens, and between what and what it really lies. Source: evaluation.md §1. */
export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, share: Number.NaN, low: Number.NaN, high: Number.NaN }
  const share = count / of
  const centre = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of)
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / (1 + Z ** 2 / of)
  return { count, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
