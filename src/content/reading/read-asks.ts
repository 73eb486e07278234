import { z } from 'zod'
import { SECTIONS, type Guide, type SectionSlug } from '../guide.ts'
import { nearestWord } from '../checks/nearest-word.ts'
import type { Problem } from '../checks/problem.ts'
import { readNamed } from './read-named.ts'
import { readOnce } from './read-once.ts'

const questions = z.array(z.string().min(2)).min(1).optional()

/** A file of `knowledge/asks/`: whole questions as citizens say them, under the section of the guide that answers them. */
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
    for (const [slug, list] of entriesOf(value)) {
      list.forEach((question, position) => {
        const other = owners.get(question)
        if (other !== undefined) {
          const line = source.lineOf([slug, position])
          problems.push({
            file,
            line,
            problem: `"${question}" already stands in ${other}`,
            fix: 'keep it in one place',
          })
        }
        owners.set(question, `${value.id}#${slug}`)
      })
    }
    const guide = guides.get(value.id)
    if (guide !== undefined) asked.set(value.id, { ...guide, sectionAsks: new Map(entriesOf(value)) })
  }
  return { guides: asked, problems }
}

function entriesOf(file: AsksFile): [slug: SectionSlug, questions: readonly string[]][] {
  return slugs.flatMap((slug) => {
    const list = slug === 'basis' ? undefined : file[slug]
    return list === undefined ? [] : [[slug, list]]
  })
}

// oxlint-disable-next-line no-unsafe-type-assertion -- the keys are the slugs
const slugs = Object.keys(SECTIONS) as SectionSlug[]
