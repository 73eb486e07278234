/** Chance that comes out the same for the same seed. */
export type SeededRandom = {
  /** At least `low`, below `high`. */
  readonly between: (low: number, high: number) => number
  /** True with probability `share`, 0..1. */
  readonly chance: (share: number) => boolean
}

/** Chance from a 32-bit seed. Source: mulberry32, Tommy Ettinger, public domain. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { between: (low, high) => low + next() * (high - low), chance: (share) => next() < share }
}
