import type { Guide, SectionSlug } from '../content/index.ts'
import type { Speech } from './speech.ts'

/** Sections citizens go on to ask about, in the order of a matter. */
const ASKED: readonly SectionSlug[] = ['materials', 'fees', 'time', 'where']
const MOST = 3

/**
 * Next useful steps after an answer: sections of the guide it did not cite, and the application where there is a form.
 * Each is a whole message that can be sent as it is.
 */
export function suggestNext(
  say: Speech,
  guide: Guide,
  citedSections: ReadonlySet<string>,
  applying: boolean,
): string[] {
  const name = guide.aliases[0] ?? guide.title
  const questions = ASKED.filter((section) => !citedSections.has(section)).map((section) =>
    say(`suggest-${section}`, { name }),
  )
  if (applying || guide.service === undefined) return questions.slice(0, MOST)
  return [...questions.slice(0, MOST - 1), say('suggest-apply', { name })]
}
