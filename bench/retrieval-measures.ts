/** Grades of the documents that answer a query. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Documents found for a query, best first. */
export type Run = { readonly query: string; readonly found: readonly string[] }

const CUTOFF = 10

/** Means over the queries, 0..1: an answer among the first 1, 5, 10; reciprocal rank and nDCG over the first 10. */
export function measure(runs: readonly Run[], judgements: Judgements): Readonly<Record<string, number>> {
  const mean = (value: (run: Run, grades: ReadonlyMap<string, number>) => number): number => {
    const sum = runs.reduce((total, run) => total + value(run, judgements.get(run.query) ?? new Map()), 0)
    return Number((runs.length === 0 ? 0 : sum / runs.length).toFixed(4))
  }
  const hit = (limit: number): number =>
    mean(({ found }, grades) => (found.slice(0, limit).some((id) => grades.has(id)) ? 1 : 0))
  return {
    'hit@1': hit(1),
    'hit@5': hit(5),
    'hit@10': hit(10),
    'MRR@10': mean(({ found }, grades) => reciprocalRank(found, grades)),
    'nDCG@10': mean(({ found }, grades) => discountedGain(found, grades)),
  }
}

function reciprocalRank(found: readonly string[], grades: ReadonlyMap<string, number>): number {
  const first = found.slice(0, CUTOFF).findIndex((id) => grades.has(id))
  return first === -1 ? 0 : 1 / (first + 1)
}

function discountedGain(found: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (grade: number, at: number): number => (2 ** grade - 1) / Math.log2(at + 2)
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, CUTOFF)
  const best = ideal.reduce((sum, grade, at) => sum + gain(grade, at), 0)
  const got = found.slice(0, CUTOFF).reduce((sum, id, at) => sum + gain(grades.get(id) ?? 0, at), 0)
  return best === 0 ? 0 : got / best
}
