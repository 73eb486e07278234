import type { Guide } from '../guide.ts'
import { pointsOf } from '../points.ts'

/** A point that questions name and their guide no longer has: nothing is learnt from them until it is put right. */
export type DeadPoint = { readonly guide: string; readonly point: string; readonly asks: number }

/** All of them, in the order of the guides. */
export function deadPoints(guides: ReadonlyMap<string, Guide>): DeadPoint[] {
  return [...guides.values()].flatMap((guide) => {
    const points = new Set(pointsOf(guide).map(({ name }) => name))
    const named = [...guide.answers.values()].flat().filter((name) => !points.has(name))
    return [...Map.groupBy(named, (name) => name)].map(([point, all]) => ({
      guide: guide.id,
      point,
      asks: all.length,
    }))
  })
}
