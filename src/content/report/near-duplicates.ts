import type { Guide } from '../guide.ts'

/** Two passages of different guides that say almost the same. */
export type NearDuplicate = {
  readonly one: string
  readonly other: string
  /** 0..1: shared shingles over all shingles of both. */
  readonly likeness: number
  /** The beginning of the first, for people. */
  readonly text: string
}

type Passage = {
  readonly place: string
  readonly guide: string
  readonly text: string
  readonly shingles: ReadonlySet<string>
}

/** Characters a shingle takes in: long enough that a shared one is more than a shared word. */
const SHINGLE = 5

/** A passage with fewer shingles says too little to be called a copy. */
const FEWEST = 12

/** Pairs of passages of different guides that are at least so like, most alike first. The default finds copies, not shared set phrases. */
export function nearDuplicates(guides: ReadonlyMap<string, Guide>, atLeast = 0.6): NearDuplicate[] {
  const passages = [...guides.values()].flatMap(passagesOf).filter(({ shingles }) => shingles.size >= FEWEST)
  const holders = new Map<string, number[]>()
  const found: NearDuplicate[] = []
  passages.forEach((passage, at) => {
    const shared = new Map<number, number>()
    for (const shingle of passage.shingles) {
      const earlier = holders.get(shingle) ?? []
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1)
      earlier.push(at)
      holders.set(shingle, earlier)
    }
    for (const [index, count] of shared) {
      const other = passages[index]
      if (other === undefined || other.guide === passage.guide) continue
      const likeness = count / (passage.shingles.size + other.shingles.size - count)
      if (likeness < atLeast) continue
      found.push({ one: other.place, other: passage.place, likeness, text: other.text.slice(0, 40) })
    }
  })
  return found.toSorted((left, right) => right.likeness - left.likeness)
}

function passagesOf(guide: Guide): Passage[] {
  return guide.sections.map(({ slug, heading, text }) => {
    const bare = text.replace(/[\s*#\-—，。；：、！？《》“”（）()]/g, '')
    const starts = Array.from({ length: Math.max(0, bare.length - SHINGLE + 1) }, (_, start) => start)
    return {
      place: slug === 'faq' ? `${guide.id}#${slug}（${heading}）` : `${guide.id}#${slug}`,
      guide: guide.id,
      text: text.replaceAll('\n', ' '),
      shingles: new Set(starts.map((start) => bare.slice(start, start + SHINGLE))),
    }
  })
}
