import type { FoundPassage } from './answer.ts'
import type { SectionSlug } from './hear.ts'

/** How far ahead of the sections asked for a passage must be in the search to lead the answer. */
const SEARCH_LEAD = 1.03

/** The passage that the search puts ahead of every section asked for; undefined when one of these leads, or nothing was searched. */
export function aheadOf(wanted: readonly SectionSlug[], passages: readonly FoundPassage[]): FoundPassage | undefined {
  const first = passages.reduce<FoundPassage | undefined>(
    (best, next) => (next.section !== 'basis' && next.score > (best?.score ?? 0) ? next : best),
    undefined,
  )
  const scores = passages.filter(({ section }) => wanted.includes(section)).map(({ score }) => score)
  const asked = Math.max(0, ...scores)
  // A section read, but not shown by the search, was never weighed against the first.
  if (scores.length > 0 && asked === 0) return undefined
  return first !== undefined && !wanted.includes(first.section) && first.score >= SEARCH_LEAD * asked
    ? first
    : undefined
}
