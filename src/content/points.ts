import { openingOf, parseUnits, pointName } from '../language/index.ts'
import { SectionSlug, type Guide, type Section } from './guide.ts'

/** What a guide says at one place, by the name that `knowledge/asks/` calls it: `who#代办`, `faq#离婚可以委托别人办吗`. */
export type Point = { readonly name: string; readonly text: string }

/** The points of a guide in file order, the legal basis aside. */
export function pointsOf({
  sections,
}: {
  readonly sections: readonly Pick<Section, 'slug' | 'heading' | 'text'>[]
}): Point[] {
  const texts = new Map<string, string>()
  for (const { slug, heading, text } of sections) {
    if (slug === 'basis') continue
    const named = slug === 'faq' ? [{ point: heading, text }] : parseUnits(text)
    for (const { point, text: own } of named) {
      const name = pointName(slug, point)
      texts.set(name, `${texts.get(name) ?? ''}${own}`)
    }
  }
  return [...texts].map(([name, text]) => ({ name, text }))
}

/** What a point says in English: its own, of the opening of a section else the section's; undefined where nobody wrote it. */
export function englishOfPoint(
  { english, pointsEn }: Pick<Guide, 'english' | 'pointsEn'>,
  name: string,
): string | undefined {
  const opens = SectionSlug.options.find((slug) => name === openingOf(slug))
  return pointsEn.get(name) ?? (opens && english[opens])
}
