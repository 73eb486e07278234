import type { Edition } from './edition.ts'
import type { AskedTerms } from './question-terms.ts'

/** What speaks for one guide, every part 0..1. */
export type GuideEvidence = {
  /** How surely the question names the guide: 1 for the most telling name in it. */
  readonly name: number
  /** The guide's whole text against the question. */
  readonly text: number
  /** Its nearest title, alias or ask. */
  readonly ask: number
  /** Its best passage, vectors included. */
  readonly passage: number
  /** What was learnt of the words people use for it, -1 … 1; absent until the learning is done. */
  readonly learnt?: number | undefined
}

/**
 * Evidence for every guide of the edition, in its order. `fused` gives a passage's score, 0..1; `slots` are those above zero. */
export function weighGuides(
  edition: Edition,
  asked: AskedTerms,
  slots: readonly number[],
  fused: (slot: number) => number,
  learnt?: Float32Array,
): GuideEvidence[] {
  const count = edition.guides.length
  const ask = new Float32Array(count)
  const passage = new Float32Array(count)
  const asks = edition.askIndex.search(asked)
  for (const slot of asks.slots) {
    const owner = edition.askOwner[slot] ?? 0
    ask[owner] = Math.max(ask[owner] ?? 0, asks.scores[slot] ?? 0)
  }
  for (const slot of slots) {
    const owner = edition.guideOf[slot] ?? 0
    passage[owner] = Math.max(passage[owner] ?? 0, fused(slot))
  }
  const named = edition.names.find(asked)
  const { scores } = edition.guideIndex.search(asked)
  return edition.guides.map((_, at) => ({
    name: named.get(at) ?? 0,
    text: scores[at] ?? 0,
    ask: ask[at] ?? 0,
    passage: passage[at] ?? 0,
    ...(learnt === undefined ? {} : { learnt: learnt[at] ?? 0 }),
  }))
}
