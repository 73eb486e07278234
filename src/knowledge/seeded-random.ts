/** Repeatable numbers 0 ≤ x < 1. */
export type Random = () => number

/** Chance from a 32-bit seed. Source: mulberry32, Tommy Ettinger, public domain. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same things in a drawn order (Fisher–Yates). */
export function shuffled<T>(all: readonly T[], random: Random): T[] {
  const order = [...all]
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const drawn = order[other]
    const here = order[at]
    if (drawn === undefined || here === undefined) continue
    order[at] = drawn
    order[other] = here
  }
  return order
}
