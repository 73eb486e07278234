import { z } from 'zod'
import type { Authority } from './section-authority.ts'

/** How far a number may be trusted. `unverified` is never shown to a citizen; `law-m` is shown without its article. */
export const Mark = z.enum(['law', 'law-m', 'source', 'unverified'])
export type Mark = z.infer<typeof Mark>

const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by "-"')
const isoDate = z.iso.date()

/** Where a number comes from. `law` needs law and article; `source` needs the code of domain sources (S1 …) or a publisher. */
const provenance = {
  mark: Mark,
  law: z.string().optional(),
  article: z
    .string()
    .regex(/^第[一二三四五六七八九十百千零]+条$/, 'write the article as 第九条')
    .optional(),
  source: z.string().optional(),
}

/** A number of the guide that is no fee and no limit, so that prose can refer to it as `{{id}}`. */
export const Fact = z.strictObject({
  id: kebab,
  label: z.string(),
  value: z.union([z.number(), z.string()]),
  /** A value in Chinese words, 三分之二 or 五折, in English. */
  valueEn: z.string().optional(),
  /** CNY, working-day, day, week, month, year, hour, year-of-age, percent, date, phone, or a measure word such as 张. */
  unit: z.string(),
  ...provenance,
})
export type Fact = z.infer<typeof Fact>

export const Fee = z.strictObject({
  id: kebab,
  label: z.string(),
  /** The same in English, a few words. */
  labelEn: z.string().optional(),
  amount: z.number().min(0),
  unit: z.literal('CNY').default('CNY'),
  when: z.string(),
  basis: z.string().optional(),
  ...provenance,
})
export type Fee = z.infer<typeof Fee>

export const Limit = z.strictObject({
  value: z.number().positive(),
  unit: z.enum(['working-day', 'day']),
  ...provenance,
})
export type Limit = z.infer<typeof Limit>

export const SECTIONS = {
  who: '谁能办',
  materials: '要带什么',
  how: '怎么办',
  time: '多久办好',
  fees: '要多少钱',
  where: '在哪办',
  faq: '常见问题',
  basis: '依据',
} as const
/** The same headings for English readers. */
export const SECTIONS_EN: Readonly<Record<keyof typeof SECTIONS, string>> = {
  who: 'Who can apply',
  materials: 'What to bring',
  how: 'How to apply',
  time: 'How long it takes',
  fees: 'What it costs',
  where: 'Where to go',
  faq: 'Common questions',
  basis: 'Legal basis',
}
export const SectionSlug = z.enum(['who', 'materials', 'how', 'time', 'fees', 'where', 'faq', 'basis'])
export type SectionSlug = z.infer<typeof SectionSlug>

/** Front matter of `knowledge/guides/<topic>/<id>.md`. Unknown keys are refused. */
export const GuideHead = z.strictObject({
  id: kebab,
  title: z.string(),
  titleEn: z.string(),
  /** Official and everyday names of the matter: 居住证, 暂住证. */
  aliases: z.array(z.string()),
  /** Whole questions as citizens say them. At least five. */
  asks: z.array(z.string()).min(5),
  topic: kebab,
  audience: z.array(z.enum(['person', 'company', 'taiwan', 'hongkong-macao', 'foreigner', 'elder'])).min(1),
  authority: z.string(),
  itemType: z.string(),
  handling: z.enum(['immediate', 'promised']),
  legalLimit: Limit.optional(),
  promisedLimit: Limit.optional(),
  /** Times the citizen must come in person; absent when not known. */
  visits: z.number().int().min(0).optional(),
  channels: z.array(z.strictObject({ kind: z.enum(['online', 'window', 'phone']), name: z.string(), mark: Mark })),
  fees: z.array(Fee),
  validity: z.string().optional(),
  nationwide: z.boolean(),
  /** The form in `knowledge/services/`, when the matter can be started in the chat. */
  service: kebab.optional(),
  legalBasis: z.array(z.strictObject({ law: z.string(), article: provenance.article, mark: Mark })),
  source: z.strictObject({ publisher: z.string(), checked: isoDate, url: z.url().optional() }),
  facts: z.array(Fact),
  /** One or two English sentences a section; numbers as `{{id}}` here too. */
  english: z.partialRecord(SectionSlug, z.string()),
})
export type GuideHead = z.infer<typeof GuideHead>

/** One `##` of a guide (for 常见问题, one `###`): what search finds and what a citation names. Text is rendered Markdown, references resolved. */
export type Section = {
  readonly slug: SectionSlug
  /** The question: the fixed heading, or the `###` text inside 常见问题. */
  readonly heading: string
  readonly text: string
  /** English text when the guide has one for this slug. */
  readonly textEn: string | undefined
  /** What it rests on. */
  readonly authority: Authority
  readonly line: number
}

/** A checked guide. `sections` are in file order; 常见问题 appears once per `###`. */
export type Guide = GuideHead & {
  readonly sections: readonly Section[]
  /** Questions of `knowledge/asks/`, under the section that they ask about. */
  readonly sectionAsks: ReadonlyMap<SectionSlug, readonly string[]>
  /** Of those, the points of the guide that answer each, best first (`who#代办`); empty where the guide is silent. */
  readonly answers: ReadonlyMap<string, readonly string[]>
  /** What its points say in English (`who#代办`), of `knowledge/english/`, references in words. */
  readonly pointsEn: ReadonlyMap<string, string>
  readonly file: string
  readonly hash: string
}

/** Every question staff wrote for the guide, in the front matter and by section. */
export function allAsks({ asks, sectionAsks }: Pick<Guide, 'asks' | 'sectionAsks'>): string[] {
  return [...asks, ...[...sectionAsks.values()].flat()]
}
