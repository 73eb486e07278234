import { wilson } from '../src/evaluation/statistics/wilson.ts'

/** A share with its 95 % Wilson interval. `text`: `523/540 = .969 (.950–.980)`. */
export type Share = { readonly n: number; readonly hits: number; readonly share: number; readonly text: string }

/** The share of `items` that pass; 0 of none. */
export function share<Item>(items: readonly Item[], passes: (item: Item) => boolean): Share {
  const n = items.length
  const hits = items.filter((item) => passes(item)).length
  const p = n === 0 ? 0 : hits / n
  const { low, high } = wilson(hits, n)
  const show = (value: number): string => value.toFixed(3).replace(/^0/, '')
  const interval = n === 0 ? 'n/a' : `${show(low)}–${show(high)}`
  return { n, hits, share: p, text: `${hits}/${n} = ${show(p)} (${interval})` }
}
