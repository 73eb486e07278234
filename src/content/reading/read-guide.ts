import { basename, dirname } from 'node:path'
import { checkProse } from '../checks/check-prose.ts'
import { checkProvenance, namedArticles } from '../checks/check-provenance.ts'
import { contentHash } from './content-hash.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readGuideBody } from './guide-body.ts'
import type { WrittenSection } from './guide-body.ts'
import { GuideHead } from '../guide.ts'
import type { Guide, SectionSlug } from '../guide.ts'
import type { Problem } from '../checks/problem.ts'
import { referencesOf, renderReferences } from '../checks/references.ts'
import type { Reference } from '../checks/references.ts'
import { checkShape } from '../checks/schema-problems.ts'
import { authorityOf } from '../section-authority.ts'
import { parseYaml } from './yaml-source.ts'
import type { YamlSource } from './yaml-source.ts'

/** A guide file as read: the guide with its references in words, or undefined with the reasons. */
export type GuideReading = {
  readonly guide: Guide | undefined
  readonly problems: readonly Problem[]
  readonly serviceLine: number
  /** Its sections with the references as written. */
  readonly sections: readonly WrittenSection[]
}

/** Reads one guide file. `file` is its path from the root, with `/`. */
export function readGuide(file: string, text: string): GuideReading {
  const cut = splitFrontMatter(file, text)
  if ('problem' in cut) return { guide: undefined, problems: [cut], serviceLine: 1, sections: [] }
  const source = parseYaml(file, cut.head, cut.headLine)
  const shape = checkShape(source, GuideHead)
  const body = readGuideBody(file, cut.body, cut.bodyLine)
  if (shape.value === undefined)
    return {
      guide: undefined,
      problems: [...shape.problems, ...body.problems],
      serviceLine: 1,
      sections: body.sections,
    }
  const head = shape.value
  const problems = guideProblems(head, body, source)
  const guide =
    problems.length > 0 ? undefined : render(head, body.sections, referencesOf(head), file, contentHash(text))
  return { guide, problems, serviceLine: source.lineOf(['service']), sections: body.sections }
}

/** Every mistake of a guide whose head has the right shape. */
export function guideProblems(
  head: GuideHead,
  body: ReturnType<typeof readGuideBody>,
  source: Pick<YamlSource, 'file' | 'lineOf'>,
): Problem[] {
  return [
    ...placeProblems(source.file, head, source),
    ...checkProvenance(head, source),
    ...proseProblems(source.file, head, source, body.sections, referencesOf(head)),
    ...body.problems,
  ]
}

function placeProblems(file: string, head: GuideHead, source: Pick<YamlSource, 'lineOf'>): Problem[] {
  const problems: Problem[] = []
  if (basename(file, '.md') !== head.id) {
    const fix = `name the file ${head.id}.md, or write id: ${basename(file, '.md')}`
    problems.push({ file, line: source.lineOf(['id']), problem: 'the id is not the name of the file', fix })
  }
  const folder = basename(dirname(file))
  if (folder !== head.topic) {
    const fix = `move the file to ${head.topic}/, or write topic: ${folder}`
    problems.push({ file, line: source.lineOf(['topic']), problem: 'the topic is not the name of the folder', fix })
  }
  return problems
}

function proseProblems(
  file: string,
  head: GuideHead,
  source: Pick<YamlSource, 'lineOf'>,
  sections: readonly WrittenSection[],
  references: ReadonlyMap<string, Reference>,
): Problem[] {
  const rules = { file, references, articles: namedArticles(head) }
  const front = [
    ...(head.validity === undefined ? [] : [{ text: head.validity, line: source.lineOf(['validity']) }]),
    ...Object.entries(head.english).map(([slug, text]) => ({ text, line: source.lineOf(['english', slug]) })),
  ].flatMap(({ text, line }) => checkProse({ text, line }, rules).map((problem) => ({ ...problem, line })))
  const written = sections.flatMap((section) => [
    ...checkProse({ text: section.heading, line: section.line }, rules),
    ...checkProse({ text: section.text, line: section.textLine }, rules),
  ])
  return [...front, ...written]
}

function render(
  head: GuideHead,
  written: readonly WrittenSection[],
  references: ReadonlyMap<string, Reference>,
  file: string,
  hash: string,
): Guide {
  const { validity, ...rest } = head
  const english = Object.fromEntries(
    Object.entries(head.english).map(([slug, text]) => [slug, renderReferences(text, references, 'en')]),
  ) as Partial<Record<SectionSlug, string>>
  const sections = written.map(({ slug, heading, line, text }) => ({
    slug,
    heading: renderReferences(heading, references, 'zh'),
    text: renderReferences(text, references, 'zh'),
    textEn: english[slug],
    authority: authorityOf({ slug, text }, references),
    line,
  }))
  const rendered = validity === undefined ? {} : { validity: renderReferences(validity, references, 'zh') }
  return {
    ...rest,
    ...rendered,
    english,
    sections,
    sectionAsks: new Map(),
    answers: new Map(),
    pointsEn: new Map(),
    file,
    hash,
  }
}
