import type { Guide, Section } from '../content/guide.ts'
import { pointName } from '../language/index.ts'
import type { Passage } from './passage.ts'

/**
 * The passages of a guide in file order, one a section: `id` is `guide#slug`, and `guide#faq/n` (n from 1) inside 常见问题.
 * Pure; the text is the guide's own, untouched.
 */
export function cutPassages(guide: Guide): Passage[] {
  let questions = 0
  return guide.sections.map((section) => {
    const sourceId = `${guide.id}#${section.slug}`
    return {
      id: section.slug === 'faq' ? `${sourceId}/${++questions}` : sourceId,
      guide: guide.id,
      guideTitle: guide.title,
      section: section.slug,
      sourceId,
      heading: section.heading,
      text: section.text,
      textEn: section.textEn,
      pointsEn: Object.fromEntries([...guide.pointsEn].filter(([name]) => isOf(name, section))),
      authority: section.authority,
    }
  })
}

/** An item of 常见问题 is one point, another section holds all that begin with its name. */
function isOf(name: string, { slug, heading }: Section): boolean {
  return slug === 'faq' ? name === pointName(slug, heading) : name.startsWith(pointName(slug, ''))
}
