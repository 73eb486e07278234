/** Holm's step-down correction: each p as it counts among all of them, in the order given. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p)
  const adjusted = ps.map(() => 1)
  let highest = 0
  order.forEach(({ p, at }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)))
    adjusted[at] = highest
  })
  return adjusted
}
