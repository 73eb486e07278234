import { allAsks, SECTIONS } from '../guide.ts'
import type { Guide, SectionSlug } from '../guide.ts'
import { englishOfPoint, pointsOf } from '../points.ts'

/** How complete a guide is, section by section. */
export type GuideCoverage = {
  readonly guide: string
  readonly title: string
  /** Length of the text of each section in characters, all questions of 常见问题 together; 0 where it is missing. */
  readonly sections: Readonly<Record<SectionSlug, number>>
  /** Sections that English readers get in English. */
  readonly english: readonly SectionSlug[]
  readonly questions: number
  readonly numbers: number
  readonly asks: number
  /** Of the questions, those on which the guide is silent. */
  readonly silent: number
  /** Points that English readers do not get in English; the opening of a section is told by the section's own. */
  readonly untranslated: number
  readonly form: string | undefined
}

const SLUGS = Object.keys(SECTIONS) as SectionSlug[]

/** One row a guide, in the order of their ids. */
export function guideCoverage(guides: ReadonlyMap<string, Guide>): GuideCoverage[] {
  return [...guides.values()]
    .map((guide) => ({
      guide: guide.id,
      title: guide.title,
      sections: Object.fromEntries(SLUGS.map((slug) => [slug, lengthOf(guide, slug)])) as Record<SectionSlug, number>,
      english: SLUGS.filter((slug) => (guide.english[slug] ?? '') !== ''),
      questions: guide.sections.filter(({ slug }) => slug === 'faq').length,
      numbers: guide.facts.length + guide.fees.length + [guide.legalLimit, guide.promisedLimit].filter(Boolean).length,
      asks: allAsks(guide).length,
      silent: [...guide.answers.values()].filter((points) => points.length === 0).length,
      untranslated: pointsOf(guide).filter(({ name }) => englishOfPoint(guide, name) === undefined).length,
      form: guide.service,
    }))
    .toSorted((left, right) => (left.guide < right.guide ? -1 : 1))
}

function lengthOf(guide: Guide, slug: SectionSlug): number {
  return guide.sections.reduce((sum, section) => (section.slug === slug ? sum + section.text.length : sum), 0)
}
