import type { SectionSlug } from './guide.ts'
import { referencesIn } from './checks/references.ts'
import type { Reference } from './checks/references.ts'

/**
 * What a section of a guide rests on, the weakest first: it says itself that nothing public was found; an answer of
 * 常见问题; what a city or state office made known; a law.
 */
export const AUTHORITIES = ['unconfirmed', 'faq', 'notice', 'law'] as const
export type Authority = (typeof AUTHORITIES)[number]

/** How a guide says that it found no public source (knowledge/guides/README.md). */
const NOT_FOUND = /没有(?:查到|找到|收录)公开依据|没有核实/u

type Written = { readonly slug: SectionSlug; readonly text: string }

/** The authority of a section as written, by the marks of the numbers it refers to. A section most of whose lines found no source is unconfirmed. */
export function authorityOf({ slug, text }: Written, references: ReadonlyMap<string, Reference>): Authority {
  const marks = referencesIn(text).map(({ id }) => references.get(id)?.mark)
  if (slug === 'basis' || marks.some((mark) => mark === 'law' || mark === 'law-m')) return 'law'
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.filter((line) => NOT_FOUND.test(line)).length * 2 > lines.length) return 'unconfirmed'
  return slug === 'faq' && !marks.includes('source') ? 'faq' : 'notice'
}
