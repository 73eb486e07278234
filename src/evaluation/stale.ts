import { createHash } from 'node:crypto'
import type { StaffContent } from '../content/index.ts'
import { sectionText, type SuiteReading } from './suites/read-suites.ts'

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

/** How many samples speak of each section of each guide; a section with none is not inspected. */
export function coverage(
  { answers }: Pick<SuiteReading, 'answers'>,
  content: StaffContent,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    [...content.guides.values()].map(({ id, sections }) => [
      id,
      new Map(
        [...new Set(sections.map(({ slug }) => slug))].map((slug) => [
          slug,
          answers.filter(({ facts, cite }) =>
            [...facts.map(({ source }) => source), ...(cite?.allow ?? [])].includes(`${id}#${slug}`),
          ).length,
        ]),
      ),
    ]),
  )
}
