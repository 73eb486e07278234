import type { GuideView } from '../../wire.ts'

/** A cited section of a guide. */
export type CitedSection = {
  readonly guide: GuideView
  readonly heading: string
  readonly text: string
  readonly sourceId: string
}

/** The guide that a citation `guide#slug` or `guide#faq/2` names; undefined when it has no such form. */
export function guideOf(sourceId: string): string | undefined {
  return /^([a-z0-9-]+)(?:#[a-z]+(?:\/\d+)?)?$/.exec(sourceId)?.[1]
}

/** The section a citation names; the guide's first one when the guide has changed and lacks it. */
export function citedSection(guide: GuideView, sourceId: string): CitedSection {
  const [slug = '', place = '1'] = (sourceId.split('#')[1] ?? '').split('/')
  const section = guide.sections.filter((each) => each.slug === slug)[Number(place) - 1] ?? guide.sections[0]
  return { guide, heading: section?.heading ?? guide.title, text: section?.text ?? '', sourceId }
}
