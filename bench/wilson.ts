/** A share with its 95 % Wilson interval. `text`: `523/540 = .969 (.950–.980)`. */
export type Share = { readonly n: number; readonly hits: number; readonly share: number; readonly text: string }

const Z = 1.96

/** The share of `items` that pass. Source of the interval: Wilson 1927, z = 1.96. */
export function share<Item>(items: readonly Item[], passes: (item: Item) => boolean): Share {
  const n = items.length
  const hits = items.filter((item) => passes(item)).length
  const p = n === 0 ? 0 : hits / n
  const scale = 1 + Z ** 2 / n
  const centre = (p + Z ** 2 / (2 * n)) / scale
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / scale
  const show = (value: number): string => value.toFixed(3).replace(/^0/, '')
  const interval = n === 0 ? 'n/a' : `${show(Math.max(0, centre - half))}–${show(Math.min(1, centre + half))}`
  return { n, hits, share: p, text: `${hits}/${n} = ${show(p)} (${interval})` }
}
