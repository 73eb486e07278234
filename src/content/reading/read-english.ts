import { z } from 'zod'
import { pointName } from '../../language/index.ts'
import { checkEnglish } from '../checks/check-english.ts'
import { nearestWord } from '../checks/nearest-word.ts'
import type { Problem } from '../checks/problem.ts'
import { referencesOf, renderReferences } from '../checks/references.ts'
import { SectionSlug, type Guide } from '../guide.ts'
import { pointsOf } from '../points.ts'
import type { WrittenSection } from './guide-body.ts'
import { readNamed } from './read-named.ts'
import { readOnce } from './read-once.ts'

/** The English of each point of a section by the point's name: 代办, 第一步, 开头, in 常见问题 the question. */
const points = z.record(z.string(), z.string().min(2)).optional()

/** A file of `knowledge/english/`: what a guide says at each of its points, in English. */
export const EnglishFile = z.strictObject({
  /** The guide. */
  id: z.string(),
  who: points,
  materials: points,
  how: points,
  time: points,
  fees: points,
  where: points,
  faq: points,
})

const englishOf = readOnce((file, text) => readNamed(file, text, EnglishFile))

/** A file with its text; `file` is its path from the root. */
type Text = { readonly file: string; readonly text: string }

/** A guide as read: its name, and its sections with the references as written. */
type Written = { readonly name: string; readonly sections: readonly WrittenSection[] }

/**
 * Gives the guides the English that `knowledge/english/` holds of their points. A point whose English says another number
 * than its Chinese is a problem, and stays without.
 * @param written all guide files, those with mistakes of their own included.
 */
export function fitEnglish(
  texts: readonly Text[],
  guides: ReadonlyMap<string, Guide>,
  written: readonly Written[],
): { readonly guides: Map<string, Guide>; readonly problems: readonly Problem[] } {
  const fitted = new Map(guides)
  const names = written.map(({ name }) => name)
  const problems: Problem[] = []
  for (const { file, text } of texts) {
    const { source, value, problems: own } = englishOf(file, text)
    problems.push(...own)
    if (value === undefined) continue
    const sections = written.find(({ name }) => name === value.id)?.sections
    if (sections === undefined) {
      const meant = nearestWord(value.id, names)
      const fix = meant === undefined ? 'write the guide first' : `name the file ${meant}.yaml, with id: ${meant}`
      problems.push({ file, line: source.lineOf(['id']), problem: `the guide "${value.id}" does not exist`, fix })
      continue
    }
    const guide = guides.get(value.id)
    if (guide === undefined) continue
    const references = referencesOf(guide)
    // A point is called as citizens read it, and compared as it is written.
    const asWritten = pointsOf({ sections })
    const chinese = new Map(pointsOf(guide).map(({ name, text }, at) => [name, asWritten[at]?.text ?? text]))
    const pointsEn = new Map<string, string>()
    for (const slug of SectionSlug.options) {
      if (slug === 'basis') continue
      for (const [point, english] of Object.entries(value[slug] ?? {})) {
        const name = pointName(slug, point)
        const at = { file, line: source.lineOf([slug, point]) }
        const said = chinese.get(name)
        if (said === undefined) {
          problems.push({ ...at, ...unknownPoint(name, [...chinese.keys()]) })
          continue
        }
        const faults = checkEnglish({ english, chinese: said, question: slug === 'faq' ? point : '' }, references)
        problems.push(...faults.map((fault) => ({ ...at, ...fault })))
        if (faults.length === 0) pointsEn.set(name, renderReferences(english, references, 'en'))
      }
    }
    fitted.set(value.id, { ...guide, pointsEn })
  }
  return { guides: fitted, problems }
}

function unknownPoint(name: string, known: readonly string[]): Pick<Problem, 'problem' | 'fix'> {
  const section = pointName(name.split('#')[0] ?? '', '')
  const own = known.filter((each) => each.startsWith(section))
  const meant = nearestWord(name, own)
  return {
    problem: `"${name}" is no point of the guide`,
    fix:
      meant === undefined ? `remove it, or call it by its name in the guide` : `write ${meant.slice(section.length)}`,
  }
}
