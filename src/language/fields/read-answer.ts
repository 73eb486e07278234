import { isStory } from '../elements/bare-text.ts'
import { elements } from '../elements/elements.ts'
import { answeringPart } from '../contrast/answering-part.ts'
import type { ElementId, Reading } from '../element.ts'
import { foldCharacters } from '../script.ts'
import { overlaps, retractedSpans } from './corrections.ts'
import { contextFor, type FieldsContext, type FieldToRead } from './field.ts'
import { isGuessed, leavesOpen, soundsOpen } from './left-open.ts'
import { settle } from './settle.ts'

/** Nobody gives more values of one kind at once; the rest of a hostile message is not looked at. */
const MOST_READINGS = 24

/** What was read for a field, and what of it still stands at the end of what was said. */
export type ReadValues = { readonly read: readonly Reading[]; readonly standing: readonly Reading[] }

const NOTHING: ReadValues = { read: [], standing: [] }

/**
 * The values a text gives for one field. Of an answer that sets one against another (同事七千，我五千五) only the clauses about what was
 * asked are read. `acts`: the form is filled for another.
 */
export function readAnswer(
  text: string,
  field: FieldToRead,
  element: ElementId,
  context: FieldsContext,
  acts: boolean,
): ReadValues {
  const { label, labels, ask = '' } = field
  const asked = field.id === context.asked
  const part =
    !asked || (element === 'text' && isStory([label, ...labels]))
      ? undefined
      : answeringPart(foldCharacters(text), { element, label, labels, ask, acts })
  if (part === undefined) return readWhole(text, field, element, context)
  if (part.spans.length === 0 || leavesOpen(foldCharacters(text), element)) return NOTHING
  const { heard, placeOf } = join(text, part.spans)
  const told = readWhole(heard, field, element, context)
  if (told.read.length === 0 && !part.strict) return readWhole(text, field, element, context)
  const moved = new Map(told.read.map((reading) => [reading, withPlace(text, heard, reading, placeOf)]))
  const all = (readings: readonly Reading[]) => readings.flatMap((reading) => moved.get(reading) ?? [])
  return { read: all(told.read), standing: all(told.standing) }
}

type Span = { readonly start: number; readonly end: number }

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

function readWhole(text: string, field: FieldToRead, element: ElementId, context: FieldsContext): ReadValues {
  const folded = foldCharacters(text)
  const asked = field.id === context.asked
  if (asked && leavesOpen(folded, element)) return NOTHING
  const retracted = retractedSpans(folded)
  const read = elements[element]
    .read(text, contextFor(field, context))
    .slice(0, MOST_READINGS)
    .filter(
      (reading) =>
        !retracted.some((span) => overlaps(span, reading)) &&
        !(asked && (isGuessed(folded, reading, element) || soundsOpen(folded, reading, element))),
    )
  return { read, standing: settle(folded, read, element, asked) }
}
