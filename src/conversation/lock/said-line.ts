import { readQuantities, type Quantity, type QuantityKind } from '../../language/index.ts'
import { withStated, wordsOf, wordsOfAll, type Surroundings, type Words } from './surroundings.ts'

/** A quantity that a line states, and what stands around it. */
export type SaidQuantity = {
  readonly quantity: Quantity
  readonly around: Surroundings
}

/** A part of a line between two stops, with its quantities and without. */
export type SaidPart = { readonly text: string; readonly bare: string }

/** One line of a guide, or a sentence of an answer, taken apart. */
export type SaidLine = {
  readonly text: string
  /** Of the whole line, its quantities left out. */
  readonly words: Words
  readonly quantities: readonly SaidQuantity[]
  readonly parts: readonly SaidPart[]
}

type Part = { readonly start: number; readonly end: number; readonly quantities: readonly Quantity[] }

/** Takes a line of plain text apart into its parts and the quantities each of them states. */
export function readLine(text: string): SaidLine {
  const quantities = readQuantities(text)
  const parts = partsOf(text, quantities)
  const bare = withoutQuantities(text, quantities)
  const words = parts.map(({ start, end }) => wordsOf(bare.slice(start, end)))
  const whole = wordsOfAll(words)
  return {
    text,
    words: whole,
    quantities: parts.flatMap((part, at) =>
      part.quantities.map((quantity) => ({ quantity, around: around(quantity, at) })),
    ),
    parts: parts.map(({ start, end }) => ({ text: text.slice(start, end), bare: bare.slice(start, end) })),
  }

  function around(quantity: Quantity, at: number): Surroundings {
    const before = parts.slice(0, at).findLastIndex((part) => states(part, quantity.kind))
    const others = (from: number, to: number) =>
      parts
        .slice(from, to)
        .flatMap(({ quantities: its }) => its.filter((one) => one !== quantity).map((one) => nameOf(one)))
    return [
      withDirection(
        withStated(wordsOfAll(words.slice(at, at + 1)), others(at, at + 1)),
        text.charAt(quantity.start - 1),
      ),
      withStated(wordsOfAll(words.slice(before + 1, at + 1)), others(before + 1, at + 1)),
      withStated(
        wordsOfAll(words.filter((_, other) => other === at || !states(parts[other], quantity.kind))),
        others(0, parts.length),
      ),
    ]
  }
}

function states(part: Part | undefined, kind: QuantityKind): boolean {
  return part?.quantities.some((one) => one.kind === kind) === true
}

/** Parts between stops; an enumeration of quantities is cut as well (住宅80元、非住宅550元). */
function partsOf(text: string, quantities: readonly Quantity[]): Part[] {
  const parts: Part[] = []
  let start = 0
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== '') {
      parts.push({ start, end, quantities: quantities.filter((one) => one.start >= start && one.end <= end) })
    }
    start = end + 1
  }
  for (const match of text.matchAll(/[，,；;。！？!?：:、\n]/gu)) {
    const at = match.index
    if (quantities.some((one) => one.start < at && at < one.end)) continue
    if (match[0] === '、' && !cutsEnumeration(text, at, start, quantities)) continue
    close(at)
  }
  close(text.length)
  return parts
}

function cutsEnumeration(text: string, at: number, start: number, quantities: readonly Quantity[]): boolean {
  const stop = /[，,；;。！？!?：:\n]/u.exec(text.slice(at))?.index
  const end = stop === undefined ? text.length : at + stop
  return (
    quantities.some((one) => one.start >= start && one.end <= at) &&
    quantities.some((one) => one.start > at && one.end <= end)
  )
}

/** A quantity by its kind, measure and the side it bounds: 140平方米以上 and 超过140平方米 bound the same one. */
function nameOf({ kind, value, max, unit, comparator }: Quantity): string {
  return `${kind} ${value} ${max ?? ''} ${unit} ${comparator.charAt(0)}`
}

/** The character before a quantity tells 由60周岁 from 到63周岁. */
function withDirection(words: Words, before: string): Words {
  return /[由从自到至为每前后加]/u.test(before) ? { ...words, pairs: new Set([...words.pairs, `${before}_`]) } : words
}

/** The text with every quantity blanked out, as long as before. */
function withoutQuantities(text: string, quantities: readonly Quantity[]): string {
  return quantities.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
}
