import { type Quantity, parseUnits, readQuantities } from '../../language/index.ts'
import type { Briefing } from '../briefing.ts'
import type { Question } from './agenda.ts'
import type { Answer } from './answer.ts'
import type { SectionSlug } from './hear.ts'
import type { OwnCase } from './own-case.ts'
import { weighOwnCase } from './own-case.ts'
import { citeUnit } from './cite-unit.ts'
import { forkQuestion, phrase, verdictPhrase } from './phrases.ts'
import type { Clause } from './segments.ts'
import type { ToWeigh } from './weigh-lines.ts'

/** The answer with a verdict on the citizen's own case put first, and without the lines that are for others. */
export function withOwnCase(question: Question, guide: ToWeigh, answerTo: (question: Question) => Answer): Answer {
  const { clauses, text } = question.segment
  const asking = clauses.filter(({ asks }) => asks)
  if (asking.length < 2) {
    const own = weighOwnCase(text, sectionsNamed(clauses), guide)
    const answer = answerTo(question)
    if (own === undefined) return answer
    const { passage } = own
    const first = parseUnits(passage.text).find(({ text: line }) => isForBornOn(line, own.said) === true)
    if (first !== undefined)
      return { ...answer, quotes: [{ passage, extent: 'line', first, leads: true }], partial: false }
    return { ...answer, own, quotes: beside(answer, own), partial: false }
  }
  for (const clause of asking) {
    const own = weighOwnCase(
      textOf(clauses.filter((one) => one === clause || !one.asks)),
      sectionsNamed([clause]),
      guide,
    )
    if (own !== undefined)
      return besideOwnCase(
        own,
        answerTo(
          onlyAsking(
            question,
            asking.filter((one) => one !== clause),
          ),
        ),
      )
  }
  return answerTo(question)
}

/** 2025年1月1日以前出生的…已经截止: a line for her day of birth says more than one for her age; undefined for one of no day. */
function isForBornOn(line: string, said: string): boolean | undefined {
  const born = readQuantities(said).find(({ kind }) => kind === 'date')
  const [, bound = '', side] = BORN.exec(line) ?? []
  const [day] = readQuantities(bound)
  if (born === undefined || day?.kind !== 'date') return undefined
  return side === '前' ? String(born.value) < String(day.value) : String(born.value) >= String(day.value)
}

const BORN = /([\d年月日-]{6,})(?:以|之)?([前后])出生/u

/** 15岁能办吗，要我陪吗: the verdict answers one of her questions, and stands before what answers the others. */
function besideOwnCase(own: OwnCase, rest: Answer): Answer {
  const quotes = rest.quotes.filter((quote) => leavesSomething(quote, own)).slice(0, MOST_REMAINING)
  return { ...rest, own, quotes: rest.partial ? [] : quotes }
}

const MOST_REMAINING = 3

function onlyAsking({ segment, ...question }: Question, clauses: readonly Clause[]): Question {
  return { ...question, segment: { ...segment, clauses, text: textOf(clauses) } }
}

function textOf(clauses: readonly Clause[]): string {
  return clauses.map(({ text }) => text).join(' ')
}

function sectionsNamed(clauses: readonly Clause[]): SectionSlug[] {
  return clauses.flatMap(({ open, sections }) => (open ? [] : sections))
}

/** One section beside the verdict: that of its line, whole where other conditions are to be read there too. */
function beside({ quotes }: Answer, own: OwnCase): Answer['quotes'] {
  const [first] = quotes.toSorted(
    (one, other) => Number(other.passage === own.passage) - Number(one.passage === own.passage),
  )
  if (own.verdict === 'meets' && own.passage.section === 'who') return [{ passage: own.passage, extent: 'full' }]
  if (first === undefined || !leavesSomething(first, own)) return []
  return [first.extent === 'full' && first.passage.section !== 'faq' ? { ...first, extent: 'touching' } : first]
}

function leavesSomething({ passage, first }: Answer['quotes'][number], { spent, said }: OwnCase): boolean {
  const units = first === undefined ? parseUnits(passage.text) : [first]
  return units.some(({ text }) => !spent.has(text) && isForBornOn(text, said) !== false)
}

/** The sentence that tells the verdict, with the citation of the line it stands on. */
export function tellOwnCase(own: OwnCase, locale: Briefing['locale']): string {
  const { verdict, said, words, bound, passage, english } = own
  if (locale === 'en' && english !== undefined) {
    const text = `${phrase('yourCase', 'en').replace('{said}', said)} ${english}`
    return `${citeUnit({ kind: 'sentence', marker: '', text, label: '', point: '' }, passage.token)}\n`
  }
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
