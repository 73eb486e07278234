import type { SectionSlug } from '../content/guide.ts'

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
}

/** Fitted on question sets that were read before: bench/fit-passages.ts, docs/decisions/0003. */
const WEIGHTS = [3.8, 2.98, 0.84, 3.54, 1.21, -0.82, 1.45, 0.59, -1.42]

/** The evidence as the numbers that are weighed. An item of 常见问题 has to earn its place otherwise than a section. */
export function passageFeatures({ section, fused, fit, heard, learnt, related }: PassageEvidence): number[] {
  const faq = section === 'faq' ? 1 : 0
  return [fused, fit, heard, learnt, related, faq, faq * fit, faq * fused, section === 'basis' ? 1 : 0]
}

/** Log-odds, up to what all passages of a guide have in common, that the passage answers the question. */
export function passageOdds(evidence: PassageEvidence): number {
  return passageFeatures(evidence).reduce((sum, value, at) => sum + value * (WEIGHTS[at] ?? 0), 0)
}
