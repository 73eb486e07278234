import { readQuestionTypes } from '../../src/language/index.ts'
import type { PassagesResult } from '../../src/model/index.ts'

type Shown = PassagesResult['passages'][number]

/** A made-up guide for tests: a title, and its sections by slug. */
export type ShelfGuide = {
  readonly token: string
  readonly title: string
  readonly names: readonly string[]
  readonly service?: string
  readonly sections: readonly { slug: Shown['section']; heading: string; text: string; textEn?: string }[]
}

/** As many as the real search shows. */
const MOST_SHOWN = 8

/** How well a section answers, as the search would say: the one asked for by name first, others by characters in common. */
function answers(query: string, { slug, heading, text }: ShelfGuide['sections'][number]): number {
  const asked = readQuestionTypes(query).some(({ section }) => section === slug)
  const pairs = Array.from(query.slice(1), (character, at) => `${query.charAt(at)}${character}`)
  const shared = pairs.filter((pair) => `${heading}${text}`.includes(pair)).length / Math.max(1, pairs.length)
  return asked ? 0.8 : 0.6 * shared
}

/** Answers `searchGuides` and `readGuide` over made-up guides, in the shapes of the tool contract. A guide is found by its names. */
export function createShelf(guides: readonly ShelfGuide[]) {
  const tokens = new Map<string, string>()
  const show = (guide: ShelfGuide, scoreOf: (section: ShelfGuide['sections'][number]) => number): Shown[] =>
    guide.sections.map((section, index) => {
      const id = `${guide.token}#${index}`
      const token = tokens.get(id) ?? `p${tokens.size + 1}`
      tokens.set(id, token)
      return {
        token,
        guide: guide.token,
        title: guide.title,
        section: section.slug,
        heading: section.heading,
        text: section.text,
        ...(section.textEn === undefined ? {} : { textEn: section.textEn }),
        score: scoreOf(section),
      }
    })
  const found = (guide: ShelfGuide, confidence: number): PassagesResult['guides'][number] => ({
    token: guide.token,
    title: guide.title,
    confidence,
    ...(guide.service === undefined ? {} : { service: guide.service }),
  })
  return {
    search: (query: string, token?: string): PassagesResult => {
      const hits = guides
        .filter((guide) =>
          token === undefined ? guide.names.some((name) => query.includes(name)) : guide.token === token,
        )
        .sort((a, b) => firstAt(query, a) - firstAt(query, b))
      const confidence = hits.length > 0 ? 0.9 : 0.05
      return {
        passages: hits
          .slice(0, 1)
          .flatMap((guide) => show(guide, (section) => answers(query, section)))
          .sort((a, b) => b.score - a.score)
          .slice(0, MOST_SHOWN),
        guides: hits.map((guide, index) => ({
          ...found(guide, confidence - index * 0.3),
          ...(token === undefined ? { named: 1 } : {}),
        })),
        confidence,
      }
    },
    read: (token: string): PassagesResult => {
      const guide = guides.find((candidate) => candidate.token === token)
      return { passages: guide ? show(guide, () => 1) : [], guides: guide ? [found(guide, 1)] : [], confidence: 1 }
    },
    tokenOf: (guide: string, slug: Shown['section']): string => {
      const shelved = guides.find(({ token }) => token === guide)
      const passage = shelved && show(shelved, () => 1).find(({ section }) => section === slug)
      if (!passage) throw new Error(`no section ${slug} in ${guide}`)
      return passage.token
    },
  }
}

function firstAt(query: string, guide: ShelfGuide): number {
  return Math.min(...guide.names.map((name) => query.indexOf(name)).filter((at) => at >= 0), Number.POSITIVE_INFINITY)
}
