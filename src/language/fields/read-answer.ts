import { isStory } from '../elements/bare-text.ts'
import { elements } from '../elements/elements.ts'
import { impliedBy } from '../elements/implied-answer.ts'
import { answeringPart, decidingPart, type AnsweringPart } from '../contrast/answering-part.ts'
import type { ElementId, Reading } from '../element.ts'
import { foldCharacters } from '../script.ts'
import { overlaps, retractedSpans } from './corrections.ts'
import { contextFor, elementOf, type FieldsContext, type FieldToRead } from './field.ts'
import { isGuessed, isInDoubt, leavesOpen, soundsOpen } from './left-open.ts'
import { settle } from './settle.ts'
import { dayAskedFor } from './which-day.ts'

/** Nobody gives more values of one kind at once; the rest of a hostile message is not looked at. */
const MOST_READINGS = 24

type Span = { readonly start: number; readonly end: number }

/** What was read for a field, and what of it still stands at the end of what was said. */
export type ReadValues = { readonly read: readonly Reading[]; readonly standing: readonly Reading[] }

const NOTHING: ReadValues = { read: [], standing: [] }

/** All fields of a form, what it is read against, and the part of the answer that is about the field asked for. */
type Setting = {
  readonly fields: readonly FieldToRead[]
  readonly context: FieldsContext
  readonly part: AnsweringPart | undefined
}

/**
 * The values a text gives for one field. Of an answer that sets one against another (同事七千，我五千五) only the clauses about what was
 * asked are read for the field asked for.
 */
export function readAnswer(
  text: string,
  field: FieldToRead,
  element: ElementId,
  { fields, context, part: partAsked }: Setting,
): ReadValues {
  const asked = field.id === context.asked
  const part = asked ? partAsked : undefined
  const readPart = (words: string) => {
    const told = readWhole(words, field, element, context)
    return { ...told, standing: dayMeant(words, told.standing, field, fields, context) }
  }
  if (part === undefined) {
    const whole = readPart(text)
    const decides = asked && element === 'choice' && isTorn(whole) ? decidingPart(foldCharacters(text)) : undefined
    return decides === undefined ? whole : moveBack(text, decides, readPart)
  }
  if (part.spans.length === 0 || leavesOpen(foldCharacters(text), element)) return NOTHING
  const told = moveBack(text, element === 'text' ? withoutLead(text, part.spans) : part.spans, readPart)
  return told.read.length === 0 && !part.strict ? readPart(text) : told
}

/** The clauses of an answer that tell what was asked; undefined where all do. What happened is told as a whole. */
export function partOf(text: string, field: FieldToRead, fields: readonly FieldToRead[]): AnsweringPart | undefined {
  const { label, labels, ask = '' } = field
  const element = elementOf(field)
  if (element === undefined || (element === 'text' && isStory([label, ...labels]))) return undefined
  return answeringPart(foldCharacters(text), { element, label, labels, ask, acts: isForAnother(fields) })
}

/** Labels of who fills a form in for another. */
const ACTS = /代办人|代理人|监护人/u

function isForAnother(fields: readonly FieldToRead[]): boolean {
  return fields.some(({ label, undecided }) => undecided !== true && ACTS.test(label))
}

/** Two options were named, and none stands. */
function isTorn({ read, standing }: ReadValues): boolean {
  return standing.length === 0 && new Set(read.map(({ value }) => value)).size > 1
}

/** Where the form asks for one day alone, the one that was asked for among several. */
function dayMeant(
  text: string,
  standing: readonly Reading[],
  field: FieldToRead,
  fields: readonly FieldToRead[],
  { asked }: FieldsContext,
): readonly Reading[] {
  if (field.element !== 'date' || field.id !== asked) return standing
  const others = fields.some(({ id, element, shown }) => element === 'date' && id !== field.id && shown === undefined)
  return others ? standing : dayAskedFor(foldCharacters(text), standing, field)
}

/** What is read from stretches of a text, with its places in the whole. */
function moveBack(text: string, spans: readonly Span[], read: (heard: string) => ReadValues): ReadValues {
  const { heard, placeOf } = join(text, spans)
  const told = read(heard)
  const moved = new Map(told.read.map((reading) => [reading, withPlace(text, heard, reading, placeOf)]))
  const all = (readings: readonly Reading[]) => readings.flatMap((reading) => moved.get(reading) ?? [])
  return { read: all(told.read), standing: all(told.standing) }
}

/** 现在改卖童装: how the clause leads from what was to what is. */
const LEADS = /^(?:现在|后来|最后|如今|这次|这回)?(?:就|要|想)?改(?:成|做|去|叫|为|到|转)?(?=\S{2})/u

function withoutLead(text: string, spans: readonly Span[]): readonly Span[] {
  return spans.map(({ start, end }) => ({ start: start + (LEADS.exec(text.slice(start, end))?.[0].length ?? 0), end }))
}

/** The stretches as one text, and where each of its places stands in the whole. */
function join(text: string, spans: readonly Span[]): { heard: string; placeOf: (at: number) => number } {
  const heard = spans.map(({ start, end }) => text.slice(start, end)).join('，')
  const placeOf = (at: number) => {
    let rest = at
    for (const { start, end } of spans) {
      if (rest <= end - start) return start + rest
      rest -= end - start + 1
    }
    return text.length
  }
  return { heard, placeOf }
}

function withPlace(text: string, heard: string, reading: Reading, placeOf: (at: number) => number): Reading {
  const whole = reading.start === 0 && reading.end === heard.length
  const start = whole ? 0 : placeOf(reading.start)
  const end = whole ? text.length : placeOf(reading.end)
  return { ...reading, text: text.slice(start, end), start, end }
}

/** Whether an answer was read as a whole, what it takes back included. */
function isAll({ start, end }: Reading, text: string): boolean {
  return start === 0 && end === text.length
}

/** 不确定就答要: what a question says to answer where one is not sure. */
const WHEN_UNSURE = /不(?:确定|清楚|知道)就答(?<no>不|没|否)?/u

function answerWhenUnsure(folded: string, { ask = '' }: FieldToRead): boolean | undefined {
  const told = WHEN_UNSURE.exec(ask)
  return told === null || !isInDoubt(folded) ? undefined : told.groups?.['no'] === undefined
}

function readWhole(text: string, field: FieldToRead, element: ElementId, context: FieldsContext): ReadValues {
  const folded = foldCharacters(text)
  const asked = field.id === context.asked
  const unsure = asked && element === 'yes-no' ? answerWhenUnsure(folded, field) : undefined
  if (unsure !== undefined) {
    const reading = { value: String(unsure), text, start: 0, end: text.length, confidence: 0.8 }
    return { read: [reading], standing: [reading] }
  }
  const implies = asked && element === 'yes-no' && impliedBy(folded) !== undefined
  if (asked && !implies && leavesOpen(folded, element)) return NOTHING
  const retracted = retractedSpans(folded)
  const read = elements[element]
    .read(text, contextFor(field, context))
    .slice(0, MOST_READINGS)
    .filter(
      (reading) =>
        !(retracted.some((span) => overlaps(span, reading)) && !(element === 'text' && isAll(reading, text))) &&
        !(asked && !implies && (isGuessed(folded, reading, element) || soundsOpen(folded, reading, element))),
    )
  return { read, standing: settle(folded, read, element, asked) }
}
