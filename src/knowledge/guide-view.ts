import type { Guide } from '../content/index.ts'
import { cutPassages } from './cut-passages.ts'

/** A guide in the public catalogue, one line of a list. */
export function guideSummary({ id, title, titleEn, topic, aliases, service, source }: Guide) {
  return { id, title, titleEn, topic, aliases: [...aliases], service: service ?? null, checked: source.checked }
}

/** A whole guide as the catalogue shows it. `version` is the start of the file's SHA-256. */
export function guideView(guide: Guide) {
  return {
    ...guideSummary(guide),
    authority: guide.authority,
    publisher: guide.source.publisher,
    version: guide.hash.slice(0, 12),
    sections: cutPassages(guide).map(({ section, heading, text, textEn, pointsEn }) => ({
      slug: section,
      heading,
      text,
      ...(textEn !== undefined && { textEn }),
      ...(Object.keys(pointsEn).length > 0 && { pointsEn: Object.values(pointsEn) }),
    })),
  }
}
