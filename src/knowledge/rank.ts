import type { SectionSlug } from '../content/guide.ts'
import { readQuestionTypes } from '../language/index.ts'
import { bestOf, type Scored } from './best-of.ts'
import { confidenceAmong, confidenceOf } from './confidence.ts'
import type { Edition } from './edition.ts'
import { fuse, type VectorEvidence } from './fuse.ts'
import { weighGuides, type GuideEvidence } from './guide-evidence.ts'
import type { FoundPassage, SearchResult } from './passage.ts'
import type { AskedTerms } from './question-terms.ts'
import type { Recogniser } from './recogniser/recogniser.ts'

/** What a passage is worth: what it says, what speaks for its guide, whether it is the section asked for; divided by their sum. */
const SHARES = { passage: 0.45, guide: 1, section: 0.45 }

/** From this confidence on, every passage of a guide is worth ranking, also without a word in common (a question in English). */
const NAMED = 0.2

/** A 常见问题 about the section asked for answers one case of it, the section itself the whole. */
const FAQ_SECTION = 0.9

export type RankOptions = {
  readonly limit: number
  readonly guide: string | undefined
  /** Sections preferred; read from the question itself when left out. */
  readonly sections: readonly SectionSlug[] | undefined
}

/** Ranks the passages and guides of one edition for a question. Pure but for the edition's scratch arrays. */
export function rank(
  edition: Edition,
  question: string,
  vectors: VectorEvidence | undefined,
  options: RankOptions,
  recogniser?: Recogniser,
): SearchResult {
  const asked = edition.read(question)
  const { passageIndex, passages, guideOf } = edition
  const { slots, fused, lexical, vector } = fuse(passageIndex.search(asked), vectors)
  const evidence = weighGuides(edition, asked, slots, fused, recogniser?.recognise(asked))
  const confidences = evidence.map(confidenceOf)
  const shares = confidenceAmong(evidence)
  const wanted = options.sections ?? readQuestionTypes(question).map((type) => type.section)
  const section = (slot: number): number => {
    if (!wanted.some((one) => edition.sectionsOf[slot]?.has(one) === true)) return 0
    return passages[slot]?.section === 'faq' ? FAQ_SECTION : 1
  }
  const fit = fitsOf(edition, asked, options.guide, confidences)
  const score = (slot: number): number => {
    const guide = shares[guideOf[slot] ?? 0] ?? 0
    const total =
      SHARES.passage * Math.max(fused(slot), fit(slot)) + SHARES.guide * guide + SHARES.section * section(slot) * guide
    return total / (SHARES.passage + SHARES.guide + SHARES.section)
  }
  const among = worthRanking(
    edition,
    options.guide,
    bestOf(slots, fused, edition.content.dials.candidates),
    confidences,
  )
  const found = bestOf(among, score, options.limit).flatMap(({ slot, score: total }): FoundPassage[] => {
    const passage = passages[slot]
    const parts = { lexical: lexical(slot), vector: vector(slot), section: section(slot) }
    return passage === undefined ? [] : [{ ...passage, score: total, parts, fit: fit(slot) }]
  })
  return {
    passages: found,
    guides: orderGuides(edition, evidence, shares, options.guide),
    confidence: Math.max(0, ...confidences),
    meant: edition.meant(question),
    mode: vectors === undefined ? 'lexical-only' : 'hybrid',
  }
}

/** Guides whose passages are weighed against one another. */
const MOST_SHELVES = 3

/** The fit of passages within the guide asked for, or within the few that the question most likely means. */
function fitsOf(
  { guides, shelf, slotsOf }: Edition,
  asked: AskedTerms,
  only: string | undefined,
  confidences: readonly number[],
): (slot: number) => number {
  const meant = guides
    .flatMap(({ id }, at) => ((confidences[at] ?? 0) >= NAMED ? [{ id, confidence: confidences[at] ?? 0 }] : []))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_SHELVES)
  const fits = new Map<number, number>()
  for (const id of only === undefined ? meant.map((guide) => guide.id) : [only]) {
    const slots = slotsOf.get(id) ?? []
    shelf.fits(id, asked).forEach((value, at) => fits.set(slots[at] ?? 0, value))
  }
  return (slot) => fits.get(slot) ?? 0
}

/** The passages that may be shown: of the one guide asked for, else the best ones and those of every guide meant. */
function worthRanking(
  { guides, slotsOf }: Edition,
  only: string | undefined,
  best: readonly Scored[],
  confidences: readonly number[],
): readonly number[] {
  if (only !== undefined) return slotsOf.get(only) ?? []
  const meant = guides.flatMap(({ id }, at) => ((confidences[at] ?? 0) >= NAMED ? (slotsOf.get(id) ?? []) : []))
  return [...new Set([...best.map(({ slot }) => slot), ...meant])]
}

function orderGuides(
  edition: Edition,
  evidence: readonly GuideEvidence[],
  shares: readonly number[],
  only: string | undefined,
): SearchResult['guides'] {
  return edition.guides
    .flatMap(({ id, title }, at) => {
      const { text = 0, ask = 0, passage = 0 } = evidence[at] ?? {}
      const spoken = text + ask + passage > 0 && (only === undefined || id === only)
      return spoken ? [{ id, title, confidence: shares[at] ?? 0 }] : []
    })
    .sort((a, b) => b.confidence - a.confidence)
}
