import type { Quantity } from '../../language/index.ts'
import type { Briefing } from '../briefing.ts'
import type { Answer, FoundPassage } from './answer.ts'
import type { OwnCase } from './own-case.ts'
import { weighOwnCase } from './own-case.ts'
import { forkQuestion, verdictPhrase } from './phrases.ts'
import { parseUnits } from './quote.ts'
import type { Segment } from './segments.ts'

/** The answer with a verdict on the citizen's own case put first, and without the lines that are for others. */
export function withOwnCase(
  answer: Answer,
  { text, clauses }: Segment,
  { passages, today }: { readonly passages: readonly FoundPassage[]; readonly today: string },
): Answer {
  const asked = clauses.flatMap(({ open, sections }) => (open ? [] : sections))
  const own = weighOwnCase(text, asked, passages, today)
  if (own === undefined) return answer
  // 15岁能办吗，要我陪吗: the verdict answers one of her questions.
  const several = clauses.filter(({ asks }) => asks).length > 1
  return { ...answer, own, quotes: several ? remaining(answer, own) : beside(answer, own), partial: false }
}

/** What beside the verdict answers her other questions. */
function remaining({ quotes }: Answer, own: OwnCase): Answer['quotes'] {
  return quotes.filter((quote) => leavesSomething(quote, own)).slice(0, MOST_REMAINING)
}

const MOST_REMAINING = 3

/** One section beside the verdict: that of its line, whole where other conditions are to be read there too. */
function beside({ quotes }: Answer, own: OwnCase): Answer['quotes'] {
  const [first] = quotes.toSorted(
    (one, other) => Number(other.passage === own.passage) - Number(one.passage === own.passage),
  )
  if (own.verdict === 'meets' && own.passage.section === 'who') return [{ passage: own.passage, extent: 'full' }]
  if (first === undefined || !leavesSomething(first, own)) return []
  return [first.extent === 'full' && first.passage.section !== 'faq' ? { ...first, extent: 'touching' } : first]
}

function leavesSomething({ passage, first }: Answer['quotes'][number], { spent }: OwnCase): boolean {
  const units = first === undefined ? parseUnits(passage.text) : [first]
  return units.some(({ text }) => !spent.has(text))
}

/** The sentence that tells the verdict, with the citation of the line it stands on. */
export function tellOwnCase(own: OwnCase, locale: Briefing['locale']): string {
  const { verdict, said, words, bound, passage } = own
  const sentence = verdictPhrase(verdict, { said, words, bound: boundInEnglish(bound) }, locale)
  return locale === 'en' ? `${sentence} [${passage.token}].\n` : `${sentence}[${passage.token}]。\n`
}

/** What to ask the citizen where her case depends on something untold. */
export function askFork(
  answers: readonly Answer[],
  locale: Briefing['locale'],
): { readonly question: string; readonly choices: string[] } | undefined {
  const fork = answers.map(({ own }) => own?.fork).find((one) => one !== undefined)
  return fork === undefined ? undefined : forkQuestion(fork, locale)
}

const BOUNDS: Readonly<Record<Quantity['comparator'], string>> = {
  '>=': 'at least ',
  '>': 'more than ',
  '<=': 'within ',
  '<': 'under ',
  '=': '',
  range: '',
}
const UNITS: Readonly<Record<string, string>> = {
  'year-of-age': 'years of age',
  'working-day': 'working days',
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
  hour: 'hours',
  m2: 'square metres',
}

function boundInEnglish({ comparator, value, max, unit }: Quantity): string {
  const number = max === undefined ? String(value) : `${value} to ${max}`
  return `${BOUNDS[comparator]}${number} ${UNITS[unit] ?? unit}`
}
