import type { PassagesResult } from '../tool-contract.ts'
import type { Question } from './agenda.ts'
import type { SectionSlug } from './hear.ts'
import { coverage, likeness, signatureOf, type Signature } from './likeness.ts'
import { plainWords } from './plain-words.ts'
import type { Asked, Extent } from './select-units.ts'
import { readSituations } from './situations.ts'

export type FoundPassage = PassagesResult['passages'][number]

/** One section to quote, and how much of it. */
export type Quote = { readonly passage: FoundPassage; readonly extent: Extent }

/** What answers a question: sections in the citizen's order, what decides on their lines, and whether a point she asked is in none. */
export type Answer = {
  readonly quotes: readonly Quote[]
  readonly asked: Asked
  readonly partial: boolean
}

/** Sections of an overview, in the order they are told. */
const OVERVIEW: readonly SectionSlug[] = ['how', 'who', 'materials', 'time', 'fees']

/**
 * How like the question an FAQ item has to be: to answer what no one section answers; to stand beside a section that was
 * asked for, or in place of an overview; to stand in place of a section.
 */
const FAQ_LIKE = 0.5
const FAQ_CLOSE = 0.66
const FAQ_SAME = 0.85
const MOST_QUOTES = 5

/** 怎么办 alone, or a bare mention of a matter, asks for the whole of it. */
function isOverview(sections: readonly SectionSlug[]): boolean {
  return sections.length === 0 || (sections.length === 1 && sections[0] === 'how')
}

/** Chooses what to quote for a question from the passages of its guide. */
export function answerQuestion({ segment }: Question, passages: readonly FoundPassage[]): Answer {
  const quotes = new Map<string, Quote>()
  const add = (passage: FoundPassage | undefined, extent: Extent) => {
    if (passage && !quotes.has(passage.token)) quotes.set(passage.token, { passage, extent })
  }
  const asking = segment.clauses.filter(({ asks }) => asks)
  let told = ''
  let partial = false
  let whole = asking.length === 0
  for (const clause of segment.clauses) {
    if (!clause.asks) told += `${clause.text} `
    if (!clause.asks) continue
    const context = asking.length === 1 ? segment.text : `${told}${clause.text}`
    const wanted = clause.open ? [] : clause.sections
    const faq = closestFaq(context, passages)
    const like = faq?.like ?? 0
    if (like >= (isOverview(wanted) ? FAQ_LIKE : FAQ_CLOSE)) add(faq?.passage, 'full')
    if (like >= (wanted.length === 0 ? FAQ_LIKE : isOverview(wanted) ? FAQ_CLOSE : FAQ_SAME)) continue
    if (wanted.length === 0) {
      partial ||= isForeign(context, passages)
      add(bestPassage(context, passages), 'touching')
    } else if (isOverview(wanted)) whole = true
    else {
      for (const section of wanted) {
        const passage = passages.find((candidate) => candidate.section === section)
        partial ||= passage === undefined
        add(passage ?? faq?.passage ?? bestPassage(context, passages), 'full')
      }
    }
  }
  if (whole || quotes.size === 0) {
    for (const section of OVERVIEW) {
      const extent = section === 'how' && asking.length > 0 ? 'full' : 'lead'
      add(
        passages.find((candidate) => candidate.section === section),
        extent,
      )
    }
  }
  const asked = { words: segment.text, situations: readSituations(segment.text), signature: signatureOf(segment.text) }
  return { quotes: [...quotes.values()].slice(0, MOST_QUOTES), asked, partial }
}

function closestFaq(
  text: string,
  passages: readonly FoundPassage[],
): { passage: FoundPassage; like: number } | undefined {
  let best: { passage: FoundPassage; like: number } | undefined
  for (const passage of passages) {
    if (passage.section !== 'faq') continue
    const subject = plainWords(passage.title)
    const like = likeness(signatureOf(text, subject), signatureOf(plainWords(passage.heading), subject))
    if (!best || like > best.like) best = { passage, like }
  }
  return best
}

/** A mark in this share of a guide's passages is its matter by another name: 个体户, 失业金. */
const COMMON_SHARE = 0.4

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

/** The passage that holds most of what is asked; the search's score weighs in, and decides between equals. */
function bestPassage(text: string, passages: readonly FoundPassage[]): FoundPassage | undefined {
  let best: { passage: FoundPassage; held: number } | undefined
  for (const passage of passages) {
    const subject = plainWords(passage.title)
    const question = signatureOf(text, subject)
    const heading = signatureOf(plainWords(passage.heading), subject)
    const held =
      coverage(question, passageSignature(passage)) + HEADING_SHARE * likeness(question, heading) + passage.score / 2
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
