import type { Unit } from '../../language/index.ts'
import type { Briefing } from '../briefing.ts'
import type { Answer, Quote } from './answer.ts'
import type { SectionSlug } from './hear.ts'
import { phrase } from './phrases.ts'
import { citeUnit } from './cite-unit.ts'
import { englishUnits } from './english-units.ts'
import { selectUnits, type Asked } from './select-units.ts'
import { tellOwnCase } from './tell-own-case.ts'

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
  const all = answers.map((answer) => toldIn(answer, locale))
  const several = all.reduce((count, quotes) => count + quotes.length, 0) > 1
  return answers.flatMap((answer, index) => {
    const quotes = all[index] ?? []
    // A line that is told by itself may stand in a list as well.
    const quoted = eachOnce(quotes.flatMap((quote) => composeQuote(quote, locale, several)))
    const told = [...(answer.own === undefined ? [] : [tellOwnCase(answer.own, locale)]), ...quoted]
    if (told.length === 0) return []
    const lead = [
      ...(index > 0 ? ['\n'] : []),
      ...(answer.partial ? [`${phrase('notInGuide', locale)}\n`] : []),
      ...(locale === 'en' && quoted.length > 0 && quotes.every(isInChinese)
        ? [`${phrase('chineseOnly', 'en')}\n`]
        : []),
    ]
    return [...lead, ...told]
  })
}

/** A line that leads stands without the mark that it has in its list. */
function eachOnce(pieces: readonly string[]): string[] {
  const bare = pieces.map((piece) => piece.replace(/^- /u, ''))
  return pieces.filter((_, at) => bare.indexOf(bare[at] ?? '') === at)
}

/** A quote with the lines of it that are told, and whether they stand alone: in English a point names its own matter. */
type ToldQuote = { readonly quote: Quote; readonly units: readonly Unit[]; readonly alone: boolean }

function toldIn(answer: Answer, locale: Locale): readonly ToldQuote[] {
  const { asked, own, quotes } = answer
  if (locale === 'en') return inEnglish(answer)
  return quotes.map((quote) => ({
    quote,
    units: unitsOf(quote, asked).filter(({ text }) => !own?.spent.has(text)),
    alone: false,
  }))
}

/** The same lines as in Chinese, each in its own English; a section's English stands once for those that have none. Chinese stands, and is marked, only where nothing else answers. */
function inEnglish({ asked, quotes }: Answer): readonly ToldQuote[] {
  const sections = new Set<string | undefined>()
  const told = quotes.flatMap((quote): readonly ToldQuote[] => {
    const { passage } = quote
    const { units, own } = englishUnits(passage, unitsOf(quote, asked))
    if (units.length === 0 || (!own && sections.has(passage.textEn))) return []
    if (!own) sections.add(passage.textEn)
    return [{ quote, units, alone: own && isSingle(quote) }]
  })
  const [first, ...others] = told
  if (first !== undefined)
    return [first.alone ? { ...first, quote: { ...first.quote, leads: true } } : first, ...others]
  return quotes.slice(0, 1).map((quote) => ({ quote, units: unitsOf(quote, asked), alone: false }))
}

/** One point of a guide, and no list of them. */
function isSingle({ passage, extent }: Quote): boolean {
  return extent === 'line' || passage.section === 'faq'
}

function composeQuote({ quote, units, alone }: ToldQuote, locale: Locale, headed: boolean): string[] {
  const { passage, leads } = quote
  const [first] = units
  if (!first) return []
  const heading = !alone && isHeaded(quote, headed, locale === 'en') ? headingOf(passage, locale) : ''
  const opening = heading && first.kind === 'item' ? [`${heading}\n`] : []
  const pieces = units.map((unit, index) => {
    const before = index === 0 && unit.kind === 'sentence' ? heading : ''
    const marker = alone ? '- ' : unit.marker
    const marked = index === 0 ? leads !== true : !alone
    const shown = { ...unit, marker: marked ? marker : '' }
    return `${before}${citeUnit(shown, passage.token)}${jointAfter(unit, units[index + 1])}`
  })
  return [...opening, ...pieces]
}

function unitsOf({ passage, extent, first }: Quote, asked: Asked): readonly Unit[] {
  const others = extent === 'line' ? [] : selectUnits(passage, asked, extent)
  return first === undefined ? others : [{ ...first, marker: first.marker && '- ' }, ...others]
}

function isInChinese({ units }: ToldQuote): boolean {
  return units.every(({ text }) => /\p{Script=Han}/u.test(text))
}

/** An item of 常见问题 stands under its question, for 可以 and 不能 answer just that; in English the answer says it all. */
function isHeaded({ passage, extent, leads }: Quote, several: boolean, english: boolean): boolean {
  if (english) return several
  if (leads || extent === 'line') return false
  return passage.section === 'faq' || several
}

function headingOf({ heading, section }: Quote['passage'], locale: Locale): string {
  return locale === 'en' ? `**${ENGLISH_HEADINGS[section]}**: ` : `**${heading}**：`
}

/** Sentences of a paragraph run on; items, and the end of a section, end their line. */
function jointAfter(unit: Unit, next: Unit | undefined): string {
  if (!next || unit.kind === 'item' || next.kind === 'item') return '\n'
  return /\p{Script=Han}/u.test(unit.text) ? '' : ' '
}
