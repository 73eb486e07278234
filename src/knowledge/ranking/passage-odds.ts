import type { SectionSlug } from '../../content/guide.ts'
import { AUTHORITIES, type Authority } from '../../content/section-authority.ts'

/** What speaks for one passage among those of its guide, every part 0..1. */
export type PassageEvidence = {
  readonly section: SectionSlug
  /** Words and meaning in common with the question, over all guides. */
  readonly fused: number
  /** How well its words answer among the passages of its guide. */
  readonly fit: number
  /** 1 when the ear hears that its section, or what its heading asks, is asked for. */
  readonly heard: number
  /** How likely its section is the one asked for, by what was learnt. */
  readonly learnt: number
  /** The same of what the heading of an item of 常见问题 asks. */
  readonly related: number
  /** How likely it holds the point that answers, by what staff say of questions like it. */
  readonly point: number
  /** What its section rests on: 0 nothing public, 1 a law. */
  readonly authority: number
}

/** Fitted on question sets that were read before: bench/fit-passages.ts, docs/decisions/0003. */
const WEIGHTS = [2.53, 2.05, 0.99, 3.41, 1.33, -0.95, 0.68, 0.65, -1.06, 3.99, -0.07]

/** The evidence as the numbers that are weighed. An item of 常见问题 has to earn its place otherwise than a section. */
export function passageFeatures({
  section,
  fused,
  fit,
  heard,
  learnt,
  related,
  point,
}: Omit<PassageEvidence, 'authority'>): number[] {
  const faq = section === 'faq' ? 1 : 0
  return [
    fused,
    fit,
    heard,
    learnt,
    related,
    faq,
    faq * fit,
    faq * fused,
    section === 'basis' ? 1 : 0,
    point,
    faq * point,
  ]
}

/** Authority as a part of the evidence, 0..1. */
export function authorityShare(authority: Authority): number {
  return AUTHORITIES.indexOf(authority) / (AUTHORITIES.length - 1)
}

/** Log-odds, up to what all passages of a guide have in common, that the passage answers the question. `authorityWeight` is a dial. */
export function passageOdds(evidence: PassageEvidence, authorityWeight: number): number {
  const prior = authorityWeight * evidence.authority
  return passageFeatures(evidence).reduce((sum, value, at) => sum + value * (WEIGHTS[at] ?? 0), prior)
}
