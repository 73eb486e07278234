import { SECTIONS, SECTIONS_EN, type Guide, type Locale, type SectionSlug } from '../../content/index.ts'
import { forbiddenReason } from '../lock/forbidden.ts'

/** What stands in a line each on the card of a guide. */
const TOLD: readonly SectionSlug[] = ['who', 'time', 'fees']

/** Sections besides how it is done that an answer about the whole matter tells of, and how many of them it needs. */
const BESIDE_HOW: readonly SectionSlug[] = ['who', 'materials', 'time', 'fees']
const LEAST = 3

/** A guide at a glance, for an answer about a matter as a whole. */
export type GuideCard = {
  readonly id: string
  readonly title: string
  /** The form, where the matter can be started here. */
  readonly service: string | null
  /** The start of the guide file's SHA-256, as the catalogue names it. */
  readonly version: string
  /** The day its sources were read, ISO. */
  readonly checked: string
  readonly lines: readonly { readonly section: string; readonly heading: string; readonly text: string }[]
}

/** True when an answer with these sources tells of one matter as a whole. */
export function tellsWhole(sources: readonly string[]): boolean {
  const guides = new Set(sources.map((source) => source.split('#')[0]))
  const sections = new Set(sources.map((source) => source.split('#')[1]))
  return guides.size === 1 && sections.has('how') && BESIDE_HOW.filter((each) => sections.has(each)).length >= LEAST
}

/** The card of a guide: each line is the first sentence of its section, in English the section's own English. */
export function guideCard(guide: Guide, locale: Locale): GuideCard {
  const english = locale === 'en'
  const lines = TOLD.flatMap((slug) => {
    const section = guide.sections.find((each) => each.slug === slug)
    const text = english ? section?.textEn : firstSentence(section?.text ?? '')
    const heading = english ? SECTIONS_EN[slug] : SECTIONS[slug]
    return text === undefined || text === '' || forbiddenReason(text) !== undefined
      ? []
      : [{ section: slug, heading, text }]
  })
  return {
    id: guide.id,
    title: english ? guide.titleEn : guide.title,
    service: guide.service ?? null,
    version: guide.hash.slice(0, 12),
    checked: guide.source.checked,
    lines,
  }
}

function firstSentence(markdown: string): string {
  const [first = ''] = markdown.split(/(?<=。)|\n/)
  return first
    .replaceAll('**', '')
    .replace(/^[-*]\s+/, '')
    .trim()
}
