import type { PassagesResult } from '../tool-contract.ts'
import type { Question } from './agenda.ts'
import type { SectionSlug } from './hear.ts'
import { signatureOf, type Signature } from './likeness.ts'
import { nearestLine, type WeighedLine } from './nearest-line.ts'
import type { OwnCase } from './own-case.ts'
import { plainWords } from './plain-words.ts'
import type { Unit } from './quote.ts'
import type { Clause } from './segments.ts'
import { selectUnits, type Asked, type Extent } from './select-units.ts'
import { KINDS, readSituations } from './situations.ts'

export type FoundPassage = PassagesResult['passages'][number]

/**
 * One section to quote, and how much of it; `first` is the line of it that comes before the others, or alone. What
 * `leads` is the point itself and stands without the section's heading.
 */
export type Quote = {
  readonly passage: FoundPassage
  readonly extent: Extent | 'line'
  readonly first?: Unit
  readonly leads?: true
}

/** What answers a question: sections in the citizen's order, what decides on their lines, and whether a point she asked is in none. */
export type Answer = {
  readonly quotes: readonly Quote[]
  readonly asked: Asked
  readonly partial: boolean
  /** How her own case stands to a condition of the guide, told before all else. */
  readonly own?: OwnCase
}

/** Sections of an overview, in the order they are told. */
const OVERVIEW: readonly SectionSlug[] = ['how', 'who', 'materials', 'time', 'fees']

/** A passage with this share of the best one's score in the search is told as well. */
const BESIDE = 0.25
const MOST_BESIDE = 3
const MOST_QUOTES = 5

/** A question, the passages of its guide, and the guides' own words for what she said otherwise. */
type ToAnswer = {
  readonly question: Question
  readonly passages: readonly FoundPassage[]
  readonly meant: readonly string[]
}

/** Chooses what to quote for a question from the passages of its guide: the line that answers first, then what stands around it. */
export function answerQuestion({ question: { segment }, passages, meant }: ToAnswer): Answer {
  const words = [segment.text, ...meant].join(' ')
  const asked: Asked = {
    words,
    situations: readSituations(words),
    signature: signatureOf(words),
    meant: besideMatter(meant, passages),
  }
  const asking = segment.clauses.filter(({ asks }) => asks)
  if (asking.length > 1) return { ...answerEach(asking, asked, passages), asked }
  const [only] = asking
  const point = nearestLine(segment.text, asked.meant, passages)
  const all = only === undefined ? isBare(segment.text, passages) : asksForAll(only, passages)
  if (all) {
    const quotes = overview(passages, only !== undefined)
    const led = only !== undefined && (asked.situations.size > 0 || isLabelled(point, LABELLED))
    return { quotes: led ? leadWith(point, quotes, asked) : quotes, asked, partial: false }
  }
  const named = only === undefined ? [] : sectionsNamed(only, passages, 'lead')
  const quotes = leadWith(point, onceEach([...besideSearch(passages), ...named]), asked)
  const alone = named.length === 0 && point?.passage.section === 'faq' && isLabelled(point, SAME)
  return {
    quotes: quotes.slice(0, alone ? 1 : MOST_QUOTES),
    asked,
    partial: only !== undefined && isPartial(only, passages),
  }
}

/** How like the question a line's label is: to lead an overview; to be the very same question, which an item of 常见问题 answers alone. */
const LABELLED = 0.3
const SAME = 0.66

function isLabelled(point: WeighedLine | undefined, least: number): boolean {
  return (point?.evidence.label ?? 0) >= least
}

/** Several questions in one message: each with its line first, then the sections they ask for. */
function answerEach(asking: readonly Clause[], asked: Asked, passages: readonly FoundPassage[]): Omit<Answer, 'asked'> {
  const points = asking.map((clause) => nearestLine(clause.text, asked.meant, placesOf(clause, passages)))
  const named = asking.flatMap((clause, at) => {
    if (asksForAll(clause, passages)) return overview(passages, true)
    const sections = sectionsNamed(clause, passages, 'full')
    const point = points[at]
    return sections.length === 0 && point ? [quote(point.passage, 'touching')] : sections
  })
  const chosen = onceEach(named).slice(0, MOST_QUOTES)
  return {
    quotes: points.reduceRight<readonly Quote[]>((led, point) => leadWith(point, led, asked), chosen),
    partial: asking.some((clause) => isPartial(clause, passages)),
  }
}

/** Where one of several questions is answered: in the sections it names, else anywhere. The search heard them all at once. */
function placesOf(clause: Clause, passages: readonly FoundPassage[]): readonly FoundPassage[] {
  const wanted = wantedOf(clause)
  const named = passages.filter(({ section }) => wanted.includes(section))
  return named.length > 0 ? named : passages
}

/** An item of 常见问题 is one answer: cut, it would tell another age or case than hers. */
function quote(passage: FoundPassage, extent: Extent): Quote {
  return { passage, extent: passage.section === 'faq' ? 'full' : extent }
}

function onceEach(quotes: readonly Quote[]): Quote[] {
  return [...new Map(quotes.toReversed().map((one) => [one.passage.token, one])).values()].toReversed()
}

function overview(passages: readonly FoundPassage[], steps: boolean): Quote[] {
  return OVERVIEW.flatMap((section) => {
    const passage = passages.find((candidate) => candidate.section === section)
    return passage ? [quote(passage, section === 'how' && steps ? 'full' : 'lead')] : []
  })
}

/** What the search puts first, and what it puts close behind. */
function besideSearch(passages: readonly FoundPassage[]): Quote[] {
  const searched = passages.filter(({ score, section }) => score > 0 && section !== 'basis')
  const most = Math.max(0, ...searched.map(({ score }) => score))
  return searched
    .filter(({ score }) => score >= BESIDE * most)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_BESIDE)
    .map((passage, at) => quote(passage, at === 0 ? 'full' : 'touching'))
}

/** The sections that a clause asks for by name. */
function sectionsNamed(clause: Clause, passages: readonly FoundPassage[], extent: Extent): Quote[] {
  return wantedOf(clause).flatMap((section) => {
    const passage = passages.find((candidate) => candidate.section === section)
    return passage ? [quote(passage, extent)] : []
  })
}

/** 能刷医保卡吗 names a thing, not the section that says so. */
function wantedOf({ open, sections }: Clause): readonly SectionSlug[] {
  return open ? [] : sections
}

/** The quotes led by the line that answers best, unless that stands first already. */
function leadWith(point: WeighedLine | undefined, quotes: readonly Quote[], asked: Asked): readonly Quote[] {
  if (point === undefined) return quotes
  const { passage, unit } = point
  const others = quotes.filter((one) => one.passage.token !== passage.token)
  const quoted = quotes.find((one) => one.passage.token === passage.token)
  if (passage.section === 'faq') {
    const same = isLabelled(point, SAME)
    return [{ passage, extent: 'full', ...(same ? { leads: true } : {}) }, ...others]
  }
  if (quoted === undefined) return [{ passage, extent: 'line', first: unit }, ...others]
  const [first] = selectUnits(passage, asked, quoted.extent === 'line' ? 'full' : quoted.extent)
  return [{ ...quoted, leads: true, ...(first?.text === unit.text ? {} : { first: unit }) }, ...others]
}

/** 怎么办 alone, or a bare mention of a matter, asks for the whole of it. */
function asksForAll(clause: Clause, passages: readonly FoundPassage[]): boolean {
  const [wanted, other] = wantedOf(clause)
  return wanted === 'how' && other === undefined && isBare(clause.text, passages)
}

/** Words that are not the matter itself, of which every line speaks. */
function besideMatter(meant: readonly string[], passages: readonly FoundPassage[]): string[] {
  return meant.filter((word) => !passages[0]?.title.includes(word))
}

/** True when a section asked for is missing, or nothing of what is asked stands anywhere in the guide. */
function isPartial(clause: Clause, passages: readonly FoundPassage[]): boolean {
  const wanted = wantedOf(clause)
  if (wanted.length > 0) return wanted.some((section) => !passages.some((passage) => passage.section === section))
  return passages.every(({ fit }) => (fit ?? 0) < FOREIGN_FIT) && isForeign(clause.text, passages)
}

/** True when a clause names no point of the guide besides its matter and kinds of the act: 身份证丢了怎么办. */
function isBare(text: string, passages: readonly FoundPassage[]): boolean {
  const question = signatureOf(text, plainWords(passages[0]?.title ?? ''))
  const bodies = passages.map((passage) => passageSignature(passage))
  return [...question.keys()].every((mark) => {
    if (mark.startsWith('~')) return KINDS.has(mark.slice(1))
    const count = bodies.filter((body) => body.has(mark)).length
    return count === 0 || count >= bodies.length * COMMON_SHARE || marksKind(mark)
  })
}

/** True for a pair of characters that says a kind of the act by itself: 丢了, 过期. */
function marksKind(mark: string): boolean {
  return [...readSituations(mark)].some((situation) => KINDS.has(situation))
}

/** A mark in this share of a guide's passages is its matter by another name: 个体户, 失业金. */
const COMMON_SHARE = 0.4

/** What fits this well is no stranger to the guide. */
const FOREIGN_FIT = 0.25

/** One word the guide lacks may be another word for what it says; two are a thing it does not speak of. */
const FOREIGN_MARKS = 2

/** True when nothing of what is asked, the matter itself aside, stands anywhere in the guide. */
function isForeign(text: string, passages: readonly FoundPassage[]): boolean {
  const question = signatureOf(text, plainWords(passages[0]?.title ?? ''))
  const bodies = passages.map((passage) => passageSignature(passage))
  const holders = [...question.keys()].map((mark) => ({ mark, count: bodies.filter((body) => body.has(mark)).length }))
  if (holders.some(({ mark, count }) => mark.startsWith('~') && count > 0)) return false
  const telling = holders.filter(({ count }) => count < bodies.length * COMMON_SHARE)
  return telling.length >= FOREIGN_MARKS && telling.every(({ count }) => count === 0)
}

/** Signatures of passages seen before. A guide's text is the same from turn to turn; reading it again would be most of the work. */
const known = new Map<string, Signature>()
const MOST_KNOWN = 4000

function passageSignature({ heading, text }: FoundPassage): Signature {
  const body = `${heading} ${text}`
  const before = known.get(body)
  if (before) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const signature = signatureOf(plainWords(body))
  known.set(body, signature)
  return signature
}
