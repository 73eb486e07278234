import type { GuideLine } from './guide-lines.ts'

type Passages = readonly (readonly GuideLine[])[]

/** In how many lines of its passages each mark of a guide stands. */
type Counted = { readonly passages: ReadonlySet<Passages[number]>; readonly counts: ReadonlyMap<string, number> }

/** By the title of the guide: its lines are the same from turn to turn, whatever the order in which a search found them. */
const counted = new Map<string, Counted>()

/** How much a mark tells the lines of a guide apart: most when few have it, nothing when none has. */
export function markRarity(title: string, passages: Passages): (mark: string) => number {
  const counts = countsOf(title, passages)
  const lines = passages.reduce((sum, { length }) => sum + length, 0)
  return (mark) => {
    const count = counts.get(mark) ?? 0
    return count === 0 ? 0 : Math.log(1 + lines / count)
  }
}

function countsOf(title: string, passages: Passages): ReadonlyMap<string, number> {
  const known = counted.get(title)
  if (known?.passages.size === passages.length && passages.every((passage) => known.passages.has(passage)))
    return known.counts
  const counts = new Map<string, number>()
  for (const { marks } of passages.flat()) for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  counted.set(title, { passages: new Set(passages), counts })
  return counts
}
