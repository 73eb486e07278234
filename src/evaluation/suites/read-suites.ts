import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { checkShape, parseYaml, type Problem, type StaffContent } from '../../content/index.ts'
import { clausesOf, type Clause } from '../fact-matcher/clauses.ts'
import { matchFactIn } from '../fact-matcher/match-fact.ts'
import {
  SUITES,
  type AnswerSample,
  type HostileSample,
  type RefusalSample,
  type ServiceSample,
  type SuiteName,
} from './shapes.ts'

/** All samples of the suites, and what is wrong with their files. `hash` is that of the files read. */
export type SuiteReading = {
  readonly answers: readonly AnswerSample[]
  readonly refusals: readonly RefusalSample[]
  readonly hostile: readonly HostileSample[]
  readonly services: readonly ServiceSample[]
  readonly hash: string
  /** The file of each sample, by `suite/id`. */
  readonly files: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** Reads `evals/<suite>/*.yaml`. Every mistake is told with its place; a sample with one is left out. */
export function readSuites(root: string, content: StaffContent): SuiteReading {
  const problems: Problem[] = []
  const sectionOf = sectionReader(content)
  const hash = createHash('sha256')
  const files = new Map<string, string>()
  const read = <Name extends SuiteName>(name: Name): z.infer<(typeof SUITES)[Name]>[] => {
    const owners = new Map<string, string>()
    return globSync(`evals/${name}/*.yaml`, { cwd: root })
      .toSorted()
      .flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8')
        hash.update(`${file}\n`).update(text)
        const source = parseYaml(file, text)
        const { value, problems: own } = checkShape(source, z.array(SUITES[name]).min(1))
        problems.push(...own)
        const samples = (value ?? []) as z.infer<(typeof SUITES)[Name]>[]
        samples.forEach(({ id }, at) => {
          const other = owners.get(id)
          if (other !== undefined) {
            const line = source.lineOf([at, 'id'])
            problems.push({
              file,
              line,
              problem: `the id "${id}" is already used in ${other}`,
              fix: 'choose another id',
            })
          }
          owners.set(id, file)
          files.set(`${name}/${id}`, file)
        })
        if (name === 'answers')
          problems.push(...goldProblems(file, samples as AnswerSample[], sectionOf, source.lineOf))
        return samples
      })
  }
  const answers = read('answers')
  const refusals = read('refusals')
  const hostile = read('hostile')
  const services = read('services')
  return { answers, refusals, hostile, services, hash: hash.digest('hex').slice(0, 16), files, problems }
}

/** A fact that its own section does not hold would fail every engine, and a wrong expectation is worse than none. */
function goldProblems(
  file: string,
  samples: readonly AnswerSample[],
  sectionOf: (source: string) => readonly Clause[] | undefined,
  lineOf: (path: readonly (string | number)[]) => number,
): Problem[] {
  return samples.flatMap((sample, at) =>
    sample.facts.flatMap((fact, position) => {
      const line = lineOf([at, 'facts', position])
      if (fact.source === undefined) return []
      const section = sectionOf(fact.source)
      if (section === undefined)
        return [
          { file, line, problem: `there is no section "${fact.source}"`, fix: 'name a guide and a section that exist' },
        ]
      const { about: _about, ...bare } = fact
      const held =
        matchFactIn(section, fact).verdict === 'holds' ||
        (fact.polarity === undefined && matchFactIn(section, bare).verdict === 'holds')
      return held
        ? []
        : [
            {
              file,
              line,
              problem: `the fact "${fact.id}" of ${sample.id} does not stand in ${fact.source}`,
              fix: 'correct the fact or its source',
            },
          ]
    }),
  )
}

/** Cuts the text of each `guide#section` once: hundreds of facts stand in the same one. */
function sectionReader(content: StaffContent): (source: string) => readonly Clause[] | undefined {
  const read = new Map<string, readonly Clause[] | undefined>()
  return (source) => {
    if (read.has(source)) return read.get(source)
    const text = sectionText(content, source)
    const clauses = text === undefined ? undefined : clausesOf(text)
    read.set(source, clauses)
    return clauses
  }
}

/** The text of `guide#section`, all items of 常见问题 together; undefined when there is none. */
export function sectionText(content: Pick<StaffContent, 'guides'>, source: string): string | undefined {
  const [guide = '', slug] = source.split('#')
  const sections = content.guides
    .get(guide)
    ?.sections.filter((section) => slug === undefined || section.slug === slug.split('/')[0])
  return sections === undefined || sections.length === 0
    ? undefined
    : sections.map(({ heading, text }) => `## ${heading}\n${text}`).join('\n')
}
