/** What a search found against what is relevant. */
type Ranked = {
  /** `guide#section`, best first. */
  readonly found: readonly string[]
  /** Every passage of the guides that are relevant. */
  readonly shelf: readonly string[]
  /** `guide#section` or `guide` → grade: 2 states the fact, 1 is the same guide. */
  readonly relevant: Readonly<Record<string, number>>
  readonly k: number
}

/** A grade from which a passage states the fact. */
const STATES = 2

/**
 * Recall@k over the sections that state the fact, the reciprocal rank of the first of them (0 when it is not found), and
 * nDCG@k with gain 2^grade − 1 (Järvelin & Kekäläinen 2002). All 0..1.
 */
export function scoreRanking({ found, shelf, relevant, k }: Ranked): {
  readonly recall: number
  readonly mrr: number
  readonly ndcg: number
} {
  const grade = (source: string): number =>
    Math.max(0, relevant[source] ?? 0, relevant[source.split('#')[0] ?? ''] ?? 0)
  const first = found.slice(0, k)
  const wanted = Object.keys(relevant).filter((source) => (relevant[source] ?? 0) >= STATES)
  const hit = wanted.filter((source) => first.some((one) => one === source || one.startsWith(`${source}/`)))
  const rank = first.findIndex((source) => grade(source) >= STATES)
  const ideal = gain(
    shelf
      .map((source) => grade(source))
      .toSorted((a, b) => b - a)
      .slice(0, k),
  )
  return {
    recall: wanted.length === 0 ? 0 : hit.length / wanted.length,
    mrr: rank === -1 ? 0 : 1 / (rank + 1),
    ndcg: ideal === 0 ? 0 : gain(first.map((source) => grade(source))) / ideal,
  }
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
}
