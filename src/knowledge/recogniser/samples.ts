import { allAsks, type Guide, type SectionSlug } from '../../content/guide.ts'

/** A text with what it is about: the position of a guide, or -1 for none. `weight` is how much it counts in learning. */
export type Sample = { readonly text: string; readonly guide: number; readonly weight: number }

/** What is asked says most about how people ask; a line of the guide says which words are its own. */
const WEIGHT = { asked: 1, line: 0.3, offTopic: 1 }

/** Shortest line that says something by itself, in characters. */
const SHORT = 5

/** Everything the staff's files say about which words mean which guide, in the order of the files. */
export function samplesOf(guides: readonly Guide[], offTopic: readonly string[]): Sample[] {
  return [
    ...guides.flatMap((guide, position) => [
      ...askedOf(guide).map((text) => ({ text, guide: position, weight: WEIGHT.asked })),
      ...linesOf(guide).map((text) => ({ text, guide: position, weight: WEIGHT.line })),
    ]),
    ...offTopic.map((text) => ({ text, guide: -1, weight: WEIGHT.offTopic })),
  ]
}

function askedOf(guide: Guide): string[] {
  const { title, titleEn, aliases, sections } = guide
  const questions = sections.flatMap(({ slug, heading }) => (slug === 'faq' ? [heading] : []))
  return [title, titleEn, ...aliases, ...[title, ...aliases].map(askedBare), ...allAsks(guide), ...questions]
}

/** A matter that is named and asked about in words that any matter is asked in: they speak against none. */
function askedBare(name: string): string {
  return `${name}怎么办，要带什么`
}

function linesOf({ sections, pointsEn }: Guide): string[] {
  return sections
    .flatMap(({ text, textEn }) => [...text.split(/[。；\n]/), ...(textEn === undefined ? [] : [textEn])])
    .concat(...pointsEn.values())
    .filter((line) => line.trim().length >= SHORT)
}

/** Questions with the section that answers them, whatever the guide. */
export function sectionSamplesOf(guides: readonly Guide[]): { readonly text: string; readonly section: SectionSlug }[] {
  return guides.flatMap(({ sectionAsks }) =>
    [...sectionAsks].flatMap(([section, asks]) => asks.map((text) => ({ text, section }))),
  )
}
