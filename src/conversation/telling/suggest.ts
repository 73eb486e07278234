import type { Guide, Locale, SectionSlug } from '../../content/index.ts'
import { toTraditional } from '../../language/index.ts'
import type { Speech } from '../speech.ts'

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
  turn: {
    readonly locale: Locale
    readonly cited: ReadonlySet<string>
    readonly applying: boolean
    /** The answer told her that it is not possible. */
    readonly denied: boolean
  },
): string[] {
  const name = nameOf(guide, turn.locale)
  const open = ASKED.filter((section) => !turn.cited.has(section))
  const questions = open.map((section) => say(`suggest-${section}`, { name }))
  if (turn.applying || turn.denied || guide.service === undefined) return questions.slice(0, MOST)
  return [...questions.slice(0, MOST - 1), say('suggest-apply', { name })]
}

/** What people call the matter: its first everyday name, or the English title. */
function nameOf(guide: Guide, locale: Locale): string {
  // What stands in brackets after the name is for the catalogue.
  if (locale === 'en') return guide.titleEn.replace(/\s*\(.*\)$/, '')
  const name = guide.aliases[0] ?? guide.title
  return locale === 'zh-Hant' ? toTraditional(name) : name
}
