import { bestOf } from '../words/best-of.ts'
import type { Edition } from '../edition.ts'
import type { AskedTerms } from '../words/question-terms.ts'

/** What speaks for one guide, every part 0..1. */
export type GuideEvidence = {
  /** How surely the question names the guide: 1 for the most telling name in it. */
  readonly name: number
  /** The guide's whole text against the question. */
  readonly text: number
  /** Its nearest title, alias or ask. */
  readonly ask: number
  /** How far the questions most like this one are its own, and not such that no guide answers: -1 … 1. */
  readonly alike: number
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
  const asks = edition.nameIndex.search(asked)
  for (const slot of asks.slots) {
    const owner = edition.nameOwner[slot] ?? 0
    ask[owner] = Math.max(ask[owner] ?? 0, asks.scores[slot] ?? 0)
  }
  for (const slot of slots) {
    const owner = edition.guideOf[slot] ?? 0
    passage[owner] = Math.max(passage[owner] ?? 0, fused(slot))
  }
  const alike = votesOf(edition, asked)
  const named = edition.names.find(asked)
  const { scores } = edition.guideIndex.search(asked)
  return edition.guides.map((_, at) => ({
    name: named.get(at) ?? 0,
    text: scores[at] ?? 0,
    ask: ask[at] ?? 0,
    alike: alike[at] ?? 0,
    passage: passage[at] ?? 0,
    ...(learnt === undefined ? {} : { learnt: learnt[at] ?? 0 }),
  }))
}

/** Questions that have a vote, and how soon a question less like the one asked loses its own. */
const VOTERS = 10
const STEEPNESS = 3

/** What the questions that staff wrote, those that no guide answers among them, say by their likeness; as strong as the nearest is near. */
function votesOf({ guides, askIndex, askOwner }: Edition, asked: AskedTerms): Float64Array {
  const votes = new Float64Array(guides.length + 1)
  const { scores, slots } = askIndex.best(asked, VOTERS)
  const voters = bestOf(slots, (slot) => scores[slot] ?? 0, VOTERS)
  const all = voters.reduce((sum, { score }) => sum + score ** STEEPNESS, 0)
  const strength = voters[0]?.score ?? 0
  for (const { slot, score } of voters) {
    const owner = askOwner[slot] ?? guides.length
    votes[owner] = (votes[owner] ?? 0) + (strength * score ** STEEPNESS) / all
  }
  const none = votes[guides.length] ?? 0
  return votes.map((vote) => vote - none)
}
