import { createHash } from 'node:crypto'
import { allAsks, type Guide, type SectionSlug } from '../content/guide.ts'
import type { SearchDials } from '../content/staff-content.ts'
import { readQuestionTypes } from '../language/index.ts'
import { cutPassages } from './cut-passages.ts'
import type { Passage } from './passage.ts'
import type { TextField } from './words/text-index.ts'

/** One document of an index. */
export type Fields = readonly TextField[]

const KINDS = ['byPassage', 'whole', 'byName', 'byAsk'] as const
export type DocumentKind = (typeof KINDS)[number]

/** All that the indexes hold of one guide. Each document is an object of its own. */
export type GuideDocuments = {
  readonly guide: Guide
  /** SHA-256 over its file, its asks and its English. */
  readonly hash: string
  readonly passages: readonly Passage[]
  /** Sections each passage answers for: its own; in 常见问题 those its question asks about. */
  readonly sections: readonly ReadonlySet<SectionSlug>[]
  readonly byPassage: readonly Fields[]
  readonly whole: readonly Fields[]
  /** Title, aliases and asks. */
  readonly byName: readonly Fields[]
  /** Every question that staff wrote for it. */
  readonly byAsk: readonly Fields[]
}

/** `before` is what was held of the guide: texts that stand in it too are taken from there. */
export function documentsOf(guide: Guide, dials: SearchDials, before?: GuideDocuments): GuideDocuments {
  const keep = keeperOf(before)
  const passages = cutPassages(guide)
  const names = [guide.title, guide.titleEn, ...guide.aliases, ...guide.asks]
  return {
    guide,
    hash: createHash('sha256')
      .update(JSON.stringify([guide.id, guide.hash, [...guide.sectionAsks], [...guide.pointsEn]]))
      .digest('hex'),
    passages,
    sections: passages.map(sectionsAnswered),
    byPassage: passages.map((passage) => keep('byPassage', passageFields(passage, guide, dials))),
    whole: [keep('whole', guideFields(guide, dials))],
    byName: names.map((text) => keep('byName', bare(text))),
    byAsk: allAsks(guide).map((text) => keep('byAsk', bare(text))),
  }
}

/** Gives the same texts of an earlier time in the place of new ones, each once, so that what was made of them is known. */
function keeperOf(before: GuideDocuments | undefined) {
  const keyOf = (kind: DocumentKind, fields: Fields): string => JSON.stringify([kind, fields])
  const known =
    before &&
    Map.groupBy(
      KINDS.flatMap((kind) => before[kind].map((fields) => ({ kind, fields }))),
      ({ kind, fields }) => keyOf(kind, fields),
    )
  return (kind: DocumentKind, fields: Fields): Fields => known?.get(keyOf(kind, fields))?.shift()?.fields ?? fields
}

/** True when a guide reads as another one: its file, its asks and its English are the same. */
export function readsAs(guide: Guide, other: Guide | undefined): boolean {
  if (guide === other) return true
  if (other === undefined || guide.id !== other.id || guide.hash !== other.hash) return false
  const [asks, others] = [guide, other].map(({ sectionAsks, pointsEn }) => [
    ...[...sectionAsks].flatMap(([slug, own]) => [slug, ...own]),
    ...[...pointsEn].flat(),
  ])
  return asks?.length === others?.length && asks?.every((ask, at) => ask === others?.[at]) === true
}

/** A text that is a document by itself. */
export function bare(text: string): Fields {
  return [{ text, weight: 1 }]
}

/** Where each document stood among the former ones; -1 for one that is new. No document stands twice. */
export function placesBefore(documents: readonly Fields[], former: readonly Fields[]): Int32Array {
  let all: Map<Fields, number> | undefined
  const placeOf = (fields: Fields): number => {
    all ??= new Map(former.map((one, place) => [one, place]))
    return all.get(fields) ?? -1
  }
  const places = new Int32Array(documents.length)
  // Most follow one another as they did before.
  let next = 0
  for (const [at, fields] of documents.entries()) {
    const place = former[next] === fields ? next : placeOf(fields)
    places[at] = place
    if (place >= 0) next = place + 1
  }
  return places
}

function sectionsAnswered({ section, heading }: Passage): ReadonlySet<SectionSlug> {
  return new Set(section === 'faq' ? ['faq', ...readQuestionTypes(heading).map((type) => type.section)] : [section])
}

function passageFields(passage: Passage, { titleEn, sectionAsks }: Guide, dials: SearchDials): TextField[] {
  // An item of 常见问题 answers its own heading, another passage the questions of its section.
  const asks = passage.section === 'faq' ? [] : (sectionAsks.get(passage.section) ?? [])
  return [
    { text: `${passage.guideTitle}\n${titleEn}`, weight: dials.titleWeight },
    { text: passage.heading, weight: dials.headingWeight },
    { text: asks.join('\n'), weight: dials.asksWeight },
    { text: `${passage.text}\n${passage.textEn ?? ''}`, weight: dials.textWeight },
    { text: Object.values(passage.pointsEn).join('\n'), weight: dials.textWeight },
  ]
}

function guideFields(guide: Guide, dials: SearchDials): TextField[] {
  return [
    { text: [guide.title, guide.titleEn, ...guide.aliases].join('\n'), weight: dials.titleWeight },
    { text: allAsks(guide).join('\n'), weight: dials.asksWeight },
    {
      text: guide.sections.map(({ heading, text, textEn }) => `${heading}\n${text}\n${textEn ?? ''}`).join('\n'),
      weight: dials.textWeight,
    },
    { text: [...guide.pointsEn.values()].join('\n'), weight: dials.textWeight },
  ]
}
