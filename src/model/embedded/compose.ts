import type { Briefing } from '../briefing.ts'
import type { Answer, Quote } from './answer.ts'
import type { SectionSlug } from './hear.ts'
import { phrase } from './phrases.ts'
import { citeUnit, parseUnits, type Unit } from './quote.ts'
import { selectUnits, type Asked } from './select-units.ts'

type Locale = Briefing['locale']

const ENGLISH_HEADINGS: Readonly<Record<SectionSlug, string>> = {
  who: 'Who can apply',
  materials: 'What to bring',
  how: 'How to apply',
  time: 'How long it takes',
  fees: 'Fees',
  where: 'Where to go',
  faq: 'Good to know',
  basis: 'Legal basis',
}

/**
 * The answers as text in pieces of a sentence or list item, ready to stream. Every quoted sentence ends with its
 * citation; headings stand only where more than one section is quoted.
 */
export function composeAnswers(answers: readonly Answer[], locale: Locale): string[] {
  if (locale === 'en') return composeInEnglish(answers)
  const quotes = answers.reduce((count, answer) => count + answer.quotes.length, 0)
  return answers.flatMap((answer, index) => {
    const gap = index > 0 ? ['\n'] : []
    const lead = answer.partial ? [`${phrase('notInGuide', locale)}\n`] : []
    return [...gap, ...lead, ...answer.quotes.flatMap((quote) => composeQuote(quote, answer.asked, locale, quotes > 1))]
  })
}

/** English is made of the sections that have it; what stands in Chinese alone is quoted only where nothing else answers, and marked. */
function composeInEnglish(answers: readonly Answer[]): string[] {
  const spoken = answers.map((answer) => {
    const written = answer.quotes.filter(({ passage }) => passage.textEn !== undefined)
    // A line is found in the Chinese text; the English of its section is short and stands whole.
    const whole = written.filter(({ extent }) => extent !== 'line')
    const english = whole.length > 0 ? whole : written.slice(0, 1)
    return english.length > 0
      ? { answer, quotes: english }
      : { answer, quotes: answer.quotes.slice(0, 1), chinese: true }
  })
  const count = spoken.reduce((sum, { quotes }) => sum + quotes.length, 0)
  return spoken.flatMap(({ answer, quotes, chinese }, index) => [
    ...(index > 0 ? ['\n'] : []),
    ...(answer.partial ? [`${phrase('notInGuide', 'en')}\n`] : []),
    ...(chinese === true && quotes.length > 0 ? [`${phrase('chineseOnly', 'en')}\n`] : []),
    ...quotes.flatMap((quote) => composeQuote(quote, answer.asked, 'en', count > 1)),
  ])
}

function composeQuote(quote: Quote, asked: Asked, locale: Locale, headed: boolean): string[] {
  const { passage } = quote
  const english = locale === 'en' ? passage.textEn : undefined
  const units = english === undefined ? unitsOf(quote, asked) : parseUnits(english)
  const [first] = units
  if (!first) return []
  const heading = isHeaded(quote, headed, english !== undefined) ? headingOf(passage, locale) : ''
  const opening = heading && first.kind === 'item' ? [`${heading}\n`] : []
  const pieces = units.map((unit, index) => {
    const before = index === 0 && unit.kind === 'sentence' ? heading : ''
    return `${before}${citeUnit(unit, passage.token)}${jointAfter(unit, units[index + 1])}`
  })
  return [...opening, ...pieces]
}

function unitsOf({ passage, extent, first }: Quote, asked: Asked): readonly Unit[] {
  const others = extent === 'line' ? [] : selectUnits(passage, asked, extent)
  return first === undefined ? others : [{ ...first, marker: first.marker && '- ' }, ...others]
}

/** An item of 常见问题 stands under its question, for 可以 and 不能 answer just that; in English the answer says it all. */
function isHeaded({ passage, extent, leads }: Quote, several: boolean, english: boolean): boolean {
  if (leads || extent === 'line') return false
  return passage.section === 'faq' ? !english : several
}

function headingOf({ heading, section }: Quote['passage'], locale: Locale): string {
  return locale === 'en' && section !== 'faq' ? `**${ENGLISH_HEADINGS[section]}**: ` : `**${heading}**：`
}

/** Sentences of a paragraph run on; items, and the end of a section, end their line. */
function jointAfter(unit: Unit, next: Unit | undefined): string {
  if (!next || unit.kind === 'item' || next.kind === 'item') return '\n'
  return /\p{Script=Han}/u.test(unit.text) ? '' : ' '
}
