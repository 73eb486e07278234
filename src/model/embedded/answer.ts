import type { PassagesResult } from '../tool-contract.ts'
import type { Question } from './agenda.ts'
import { closestFaq, FAQ_LIKE } from './closest-faq.ts'
import { hear, type SectionSlug } from './hear.ts'
import { coverage, likeness, signatureOf, type Signature } from './likeness.ts'
import { leadWithPoint } from './lead-with-point.ts'
import { plainWords } from './plain-words.ts'
import type { Unit } from './quote.ts'
import type { Asked, Extent } from './select-units.ts'
import { aheadOf } from './section-ahead.ts'
import { KINDS, readSituations } from './situations.ts'

export type FoundPassage = PassagesResult['passages'][number]

/** One section to quote, and how much of it; `first` is the line of it that comes before the others, or alone. */
export type Quote = { readonly passage: FoundPassage; readonly extent: Extent | 'line'; readonly first?: Unit }

/** What answers a question: sections in the citizen's order, what decides on their lines, and whether a point she asked is in none. */
export type Answer = {
  readonly quotes: readonly Quote[]
  readonly asked: Asked
  readonly partial: boolean
}

/** Sections of an overview, in the order they are told. */
const OVERVIEW: readonly SectionSlug[] = ['how', 'who', 'materials', 'time', 'fees']

/**
 * How like the question an FAQ item has to be: to stand beside a section that was asked for, or in place of an overview;
 * to stand in place of a section.
 */
const FAQ_CLOSE = 0.66
const FAQ_SAME = 0.85
const MOST_QUOTES = 5

/** 怎么办 alone, or a bare mention of a matter, asks for the whole of it. */
function isOverview(sections: readonly SectionSlug[]): boolean {
  return sections.length === 0 || (sections.length === 1 && sections[0] === 'how')
}

/** A question, the passages of its guide, and the guides' own words for what she said otherwise. */
type ToAnswer = {
  readonly question: Question
  readonly passages: readonly FoundPassage[]
  readonly meant: readonly string[]
}

/** Chooses what to quote for a question from the passages of its guide: the point first, then what was asked for around it. */
export function answerQuestion({ question: { segment }, passages, meant }: ToAnswer): Answer {
  const quotes = new Map<string, Quote>()
  const add = (passage: FoundPassage | undefined, extent: Extent) => {
    if (passage && !quotes.has(passage.token)) quotes.set(passage.token, { passage, extent })
  }
  const ofSection = (section: SectionSlug) => passages.find((candidate) => candidate.section === section)
  const asking = segment.clauses.filter(({ asks }) => asks)
  let told = ''
  let partial = false
  let whole = asking.length === 0
  for (const clause of segment.clauses) {
    if (!clause.asks) told += `${clause.text} `
    if (!clause.asks) continue
    const context = asking.length === 1 ? segment.text : `${told}${clause.text}`
    const wanted = clause.open ? [] : clause.sections
    const faq = closestFaq(
      context,
      passages.filter(({ token }) => !quotes.has(token)),
    )
    const like = faq?.like ?? 0
    // What the search puts first leads, whatever section the pattern of the question would have it in: 住多久可以办 asks who.
    const ahead = asking.length === 1 && wanted.length > 0 ? aheadOf(wanted, passages) : undefined
    add(ahead, ahead?.section === 'faq' ? 'full' : 'touching')
    if (wanted.length === 0) {
      const best = like >= FAQ_LIKE ? undefined : bestPassage(context, passages)
      if (best) partial ||= (best.fit ?? 0) < FOREIGN_FIT && isForeign(context, passages)
      // An item of 常见问题 is one answer: cut, it would tell another age or case than hers.
      add(best ?? faq?.passage, best && best.section !== 'faq' ? 'touching' : 'full')
    } else if (isOverview(wanted)) {
      if (like >= FAQ_LIKE) add(faq?.passage, 'full')
      whole ||= like < FAQ_CLOSE || isBare(clause.text, passages) || !isAhead(faq?.passage, ofSection('how'))
    } else {
      // An item on another side of the same thing stands beside the section asked for, never before it.
      const asked = passages.filter(({ section }) => wanted.includes(section))
      const same =
        faq !== undefined &&
        like >= FAQ_CLOSE &&
        asksFor(faq.passage, wanted) &&
        asked.every((one) => isAhead(faq.passage, one))
      if (same) add(faq.passage, 'full')
      if (same && like >= FAQ_SAME) continue
      const point = pointBeside(wanted, passages)
      add(point, 'touching')
      for (const section of wanted) {
        const passage = ofSection(section)
        partial ||= passage === undefined
        add(passage ?? faq?.passage ?? bestPassage(context, passages), point || same || ahead ? 'lead' : 'full')
      }
      if (like >= FAQ_SAME) add(faq?.passage, 'full')
    }
  }
  if (asking.length === 0) {
    const faq = closestFaq(segment.text, passages)
    if (faq && faq.like >= FAQ_LIKE) {
      add(faq.passage, 'full')
      whole = isBare(segment.text, passages)
    }
  }
  if (whole || quotes.size === 0) {
    for (const section of OVERVIEW) add(ofSection(section), section === 'how' && asking.length > 0 ? 'full' : 'lead')
  }
  const words = [segment.text, ...meant].join(' ')
  const asked = {
    words,
    situations: readSituations(words),
    signature: signatureOf(words),
    meant: besideMatter(meant, passages),
  }
  const chosen = [...quotes.values()].slice(0, MOST_QUOTES)
  const points = asking.length === 0 && whole ? [] : asking.length > 1 ? asking.map(({ text }) => text) : [segment.text]
  return {
    quotes: points.reduceRight<readonly Quote[]>((led, point) => leadWithPoint(led, point, asked, passages), chosen),
    asked,
    partial,
  }
}

/** Words that are not the matter itself, of which every line speaks. */
function besideMatter(meant: readonly string[], passages: readonly FoundPassage[]): string[] {
  return meant.filter((word) => !passages[0]?.title.includes(word))
}

/** What an item's fit has to be against the section it stands in for. */
const STAND_IN = 1.25

/** True when a passage fits better than another by enough to stand in its place, or the search says nothing of either. */
function isAhead(one: FoundPassage | undefined, other: FoundPassage | undefined): boolean {
  return (one?.fit ?? 0) >= STAND_IN * (other?.fit ?? 0)
}

/** True unless the heading asks for other sides of the matter than those wanted. */
function asksFor({ heading }: FoundPassage, wanted: readonly SectionSlug[]): boolean {
  const { sections } = hear(plainWords(heading))
  return sections.length === 0 || sections.some((section) => section === 'who' || wanted.includes(section))
}

/** A section fits this well, and so many times better than the one asked for, when the point asked stands in it. */
const POINT_FIT = 0.2
const POINT_LEAD = 1.8

/** 能网上办吗 asks where, but the guide may say it under 怎么办. */
function pointBeside(wanted: readonly SectionSlug[], passages: readonly FoundPassage[]): FoundPassage | undefined {
  const sections = passages.filter(({ section }) => section !== 'faq' && section !== 'basis')
  const best = sections.reduce<FoundPassage | undefined>(
    (first, next) => ((next.fit ?? 0) > (first?.fit ?? 0) ? next : first),
    undefined,
  )
  const asked = Math.max(0, ...sections.filter(({ section }) => wanted.includes(section)).map(({ fit }) => fit ?? 0))
  const fit = best?.fit ?? 0
  return best && !wanted.includes(best.section) && fit >= POINT_FIT && fit >= POINT_LEAD * asked ? best : undefined
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

/** A heading that asks the same counts beside what the text holds: an FAQ item is short, a section says a little of everything. */
const HEADING_SHARE = 0.8
/** The search knows other words for the same and which words are telling, so its fit counts more than characters in common. */
const FIT_SHARE = 3

/** Whether one may is decided by who may, when nothing else speaks. */
const WHO_SHARE = 0.1

/** The passage that holds most of what is asked. */
function bestPassage(text: string, passages: readonly FoundPassage[]): FoundPassage | undefined {
  let best: { passage: FoundPassage; held: number } | undefined
  for (const passage of passages) {
    if (passage.section === 'basis') continue
    const subject = plainWords(passage.title)
    const question = signatureOf(text, subject)
    const heading = signatureOf(plainWords(passage.heading), subject)
    const held =
      coverage(question, passageSignature(passage)) +
      HEADING_SHARE * likeness(question, heading) +
      FIT_SHARE * (passage.fit ?? 0) +
      (passage.section === 'who' ? WHO_SHARE : 0)
    if (!best || held > best.held) best = { passage, held }
  }
  return best?.passage
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
