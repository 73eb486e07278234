import { seededRandom } from '../../src/knowledge/seeded-random.ts'

/** Chance that comes out the same for the same seed. */
export type SeededRandom = {
  /** At least `low`, below `high`. */
  readonly between: (low: number, high: number) => number
  /** True with probability `share`, 0..1. */
  readonly chance: (share: number) => boolean
}

/** Chance from a 32-bit seed, in the shapes that faults are drawn in. */
export function createSeededRandom(seed: number): SeededRandom {
  const next = seededRandom(seed)
  return { between: (low, high) => low + next() * (high - low), chance: (share) => next() < share }
}
