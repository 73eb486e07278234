/** C(c, k) / C(n, k): that all of k drawn trials passed. NaN with fewer than k trials. Source: arXiv 2406.12045. */
export function passAll(passed: number, trials: number, k: number): number {
  if (trials < k) return Number.NaN
  return Array.from({ length: k }, (_, i) => Math.max(0, passed - i) / (trials - i)).reduce((a, b) => a * b, 1)
}

/** 1 − C(n − c, k) / C(n, k): that one of k drawn trials passed. NaN with fewer than k trials. Source: arXiv 2107.03374. */
export function passAny(passed: number, trials: number, k: number): number {
  return trials < k ? Number.NaN : 1 - passAll(trials - passed, trials, k)
}

/** A trial that was played several times, as it stands or in other words. */
export type Repeated = { readonly key: string; readonly passed: number; readonly of: number }

/** What repeats say of a suite. */
export type Repeats = {
  readonly k: number
  /** Means over the trials that were scored k times or more; NaN when none was. */
  readonly passAll: number
  readonly passAny: number
  /** Trials that passed sometimes, with how often. */
  readonly flaky: readonly Repeated[]
}

type Counted = {
  readonly key: string
  readonly seed?: number | undefined
  readonly repeat?: number | undefined
  readonly passed: boolean | null
}

/**
 * Sums up what was played several times: repeated, or said in other words (seeds). Undefined when nothing was. Errors were not scored
 * and do not count.
 */
export function repeatsOf(trials: readonly Counted[]): Repeats | undefined {
  const k = new Set(trials.map(({ seed = 0, repeat = 1 }) => `${seed}@${repeat}`)).size
  if (k <= 1) return undefined
  const scored = trials.filter(({ passed }) => passed !== null)
  const groups = [...Map.groupBy(scored, keyOfAll)].map(([key, own]): Repeated => ({
    key,
    passed: own.filter(({ passed }) => passed === true).length,
    of: own.length,
  }))
  const whole = groups.filter(({ of }) => of >= k)
  const mean = (share: (passed: number, of: number, k: number) => number): number =>
    whole.length === 0
      ? Number.NaN
      : whole.reduce((sum, { passed, of }) => sum + share(passed, of, k), 0) / whole.length
  return {
    k,
    passAll: mean(passAll),
    passAny: mean(passAny),
    flaky: groups.filter(({ passed, of }) => passed > 0 && passed < of),
  }
}

/** The key of the trial that this one repeats. */
export function firstKey(key: string, repeat: number | undefined): string {
  return repeat === undefined ? key : key.slice(0, key.lastIndexOf('@'))
}

/** The key that a trial shares with its repeats and its other seeds. */
function keyOfAll({ key, seed, repeat }: Counted): string {
  const first = firstKey(key, repeat)
  return seed === undefined ? first : first.slice(0, first.lastIndexOf('/'))
}
