import type { SectionSlug } from '../../content/guide.ts'
import { readQuestionTypes } from '../../language/index.ts'
import { bestOf, type Scored } from '../words/best-of.ts'
import { confidenceAmong, lengthOf, logOdds, probability } from './confidence.ts'
import type { Edition } from '../edition.ts'
import { fuse, type VectorEvidence } from './fuse.ts'
import { weighGuides, type GuideEvidence } from './guide-evidence.ts'
import { authorityShare, passageOdds, type PassageEvidence } from './passage-odds.ts'
import type { FoundPassage, Passage, SearchResult } from '../passage.ts'
import type { AskedTerms } from '../words/question-terms.ts'
import { recogniseParts } from '../recogniser/recognise-parts.ts'
import type { Recogniser } from '../recogniser/recogniser.ts'
import { chanceOf, type PointReading } from '../recogniser/read-points.ts'

/** From this confidence on, every passage of a guide is worth ranking, also without a word in common (a question in English). */
const NAMED = 0.2

/**
 * Below this the learnt ear hears that no guide is meant, also where the words go on with one: 我来这边四个月 says little of
 * any guide, 今天会下雨吗 speaks against all of them. Measured by `npm run bench:follow-ups`.
 */
const FOREIGN = 0.15

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
  const guideEvidence = weighGuides(
    edition,
    asked,
    slots,
    fused,
    recogniser === undefined ? undefined : recogniseParts(recogniser, question, asked, edition.read),
  )
  const odds = logOdds(guideEvidence, lengthOf(question))
  const confidences = odds.map(probability)
  const shares = confidenceAmong(odds)
  const section = sectionsAsked(edition, question, options.sections, recogniser)
  const shelves = shelvesOf(edition, options.guide, confidences)
  const fit = fitsOf(edition, asked, shelves)
  const told = options.guide === undefined ? asked : edition.read(withoutTitle(edition, question, options.guide))
  const answers = new Map(shelves.map((id) => [id, recogniser?.points(id, told)]))
  const among = worthRanking(
    edition,
    options.guide,
    bestOf(slots, fused, edition.content.dials.candidates),
    confidences,
  )
  const evidence = (slot: number): PassageEvidence => ({
    ...section(slot),
    fused: fused(slot),
    fit: fit(slot),
    point: pointOf(passages[slot], answers),
    authority: authorityShare(passages[slot]?.authority ?? 'notice'),
  })
  const within = shareWithin(edition, among, (slot) =>
    passageOdds(evidence(slot), edition.content.dials.authorityWeight),
  )
  const score = (slot: number): number => (shares[guideOf[slot] ?? 0] ?? 0) * (within.get(slot) ?? 0)
  const found = bestOf(among, score, options.limit).flatMap(({ slot, score: total }): FoundPassage[] => {
    const passage = passages[slot]
    if (passage === undefined) return []
    const { section: _, fit: own, ...parts } = evidence(slot)
    return [{ ...passage, score: total, parts: { lexical: lexical(slot), vector: vector(slot), ...parts }, fit: own }]
  })
  return {
    passages: found,
    guides: orderGuides(edition, guideEvidence, shares, options.guide).map((guide) => ({
      ...guide,
      answers: answers.get(guide.id),
    })),
    confidence: Math.max(0, ...confidences),
    foreign: recogniser !== undefined && Math.max(0, ...confidences) < FOREIGN,
    meant: edition.meant(question),
    mode: vectors === undefined ? 'lexical-only' : 'hybrid',
  }
}

/** By slot, how likely each passage answers against the likeliest one of its guide: 1 for that one, else less. */
function shareWithin(
  { guideOf }: Edition,
  among: readonly number[],
  odds: (slot: number) => number,
): ReadonlyMap<number, number> {
  const all = among.map((slot) => ({ slot, guide: guideOf[slot] ?? 0, own: odds(slot) }))
  const most = new Map<number, number>()
  for (const { guide, own } of all) most.set(guide, Math.max(most.get(guide) ?? -Infinity, own))
  return new Map(all.map(({ slot, guide, own }) => [slot, Math.exp(own - (most.get(guide) ?? own))]))
}

/** What speaks for each passage, by slot, being of the section that is asked for. `named` are sections asked for by name. */
function sectionsAsked(
  edition: Edition,
  question: string,
  named: readonly SectionSlug[] | undefined,
  recogniser: Recogniser | undefined,
): (slot: number) => Pick<PassageEvidence, 'section' | 'heard' | 'learnt' | 'related'> {
  const { passages, sectionsOf } = edition
  const wanted = named ?? readQuestionTypes(question).map((type) => type.section)
  const isWanted = (section: SectionSlug): number => (wanted.includes(section) ? 1 : 0)
  const likely = (named === undefined ? recogniser?.sections?.(edition.sectionTerms(question)) : undefined) ?? isWanted
  return (slot) => {
    const section = passages[slot]?.section ?? 'basis'
    const answers = [...(sectionsOf[slot] ?? [])]
    const others = answers.filter((one) => one !== section)
    const heard = Math.max(0, ...answers.map(isWanted))
    return { section, heard, learnt: likely(section), related: Math.max(0, ...others.map(likely)) }
  }
}

/** Guides whose passages are weighed against one another. */
const MOST_SHELVES = 3

/** The guide asked for, or the few that the question most likely means. */
function shelvesOf({ guides }: Edition, only: string | undefined, confidences: readonly number[]): readonly string[] {
  if (only !== undefined) return [only]
  return guides
    .flatMap(({ id }, at) => ((confidences[at] ?? 0) >= NAMED ? [{ id, confidence: confidences[at] ?? 0 }] : []))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_SHELVES)
    .map(({ id }) => id)
}

/** The name of a matter tells none of its points from the others: who asks on is searched for with it. */
function withoutTitle({ content }: Edition, question: string, guide: string): string {
  const title = content.guides.get(guide)?.title
  return title === undefined ? question : question.replace(title, '').trim()
}

/** The chance that a passage of one of these guides holds the point that answers; 0 for a guide the question does not mean. */
function pointOf(passage: Passage | undefined, answers: ReadonlyMap<string, PointReading | undefined>): number {
  const reading = passage === undefined ? undefined : answers.get(passage.guide)
  return passage === undefined || reading === undefined ? 0 : chanceOf(reading, passage)
}

/** The fit of passages within each of these guides. */
function fitsOf({ shelf, slotsOf }: Edition, asked: AskedTerms, shelves: readonly string[]): (slot: number) => number {
  const fits = new Map<number, number>()
  for (const id of shelves) {
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
): Omit<SearchResult['guides'][number], 'answers'>[] {
  return edition.guides
    .flatMap(({ id, title }, at) => {
      const own = evidence[at]
      if (own === undefined || own.text + own.ask + own.passage === 0) return []
      return only === undefined || id === only ? [{ id, title, confidence: shares[at] ?? 0, evidence: own }] : []
    })
    .sort((a, b) => b.confidence - a.confidence)
}
