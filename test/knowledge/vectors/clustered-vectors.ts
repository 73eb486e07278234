/** Repeatable vectors that lie in clusters, as texts do. */
export function clusteredVectors(count: number, dimensions: number, seed = 1): number[][] {
  let state = 12_345
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  const centres = Array.from({ length: 20 }, () => Array.from({ length: dimensions }, next))
  for (let skip = 0; skip < seed * 1000; skip++) next()
  return Array.from({ length: count }, (_, at) =>
    (centres[at % centres.length] ?? []).map((value) => value + 0.6 * next()),
  )
}
