import type { SectionSlug } from '../content/guide.ts'
import { bestOf } from './best-of.ts'
import { confidenceAmong, confidenceOf, strengthOf } from './confidence.ts'
import type { Edition } from './edition.ts'
import { fuse, type VectorEvidence } from './fuse.ts'
import { weighGuides, type GuideEvidence } from './guide-evidence.ts'
import type { FoundPassage, SearchResult } from './passage.ts'

/** Shares of a passage's score: what it says, what speaks for its guide, whether it is the section asked for. They add to 1. */
const SHARES = { passage: 0.45, guide: 0.35, section: 0.2 }

export type RankOptions = {
  readonly limit: number
  readonly guide: string | undefined
  readonly sections: readonly SectionSlug[]
}

/** Ranks the passages and guides of one edition for a question. Pure but for the edition's scratch arrays. */
export function rank(
  edition: Edition,
  question: string,
  vectors: VectorEvidence | undefined,
  options: RankOptions,
): SearchResult {
  const asked = edition.read(question)
  const { passageIndex, passages, slotsOf, guideOf } = edition
  const { slots, fused, lexical, vector } = fuse(passageIndex.search(asked), vectors)
  const evidence = weighGuides(edition, asked, slots, fused)
  const strengths = evidence.map(strengthOf)
  const wanted = new Set<string>(options.sections)
  const section = (slot: number): number => (wanted.has(passages[slot]?.section ?? '') ? 1 : 0)
  const score = (slot: number): number => {
    const guide = strengths[guideOf[slot] ?? 0] ?? 0
    return SHARES.passage * fused(slot) + SHARES.guide * guide + SHARES.section * section(slot) * guide
  }
  const among = options.guide === undefined ? slots : (slotsOf.get(options.guide) ?? [])
  const found = bestOf(among, score, options.limit).flatMap(({ slot, score: total }): FoundPassage[] => {
    const passage = passages[slot]
    const parts = { lexical: lexical(slot), vector: vector(slot), section: section(slot) }
    return passage === undefined ? [] : [{ ...passage, score: total, parts }]
  })
  return {
    passages: found,
    guides: orderGuides(edition, evidence, options.guide),
    confidence: Math.max(0, ...evidence.map(confidenceOf)),
    mode: vectors === undefined ? 'lexical-only' : 'hybrid',
  }
}

function orderGuides(
  edition: Edition,
  evidence: readonly GuideEvidence[],
  only: string | undefined,
): SearchResult['guides'] {
  const confidences = confidenceAmong(evidence)
  const strengths = evidence.map(strengthOf)
  return edition.guides
    .map(({ id, title }, at) => ({ id, title, confidence: confidences[at] ?? 0, strength: strengths[at] ?? 0 }))
    .filter(({ id, strength }) => strength > 0 && (only === undefined || id === only))
    .sort((a, b) => b.strength - a.strength)
    .map(({ id, title, confidence }) => ({ id, title, confidence }))
}
