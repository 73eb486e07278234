import type { Guide } from '../content/index.ts'

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
    sections: guide.sections.map(({ slug, heading, text, textEn }) => ({
      slug,
      heading,
      text,
      ...(textEn !== undefined && { textEn }),
    })),
  }
}
