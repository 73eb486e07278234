import { createHash } from 'node:crypto'
import type { StaffContent } from '../../content/index.ts'
import { firstEnding } from '../checks/outcome.ts'
import { sectionText, type SuiteReading } from '../suites/read-suites.ts'
import type { Endings } from '../suites/shapes.ts'

/** A sample whose section reads differently now from when its fact was taken. */
export type Stale = {
  readonly sample: string
  readonly fact: string
  readonly source: string
  readonly quote: string
  readonly now: string
}

/** First 12 hex digits of the SHA-256 of a section's text: what a fact's `quote` holds. */
export function quoteOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** Facts whose section has changed, for a person to read again. Facts without a quote are not followed. */
export function staleFacts({ answers }: Pick<SuiteReading, 'answers'>, content: StaffContent): Stale[] {
  return answers.flatMap(({ id, facts }) =>
    facts.flatMap(({ id: fact, source, quote }) => {
      if (source === undefined || quote === undefined) return []
      const now = quoteOf(sectionText(content, source) ?? '')
      return now === quote ? [] : [{ sample: id, fact, source, quote, now }]
    }),
  )
}

/** Facts that name a section and do not yet say how it read. */
export function unquotedFacts({ answers }: Pick<SuiteReading, 'answers'>): number {
  return answers
    .flatMap(({ facts }) => facts)
    .filter(({ source, quote }) => source !== undefined && quote === undefined).length
}

/** Guide → section → type of question → expected outcome → how many samples; a section with none is not inspected. */
export type Coverage = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>>

/** What the samples cover. Every section of every guide is in it, in the order of the files. */
export function coverage({ answers }: Pick<SuiteReading, 'answers'>, content: StaffContent): Coverage {
  const asked = answers.flatMap(({ facts, cite, question_type, outcome }) =>
    [...new Set([...facts.flatMap(({ source }) => source ?? []), ...(cite?.allow ?? [])])].map((source) => ({
      source: source.split('/')[0],
      type: question_type,
      outcome: firstEnding(outcome),
    })),
  )
  const bySource = Map.groupBy(asked, ({ source }) => source)
  return new Map(
    [...content.guides.values()].map(({ id, sections }) => [
      id,
      new Map(
        [...new Set(sections.map(({ slug }) => slug))].map((slug) => {
          const types = Map.groupBy(bySource.get(`${id}#${slug}`) ?? [], ({ type }) => type)
          return [slug, new Map([...types].map(([type, own]) => [type, countBy(own.map(({ outcome }) => outcome))]))]
        }),
      ),
    ]),
  )
}

/** Suite → expected outcome → how many samples, twins among them: what sections cannot show, for a refusal rests on none. */
export function outcomesOf({
  answers,
  refusals,
  hostile,
  services,
}: SuiteReading): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const ends = (samples: readonly { readonly outcome?: Endings | undefined }[]): ReadonlyMap<string, number> =>
    countBy(samples.map(({ outcome }) => (outcome === undefined ? UNSAID : firstEnding(outcome))))
  const twins = [...refusals, ...hostile].flatMap(({ twin }) => twin ?? [])
  return new Map([
    ['answers', ends(answers)],
    ['refusals', ends(refusals)],
    ['hostile', ends(hostile.map(({ expect }) => expect))],
    ['twins', ends(twins)],
    ['services', countBy(services.map(({ expect }) => expect.status))],
  ])
}

/** Where a sample leaves open how the turn ends. */
const UNSAID = '—'

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counted = [...Map.groupBy(values, (value) => value)].map(([value, own]): [string, number] => [
    value,
    own.length,
  ])
  return new Map(counted.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
