import type { Answer, FoundPassage, Quote } from './answer.ts'
import type { SectionSlug } from './hear.ts'
import { isBare } from './is-bare.ts'
import { isBareEnglish } from './is-bare-english.ts'
import { isHeld, tellsAspects } from './is-held.ts'
import { plainWords } from './plain-words.ts'
import { predicateOf } from './predicate.ts'
import { wantedOf, type Clause } from './segments.ts'
import { KINDS, readSituations } from './situations.ts'
import { timesAsked } from './time-kinds.ts'
import { tellsSurely, weighLines, type Answers, type Asking, type WeighedLine } from './weigh-lines.ts'

/** One question, and where it may be answered; `most` lines beside the point at most. */
export type Point = {
  readonly text: string
  readonly clause: Clause | undefined
  readonly passages: readonly FoundPassage[]
  /** What the guide's matter is called, in plain form. */
  readonly names: readonly string[]
  readonly meant: readonly string[]
  readonly answers: Answers | undefined
  readonly most: number
}

/** Lines beside the nearest one where none holds the point, and where the search is sure that the guide is silent. */
const MOST_NEAR = { unsure: 3, silent: 1 }
/** From this chance on the search is sure of it. */
export const SILENT = 0.5
/** A line this much less likely than the point says something else. */
const BESIDE_MARGIN = 6.5
/** The same where it does not tell the kind of quantity that is asked for. */
const UNTYPED_MARGIN = 5
/** A line has to be this much likelier than the section's own conclusion to stand before it. */
const HOIST_MARGIN = 1
/** The same for a line of another section than the one that is asked for. */
const ELSEWHERE_MARGIN = 1.5
/** The same where a list is asked for: 要什么资料 wants the papers. */
const LIST_MARGIN = 2.5
/** For each of these margins by which the point does not lead, one line more is told. */
const DOUBTS: readonly number[] = [3, 1.5]

/** One question: the line that holds what is asked, whole where its section is a list, and at most a few lines beside it. */
export function answerPoint({ text, clause, passages, names, meant, answers, most }: Point): Omit<Answer, 'asked'> {
  const sections = clause === undefined ? [] : sectionsOf(clause)
  const missing = sections.some((section) => !passages.some((passage) => passage.section === section))
  const own = clause === undefined ? undefined : sectionItself(clause, sections, { passages, names })
  const sought: Asking = { text, sections, meant, answers }
  const weighed = weighLines(sought, passages)
  const sure = weighed.find(tellsSurely)
  if (own !== undefined && (sure === undefined || sure.passage === own))
    return { quotes: quotesOfSection(own, weighed, most), partial: false }
  const lead = weighed.find((line) => !isBorrowed(line))
  if (lead === undefined) return { quotes: [], partial: missing }
  const held = isHeld(sought, lead, weighed)
  const near = (answers?.silent ?? 0) >= SILENT ? MOST_NEAR.silent : MOST_NEAR.unsure
  return {
    quotes: tellsAspects(sought, lead)
      ? quotesOf(lead, weighed, { text, sections, kinds: kindsIn(text), most: held ? most : near })
      : nearest(lead, weighed, kindsIn(text), near),
    partial: missing || !held,
  }
}

const STEP = /^(?:\*\*)?第[一二三四五六七八九十]+步/u

/** Where a thing is asked that no list of steps can tell, a few single lines stand nearest to it; a whole list would bury that. */
function nearest(
  lead: WeighedLine,
  lines: readonly WeighedLine[],
  kinds: readonly string[],
  most: number,
): readonly Quote[] {
  const others = lines.filter(
    (line) =>
      line !== lead &&
      saysMore(line, lead) &&
      !STEP.test(line.unit.text) &&
      !isOfOtherKind(line, kinds) &&
      !isSameSaid(line, lead),
  )
  return [leadingQuote(lead), ...eachOnce(others, most).map((line) => quoteLine(line))]
}

const VERDICT = /^(?:不?能|不?可以|有|没有|是|不是|用|不用|不行|要|不要|会|不会|得|算|不算)[，,。]/u
/** An item says yes or no to her only when no more than this of its question is unasked, and it asks this much the same. */
const MOST_UNASKED = 0.6
const LEAST_SAME = 0.3
/** And its question has this much in common with hers, or it holds this much of hers. */
const LEAST_LIKE = 0.2
const MOSTLY = 0.75

/** A yes or no of an item whose own question is another one. It may stand beside the point, under its question. */
export function isBorrowed(line: WeighedLine): boolean {
  const { unit, evidence } = line
  const { faq, label, shared, beside, predicate } = evidence
  const alike = label >= LEAST_LIKE || shared >= MOSTLY
  const asksTheSame = alike && (line.english || beside <= MOST_UNASKED) && predicate >= LEAST_SAME
  return faq && VERDICT.test(unit.text) && !asksTheSame && !tellsSurely(line)
}

/** True when a line tells of what happened, or its label asks just this: it comes before the steps of the whole. */
export function tellsOf({ evidence: { label, beside, situations } }: WeighedLine, kinds: number): boolean {
  return (kinds > 0 && situations > 0) || (label >= LABELLED && beside <= MOST_UNASKED)
}

/** How like the question a line's label is to come before the steps. */
const LABELLED = 0.3

/** How like the question an item's own question is where it is the very same one: answered without saying it again. */
const SAME = 0.66

function quotesOf(
  lead: WeighedLine,
  lines: readonly WeighedLine[],
  {
    text,
    sections,
    kinds,
    most,
  }: Pick<Asking, 'text' | 'sections'> & { readonly kinds: readonly string[]; readonly most: number },
): readonly Quote[] {
  const isNamed = ({ passage }: WeighedLine) => sections.includes(passage.section)
  const conclusion = lines.find((line) => line.evidence.first && isNamed(line))
  const inList = conclusion !== undefined && LISTS.has(conclusion.passage.section)
  const margin = isNamed(lead) ? HOIST_MARGIN : inList ? LIST_MARGIN : ELSEWHERE_MARGIN
  const hoisted = conclusion === undefined || tellsSurely(lead) || lead.odds - conclusion.odds >= margin
  const first = hoisted ? lead : conclusion
  const { passage } = first
  if (isNamed(first) && LISTS.has(passage.section)) {
    if (isVerdict(lead, text)) return [leadingQuote(lead), { passage, extent: 'full' }]
    const outside = lines.find((line) => line.passage !== passage && lead.odds - line.odds <= HOIST_MARGIN)
    // A list leaves out what is for others; the line she asked for stands in it whatever its label.
    const inside = lead.passage === passage && !lead.evidence.first ? [lead] : []
    const beside = [...inside, ...(outside ? [outside] : [])]
    return [{ passage, extent: 'full', leads: true }, ...beside.map((line) => quoteLine(line))]
  }
  const isOther = (line: WeighedLine): boolean =>
    line !== first && !isOfOtherKind(line, kinds) && !isSameSaid(line, first)
  const isMore = (line: WeighedLine): boolean => line === lead || saysMore(line, lead)
  const beside = lines.filter((line) => isMore(line) && isOther(line))
  // Where a section is asked for, its likeliest lines fill the place.
  const own = isNamed(first) ? lines.filter((line) => line.passage === passage && !isMore(line) && isOther(line)) : []
  const all = eachOnce([...beside, ...own], most + doubts(lead, lines))
  return [leadingQuote(first), ...all.map((line) => quoteLine(line))]
}

/** 能代办吗 is answered by the line that says whether, before the list it stands in or beside. */
function isVerdict({ unit, evidence: { first, label, situations } }: WeighedLine, text: string): boolean {
  const speaks = situations > 0 || label >= LABELLED
  return speaks && !first && !STEP.test(unit.text) && predicateOf(plainWords(text)).has('whether')
}

/** How many lines more are told, since it is not clear which one is meant. */
function doubts(lead: WeighedLine, lines: readonly WeighedLine[]): number {
  const second = lines.find((line) => line !== lead)
  return second === undefined ? 0 : DOUBTS.filter((margin) => lead.odds - second.odds < margin).length
}

/** A line says more of the very thing that is asked when it is nearly as likely and tells the same kind of thing. */
function saysMore(line: WeighedLine, lead: WeighedLine): boolean {
  const sameKind = line.evidence.time >= 0 && (!lead.evidence.typed || line.evidence.typed)
  return lead.odds - line.odds <= (sameKind ? BESIDE_MARGIN : UNTYPED_MARGIN)
}

/** Kinds of the act that words name: 丢失, 换领. */
function kindsIn(words: string): readonly string[] {
  return [...readSituations(plainWords(words))].filter((situation) => KINDS.has(situation))
}

/** A line labelled with another kind of the act than hers: 损坏换领 where she asks about 丢失补领. */
function isOfOtherKind({ unit }: WeighedLine, kinds: readonly string[]): boolean {
  if (kinds.length === 0) return false
  const own = kindsIn(unit.label)
  return own.length > 0 && !own.some((kind) => kinds.includes(kind))
}

/** Two lines that have this share of the shorter one's marks in common say the same. */
const SAME_SAID = 0.75

function isSameSaid(one: WeighedLine, other: WeighedLine): boolean {
  const [short, long] = one.marks.size < other.marks.size ? [one.marks, other.marks] : [other.marks, one.marks]
  let alike = 0
  for (const mark of short) if (long.has(mark)) alike++
  return alike >= SAME_SAID * short.size
}

/** The first `most` lines without those that say what one before them says. */
function eachOnce(lines: readonly WeighedLine[], most: number): readonly WeighedLine[] {
  const isNew = (line: WeighedLine, at: number): boolean =>
    !lines.slice(0, at).some((before) => isSameSaid(before, line))
  return Iterator.from(lines.entries())
    .filter(([at, line]) => isNew(line, at))
    .map(([, line]) => line)
    .take(most)
    .toArray()
}

/** An item of 常见问题 is one answer: cut, it would tell another age or case than hers. */
function quoteLine({ passage, unit }: WeighedLine): Quote {
  return passage.section === 'faq' ? { passage, extent: 'full' } : { passage, extent: 'line', first: unit }
}

export function leadingQuote(line: WeighedLine): Quote {
  const isOther = line.passage.section === 'faq' && line.evidence.label < SAME
  return { ...quoteLine(line), ...(isOther ? {} : { leads: true }) }
}

/** Sections whose lines belong together. */
const LISTS: ReadonlySet<SectionSlug> = new Set(['materials', 'how'])

/** 怎么办 after a story asks what becomes of it, not for the steps of the matter. */
const WHAT_NOW = /(?<!手机上?|[网线]上|异地|外地|在线)怎么办|咋办|怎么整|咋整|怎么处理|咋处理/u

/** The sections that a clause names. 多久 is also asked of what no office handles, and 怎么办 of whatever happened. */
function sectionsOf(clause: Clause): readonly SectionSlug[] {
  const plain = plainWords(clause.text)
  const times = timesAsked(plain)
  const unnamed = new Set<SectionSlug>()
  if (times.size > 0 && !times.has('handling')) unnamed.add('time')
  if (WHAT_NOW.test(plain)) unnamed.add('how')
  return wantedOf(clause).filter((section) => !unnamed.has(section))
}

/** The section that a clause asks for and nothing besides: it answers by itself, conclusion first. */
function sectionItself(
  clause: Clause,
  [section, other]: readonly SectionSlug[],
  { passages, names }: Pick<Point, 'passages' | 'names'>,
): FoundPassage | undefined {
  if (section === undefined || other !== undefined) return undefined
  if (!isBare(clause.text, passages, false) && !isBareEnglish(clause.text, { passages, names })) return undefined
  if (section === 'basis' && predicateOf(plainWords(clause.text)).has('whether')) return undefined
  return passages.find((passage) => passage.section === section)
}

/** A section this short is told whole. */
const SHORT_SECTION = 180

/** A list is told whole; of another section the conclusion, and the lines most likely meant. */
function quotesOfSection(passage: FoundPassage, lines: readonly WeighedLine[], most: number): readonly Quote[] {
  if (LISTS.has(passage.section) || passage.text.length <= SHORT_SECTION)
    return [{ passage, extent: 'full', leads: true }]
  const own = lines.filter((line) => line.passage === passage)
  const conclusion = own.find(({ evidence }) => evidence.first)
  if (conclusion === undefined) return [{ passage, extent: 'full', leads: true }]
  const beside = own.filter((line) => line !== conclusion && !isSameSaid(line, conclusion)).slice(0, most)
  return [leadingQuote(conclusion), ...beside.map((line) => quoteLine(line))]
}
