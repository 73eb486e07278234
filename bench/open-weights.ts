import { join } from 'node:path'
import { openGrams } from '../src/language/elements/open-answer.ts'
import { foldCharacters } from '../src/language/index.ts'
import { ROOT } from './own-library.ts'
import { readLines } from './read-lines.ts'
import { SlotSample } from './slot-scene.ts'

/** Sets of evals/slots whose answers are learnt from. */
export const SETS = ['answers', 'fresh-b', 'fresh-c', 'fresh-d', 'fresh-e', 'fresh-f', 'fresh-g', 'fresh-h'] as const

/** Grams of fewer answers than this say nothing. */
const RARE = 3
/** So many grams are kept, those that weigh most. */
const KEPT = 900
const ROUNDS = 60
/** How strongly weights are kept small. */
const RESTRAINT = 0.2

export type OpenSample = { readonly grams: readonly string[]; readonly open: boolean }
export type OpenWeights = { readonly even: number; readonly byGram: ReadonlyMap<string, number> }

/** The answers of a set; open are those that may store nothing. */
export function openSamples(set: string): OpenSample[] {
  return readLines(join(ROOT, `evals/slots/${set}.jsonl`), SlotSample).map(({ answer, store }) => ({
    grams: openGrams(foldCharacters(answer.normalize('NFKC'))),
    open: Object.keys(store).length === 0,
  }))
}

/** Weights of the grams that weigh most when all are fitted, fitted again by themselves. */
export function fitOpen(among: readonly OpenSample[]): OpenWeights {
  const counts = new Map<string, number>()
  for (const { grams } of among) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const common = [...counts].filter(([, count]) => count >= RARE).map(([gram]) => gram)
  const { byGram } = fit(among, common)
  const heavy = [...byGram].toSorted((one, other) => Math.abs(other[1]) - Math.abs(one[1])).slice(0, KEPT)
  return fit(
    among,
    heavy.map(([gram]) => gram),
  )
}

/** Logistic regression by full steps with adapted rates (Adagrad); the sum of an answer's weights is divided by the root of their number. */
function fit(among: readonly OpenSample[], names: readonly string[]): OpenWeights {
  const place = new Map(names.map((gram, at) => [gram, at + 1]))
  const rows = among.map(({ grams }) => [0, ...grams.flatMap((gram) => place.get(gram) ?? [])])
  const weights = new Float64Array(names.length + 1)
  const spread = new Float64Array(names.length + 1).fill(1e-6)
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : weight * RESTRAINT))
    for (const [at, row] of rows.entries()) {
      const share = 1 / Math.sqrt(row.length)
      const odds = row.reduce((sum, k) => sum + (weights[k] ?? 0), 0) * share
      const miss = (1 / (1 + Math.exp(-odds)) - Number(among[at]?.open)) * share
      for (const k of row) slope[k] = (slope[k] ?? 0) + miss
    }
    for (const [k, value] of slope.entries()) {
      spread[k] = (spread[k] ?? 0) + value ** 2
      weights[k] = (weights[k] ?? 0) - value / Math.sqrt(spread[k] ?? 1)
    }
  }
  return { even: weights[0] ?? 0, byGram: new Map([...place].map(([gram, k]) => [gram, weights[k] ?? 0])) }
}

/** Log-odds that an answer leaves its question open, under the weights. */
export function oddsOf(grams: readonly string[], { even, byGram }: OpenWeights): number {
  const weights = grams.flatMap((gram) => byGram.get(gram) ?? [])
  return (even + weights.reduce((sum, weight) => sum + weight, 0)) / Math.sqrt(weights.length + 1)
}
