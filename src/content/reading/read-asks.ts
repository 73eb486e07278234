import { z } from 'zod'
import { SECTIONS, type Guide, type SectionSlug } from '../guide.ts'
import { nearestWord } from '../checks/nearest-word.ts'
import type { Problem } from '../checks/problem.ts'
import { readNamed } from './read-named.ts'
import { readOnce } from './read-once.ts'
import type { YamlPath } from './yaml-source.ts'

const question = z.string().min(2)
/** Questions with the points of the guide that answer each of them, best first (`who#代办`); none where the guide is silent. */
const Answered = z.strictObject({ answer: z.array(z.string()), asks: z.array(question).min(1) })
const questions = z
  .array(z.union([Answered, question]))
  .min(1)
  .optional()

/** A file of `knowledge/asks/`: whole questions as citizens say them, under the section of the guide that they ask about. */
export const AsksFile = z.strictObject({
  /** The guide. */
  id: z.string(),
  who: questions,
  materials: questions,
  how: questions,
  time: questions,
  fees: questions,
  where: questions,
  faq: questions,
})
type AsksFile = z.infer<typeof AsksFile>

const asksOf = readOnce((file, text) => readNamed(file, text, AsksFile))

/** A file with its text; `file` is its path from the root. */
type Text = { readonly file: string; readonly text: string }

/**
 * Gives the guides the questions that `knowledge/asks/` holds for them. A question that stands twice is a problem:
 * it could not tell which guide or section is meant.
 * @param written ids of all guide files, those with mistakes of their own included.
 */
export function fitAsks(
  texts: readonly Text[],
  guides: ReadonlyMap<string, Guide>,
  written: readonly string[],
): { readonly guides: Map<string, Guide>; readonly problems: readonly Problem[] } {
  const asked = new Map(guides)
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  for (const { file, text } of texts) {
    const { source, value, problems: own } = asksOf(file, text)
    problems.push(...own)
    if (value === undefined) continue
    if (!written.includes(value.id)) {
      const meant = nearestWord(value.id, written)
      const fix = meant === undefined ? 'write the guide first' : `name the file ${meant}.yaml, with id: ${meant}`
      problems.push({ file, line: source.lineOf(['id']), problem: `the guide "${value.id}" does not exist`, fix })
      continue
    }
    const asks = asksIn(value)
    for (const { text: question, slug, path } of asks) {
      const other = owners.get(question)
      if (other !== undefined) {
        problems.push({
          file,
          line: source.lineOf(path),
          problem: `"${question}" already stands in ${other}`,
          fix: 'keep it in one place',
        })
      }
      owners.set(question, `${value.id}#${slug}`)
    }
    const guide = guides.get(value.id)
    if (guide !== undefined) asked.set(value.id, { ...guide, ...asksOfGuide(asks) })
  }
  return { guides: asked, problems }
}

type Ask = {
  readonly text: string
  readonly slug: SectionSlug
  /** Points that answer it; undefined where nobody said which. */
  readonly answer: readonly string[] | undefined
  readonly path: YamlPath
}

function asksIn(file: AsksFile): Ask[] {
  return slugs.flatMap((slug) =>
    (slug === 'basis' ? [] : (file[slug] ?? [])).flatMap((entry, at): Ask[] =>
      typeof entry === 'string'
        ? [{ text: entry, slug, answer: undefined, path: [slug, at] }]
        : entry.asks.map((text, of) => ({ text, slug, answer: entry.answer, path: [slug, at, 'asks', of] })),
    ),
  )
}

function asksOfGuide(asks: readonly Ask[]): Pick<Guide, 'sectionAsks' | 'answers'> {
  const sectionAsks = Map.groupBy(asks, ({ slug }) => slug)
  return {
    sectionAsks: new Map([...sectionAsks].map(([slug, own]) => [slug, own.map(({ text }) => text)])),
    answers: new Map(asks.flatMap(({ text, answer }) => (answer === undefined ? [] : [[text, answer]]))),
  }
}

// oxlint-disable-next-line no-unsafe-type-assertion -- the keys are the slugs
const slugs = Object.keys(SECTIONS) as SectionSlug[]
