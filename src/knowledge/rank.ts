import type { SectionSlug } from '../content/guide.ts'
import { readQuestionTypes } from '../language/index.ts'
import { bestOf, type Scored } from './best-of.ts'
import { confidenceAmong, logOdds, probability } from './confidence.ts'
import type { Edition } from './edition.ts'
import { fuse, type VectorEvidence } from './fuse.ts'
import { weighGuides, type GuideEvidence } from './guide-evidence.ts'
import type { FoundPassage, SearchResult } from './passage.ts'
import type { AskedTerms } from './question-terms.ts'
import type { Recogniser } from './recogniser/recogniser.ts'
import { sectionTerms } from './recogniser/section-terms.ts'

/** What a passage is worth: what it says, what speaks for its guide, whether it is the section asked for; divided by their sum. */
const SHARES = { passage: 0.45, guide: 1, section: 0.45 }

/** From this confidence on, every passage of a guide is worth ranking, also without a word in common (a question in English). */
const NAMED = 0.2

/** A 常见问题 about the section asked for answers one case of it, the section itself the whole. */
const FAQ_SECTION = 0.9

/** What the ear's reading and what was learnt count for a section; an item of 常见问题 shares in what its question asks. */
const SECTION_SHARES = { heard: 0.3, learnt: 0.5, faqAnswers: 0.3 }

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
  const odds = logOdds(evidence)
  const confidences = odds.map(probability)
  const shares = confidenceAmong(odds)
  const section = sectionsAsked(edition, question, options.sections, recogniser)
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

/** The sections that the ear reads from a question, in order of place. */
function sectionsHeard(question: string): SectionSlug[] {
  return readQuestionTypes(question).map((type) => type.section)
}

/** How much each passage, by slot, is the section that is asked for, 0..1. `named` are sections asked for by name. */
function sectionsAsked(
  edition: Edition,
  question: string,
  named: readonly SectionSlug[] | undefined,
  recogniser: Recogniser | undefined,
): (slot: number) => number {
  const { passages, sectionsOf } = edition
  const wanted = named ?? sectionsHeard(question)
  const heard = (slot: number): number => {
    if (!wanted.some((one) => sectionsOf[slot]?.has(one) === true)) return 0
    return passages[slot]?.section === 'faq' ? FAQ_SECTION : 1
  }
  const learnt = named === undefined ? recogniser?.sections?.(sectionTerms(question, edition)) : undefined
  if (learnt === undefined) return heard
  const { faqAnswers, ...shares } = SECTION_SHARES
  const likely = (slot: number): number => {
    const own = learnt(passages[slot]?.section ?? 'basis')
    if (passages[slot]?.section !== 'faq') return own
    const others = [...(sectionsOf[slot] ?? [])].filter((one) => one !== 'faq')
    return own + faqAnswers * Math.max(0, ...others.map(learnt))
  }
  return (slot) => shares.heard * heard(slot) + shares.learnt * likely(slot)
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
      const own = evidence[at]
      if (own === undefined || own.text + own.ask + own.passage === 0) return []
      return only === undefined || id === only ? [{ id, title, confidence: shares[at] ?? 0, evidence: own }] : []
    })
    .sort((a, b) => b.confidence - a.confidence)
}
