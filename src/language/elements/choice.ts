import type { DataElement, ElementContext, ElementOption, Reading } from '../element.ts'
import { asksAbout } from '../acts/asks-about.ts'
import { asks } from '../asking.ts'
import { foldCharacters } from '../script.ts'
import { isNegated, isOutside, isOver, isRuledOut, NOT, withoutDeferred } from './choice-denials.ts'
import { guessOption, type Hit } from './choice-guess.ts'
import { withoutHokkien } from './hokkien.ts'
import { leaning, readLearnt, sidesOfChoice, speaksAgainst } from './learnt-answer.ts'
import { asMeant } from './misheard.ts'
import { findPhrase } from './phrases.ts'
import { DOUBT } from './doubt.ts'
import { readRelation } from './relation.ts'

/** 选项: option id, by its label, an alias, its number (第2个), or a label that contains the bare answer. */
export const choice: DataElement = {
  id: 'choice',
  label: '选项',
  secret: false,
  read: readChoices,
  check: (value, context) => {
    const options = context.options ?? []
    const exact = options.find(({ id }) => id === value)
    if (exact !== undefined) return { ok: true, value: exact.id }
    const read = readChoices(value, { ...context, asked: true })[0]
    if (read !== undefined) return { ok: true, value: read.value }
    return { ok: false, problem: `请从这几项里选一项：${options.map(({ label }) => label).join('、')}。` }
  },
  show: (value, context) => context.options?.find(({ id }) => id === value)?.label ?? value,
}

function readChoices(text: string, context: ElementContext): Reading[] {
  const options = context.options ?? []
  const said = foldCharacters(text).toLowerCase()
  const folded = context.asked === true ? withoutHokkien(withoutDeferred(said.replace(BETWEEN_HALVES, ' '))) : said
  const related =
    context.asked === true && /关系/.test(context.labels?.join() ?? '')
      ? readRelation(folded, options, context.ask ?? '')
      : undefined
  if (related !== undefined) return [readingOf(text, { ...related, label: false }, 0.9)]
  if (context.asked === true && DOUBT.test(folded)) return []
  const answered = context.asked === true ? answersIn(folded, options, context.answers ?? {}) : []
  const whole = answered.find(({ start, end }) => HALVES.test(folded.slice(start, end + 1)))
  if (whole !== undefined) return [readingOf(text, whole, 0.9)]
  if (HALVES.test(folded)) return context.asked === true ? readMisheard(folded, context) : []
  const named = longest(folded.length, [
    ...namesIn(folded, options).filter((hit) => !isNegated(folded, hit.start)),
    ...answered,
  ])
  const hits = outside(folded, named, options).filter(
    ({ end }) => !isOver(folded, end) && !(context.asked === true && isRuledOut(folded, end)),
  )
  if (hits.length === 0 && named.length > 0) return []
  if (context.asked === true && isWithHer(folded, hits)) return []
  const joint = jointOption(folded, hits, options)
  if (joint !== undefined) return [readingOf(text, joint, context.asked === true ? 0.9 : 0.7)]
  const sides = sidesOfChoice(options, context)
  if (hits.length > 0) {
    // Two options at once, unasked: which one is meant only the citizen can tell.
    const torn = context.asked !== true && hits.some(({ option }) => option !== hits[0]?.option)
    const kept = hits.filter(({ option }) => context.asked !== true || !speaksAgainst(folded, sides, option.id))
    return kept.map((hit) => readingOf(text, hit, torn ? 0.5 : confidenceOf(folded, hit, context)))
  }
  if (context.asked !== true || asksAbout(folded) || asks(folded)) return []
  const single = guessOption(folded, options)
  if (single !== undefined && (single.weak !== true || leaning(folded, sides) === single.option.id))
    return [readingOf(text, single, 0.8)]
  const misheard = readMisheard(folded, context)
  return misheard.length > 0 || NOT.test(folded) ? misheard : readLearnt(text, folded, sides)
}

/** What is read with the words of the question in place of what only sounds like them; nothing where none does. */
function readMisheard(folded: string, context: ElementContext): Reading[] {
  const meant = asMeant(folded, wordsOf(context))
  return meant === undefined ? [] : readChoices(meant, context)
}

/** Every word for the options of a question. */
function wordsOf({ options = [], answers }: ElementContext): string[] {
  return [
    ...options.flatMap(({ label, aliases }) => [label, ...aliases]),
    ...Object.values(answers ?? {}).flatMap((words) => words.flatMap((phrase) => phrase.split(' '))),
  ].map((word) => foldCharacters(word).toLowerCase())
}

const BETWEEN_HALVES = /[，,](?=一半)/

/** 福建以外 is the other one of 省内 and 省外; of more options it leaves open which. */
function outside(folded: string, hits: readonly Hit[], options: readonly ElementOption[]): readonly Hit[] {
  const excluded = hits.filter(({ start, end }) => isOutside(folded, start, end))
  const kept = hits.filter((hit) => !excluded.includes(hit))
  const others = options.filter(({ id }) => !excluded.some(({ option }) => option.id === id))
  const [first] = excluded
  const [other] = others
  if (first === undefined || other === undefined || others.length > 1 || kept.length > 0) return kept
  return [{ ...first, option: other, label: false }]
}

/** 一半公积金一半商贷: a mixture, and none of its parts. */
const HALVES = /(?:一半|一部分|有的|有些)(\S{1,10})\s?(?:一半|一部分|有的|有些)\S/

/** 随我，我老公是外省的: she chooses herself, and nothing that others are called in another clause. */
function isWithHer(folded: string, hits: readonly Hit[]): boolean {
  const own = /(?:^|[，,。；;\s])(?:就|都|肯定)?(?:随|跟)(?:着)?我(?:这边|这|上|落|姓)?(?=$|[，,。；;！!\s])/u.exec(
    folded,
  )
  return own !== null && !/我是/u.test(folded) && hits.every(({ start }) => start >= own.index + own[0].length)
}

/** The option for who has several of the others. */
const MANY = /^(?:多重|多种)/u
const BOTH = /又[^，,。；;]{1,8}又|两样/u

/** 香港澳门都去 names two options, and the one that holds both (香港和澳门) is meant. */
function jointOption(folded: string, hits: readonly Hit[], options: readonly ElementOption[]): Hit | undefined {
  const [first] = hits
  const last = hits.at(-1)
  const named = new Set(hits.map(({ option }) => option))
  if (first === undefined || last === undefined || named.size < 2) return undefined
  const joint = options.find((option) => {
    const parts = [...named].filter((part) => part !== option)
    if (MANY.test(option.label) && (parts.length > 1 || (named.has(option) && BOTH.test(folded)))) return true
    const words = hits.filter((hit) => hit.option !== option).map(({ start, end }) => folded.slice(start, end))
    return (
      parts.length >= 2 &&
      (parts.every(({ label }) => option.label.includes(label)) || words.every((word) => option.label.includes(word)))
    )
  })
  return joint === undefined ? undefined : { option: joint, start: first.start, end: last.end, label: false }
}

function readingOf(text: string, hit: Hit, confidence: number): Reading {
  return { value: hit.option.id, text: text.slice(hit.start, hit.end), start: hit.start, end: hit.end, confidence }
}

function confidenceOf(folded: string, hit: Hit, context: ElementContext): number {
  const whole = folded.replaceAll(/[\s，,。！!的是吧啊呀我]/g, '').length <= hit.end - hit.start + 1
  if (context.asked === true) return whole ? 1 : hit.label ? 0.9 : 0.8
  return hit.label && hit.end - hit.start >= 3 ? 0.7 : 0.6
}

/** How the question is answered, found in the text; what is negated is no answer. */
function answersIn(
  folded: string,
  options: readonly ElementOption[],
  answers: Readonly<Record<string, readonly string[]>>,
): Hit[] {
  return options.flatMap((option) =>
    (answers[option.id] ?? []).flatMap((words) =>
      findPhrase(folded, foldCharacters(words).toLowerCase())
        .filter(({ negated }) => !negated)
        .map(({ start, end }) => ({ option, start, end, label: false })),
    ),
  )
}

/** Labels and aliases found in the text. */
function namesIn(folded: string, options: readonly ElementOption[]): Hit[] {
  const hits: Hit[] = []
  for (const option of options) {
    for (const [index, word] of [option.label, ...option.aliases].entries()) {
      const needle = foldCharacters(word).toLowerCase()
      if (needle === '') continue
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
        if (!standsAlone(folded, at, needle)) continue
        hits.push({ option, start: at, end: at + needle.length, label: index === 0 })
      }
    }
  }
  return hits
}

/** Of hits that overlap, the longer. */
function longest(length: number, hits: readonly Hit[]): Hit[] {
  const taken = new Uint8Array(length)
  const kept: Hit[] = []
  for (const hit of hits.toSorted(
    (one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start,
  )) {
    if (taken[hit.start] === 1 || taken[hit.end - 1] === 1) continue
    taken.fill(1, hit.start, hit.end)
    kept.push(hit)
  }
  return kept.sort((one, other) => one.start - other.start)
}

/** A single character (男, 是) counts only as a clause of its own; a Latin word only whole. */
function standsAlone(folded: string, at: number, needle: string): boolean {
  const before = folded.charAt(at - 1)
  const after = folded.charAt(at + needle.length)
  if (/^[a-z0-9 ]+$/.test(needle)) return !/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)
  // 这套房 speaks of one, and names no 套房.
  if (/^[套间家张个]/.test(needle) && /[这那一两几哪]/.test(before)) return false
  if (needle.length > 1) return true
  return /^$|[\s，,。；;：:是的选]/.test(before) && /^$|[\s，,。；;！!的性吧啊，]/.test(after)
}
