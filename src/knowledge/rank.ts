import type { SectionSlug } from '../content/guide.ts'
import { bestOf } from './best-of.ts'
import { confidenceAmong, confidenceOf, strengthOf } from './confidence.ts'
import type { Edition } from './edition.ts'
import { weighGuides } from './guide-evidence.ts'
import type { SearchResult } from './passage.ts'

/** Shares of a passage's score: what it says, what speaks for its guide, whether it is the section asked for. They add to 1. */
const SHARES = { passage: 0.45, guide: 0.35, section: 0.2 }

export type RankOptions = {
  readonly limit: number
  readonly guide: string | undefined
  readonly sections: readonly SectionSlug[]
}

/** Similarity of every passage to the question by meaning, 0..1 by slot; undefined while there are no vectors. */
export type VectorScores = ArrayLike<number> | undefined

/** Ranks the passages and guides of one edition for a question. Pure but for the edition's scratch arrays. */
export function rank(edition: Edition, question: string, vectors: VectorScores, options: RankOptions): SearchResult {
  const asked = edition.read(question)
  const { scores: lexical, slots: touched } = edition.passageIndex.search(asked)
  const share = vectors === undefined ? 1 : edition.content.dials.lexicalShare
  const vectorOf = (slot: number): number => (vectors === undefined ? 0 : Math.max(0, vectors[slot] ?? 0))
  const fused = Float32Array.from(lexical, (score, slot) => share * score + (1 - share) * vectorOf(slot))
  const evidence = weighGuides(edition, asked, fused)
  const strengths = evidence.map(strengthOf)
  const preferred = new Set<string>(options.sections)
  const sectionOf = (slot: number): number => (preferred.has(edition.passages[slot]?.section ?? '') ? 1 : 0)
  const among = options.guide === undefined ? candidates(edition, touched, vectors) : (edition.slotsOf.get(options.guide) ?? [])
  const total = new Float32Array(edition.passages.length)
  for (const slot of among) {
    const guide = strengths[edition.guideOf[slot] ?? 0] ?? 0
    total[slot] = SHARES.passage * (fused[slot] ?? 0) + SHARES.guide * guide + SHARES.section * sectionOf(slot) * guide
  }
  const passages = bestOf(among, total, options.limit).flatMap(({ slot, score }) => {
    const passage = edition.passages[slot]
    const parts = { lexical: lexical[slot] ?? 0, vector: vectorOf(slot), section: sectionOf(slot) }
    return passage === undefined ? [] : [{ ...passage, score, parts }]
  })
  const confidences = confidenceAmong(evidence)
  const guides = edition.guides
    .map(({ id, title }, at) => ({ id, title, confidence: confidences[at] ?? 0, strength: strengths[at] ?? 0 }))
    .filter(({ id, strength }) => strength > 0 && (options.guide === undefined || id === options.guide))
    .sort((a, b) => b.strength - a.strength)
    .map(({ id, title, confidence }) => ({ id, title, confidence }))
  return {
    passages,
    guides,
    confidence: Math.max(0, ...evidence.map(confidenceOf)),
    mode: vectors === undefined ? 'lexical-only' : 'hybrid',
  }
}

/** Slots worth ranking: with a word in common, and every one once meaning is known too. */
function candidates(edition: Edition, touched: readonly number[], vectors: VectorScores): readonly number[] {
  return vectors === undefined ? touched : edition.passages.map((_, slot) => slot)
}
