import { readQuantities, sameMeasure, sameQuantity, toSimplified } from '../language/index.ts'
import { documentsIn, statesDocument } from './document-names.ts'
import { contradictsPolarity } from './polarity.ts'
import { readLine, type SaidLine, type SaidQuantity } from './said-line.ts'
import { fitsBetter, sharedPairs, wordsOf } from './surroundings.ts'

/** Texts a sentence may be backed by: the sections it cites, in the order of citing. */
export type Backing = { readonly text: string; readonly textEn?: string | undefined }

/** What the lock says of one sentence. `unbacked` lists the words that stand in no cited section. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly unbacked: readonly string[] }

/**
 * Checks every typed fact of a sentence — amount, duration, age, date, phone, article, document name — against the
 * cited sections: the same kind, unit and comparator, said of the same thing, with the same polarity. Pure.
 */
export function checkFacts(sentence: string, backing: readonly Backing[]): Verdict {
  const lines = backing.flatMap(({ text, textEn }) => [...linesOf(text), ...linesOf(textEn ?? '')])
  const simplified = toSimplified(sentence)
  if (isQuoted(simplified, lines)) return { ok: true }
  const said = sentencesOf(simplified).map((text) => readLine(text))
  const unbacked = said.flatMap((one) => [
    ...one.quantities.filter((fact) => !isBacked(fact, one, lines)).map(({ quantity }) => quantity.text),
    ...documentsIn(one.text).filter((name) => !lines.some((line) => statesDocument(line.text, name))),
    ...one.parts.filter((part) => contradictsPolarity(part.text, lines.map(({ text }) => text))).map(({ text }) => text),
  ])
  return unbacked.length === 0 ? { ok: true } : { ok: false, unbacked }
}

/** True when the sentence states anything that must be backed. */
export function statesFacts(sentence: string): boolean {
  return statesQuantities(sentence) || documentsIn(toSimplified(sentence)).length > 0
}

/** True when the sentence states an amount, a duration, a date or another typed quantity. */
export function statesQuantities(sentence: string): boolean {
  return readQuantities(toSimplified(sentence)).length > 0
}

/** The cited line that speaks of the same thing as a failed sentence, to stand in its place. */
export function guideElement(sentence: string, backing: readonly Backing[]): string | undefined {
  const wanted = wordsOf(toSimplified(sentence))
  const kinds = new Set(readQuantities(sentence).map(({ kind }) => kind))
  const best = backing
    .flatMap(({ text }) => linesOf(text))
    .filter(({ quantities }) => kinds.size === 0 || quantities.some(({ quantity }) => kinds.has(quantity.kind)))
    .map((line) => ({ line, shared: sharedPairs(wanted, line.words) }))
    .sort((a, b) => b.shared - a.shared)[0]
  return best !== undefined && best.shared >= 2 ? best.line.text : undefined
}

/** Whether a line states the same quantity of the same thing: none that states another value fits what is said better. */
function isBacked({ quantity, around }: SaidQuantity, { words }: SaidLine, lines: readonly SaidLine[]): boolean {
  const stated = lines.flatMap((line) =>
    line.quantities
      .filter((one) => one.quantity.kind === quantity.kind)
      .map((one) => ({ ...one, related: words.pairs.size === 0 || sharedPairs(words, line.words) > 0 })),
  )
  const others = stated.filter((one) => !sameMeasure(one.quantity, quantity))
  return stated.some(
    (one) =>
      one.related &&
      sameQuantity(one.quantity, quantity) &&
      !others.some((other) => fitsBetter(around, other.around, one.around)),
  )
}

/** Whole lines of the guide, in its own words: nothing to check. A part of a line could leave out a "not". */
function isQuoted(sentence: string, lines: readonly SaidLine[]): boolean {
  const own = new Set(lines.map(({ text }) => text))
  return sentencesOf(sentence).every((line) => own.has(line))
}

/** Lines of texts seen lately: an answer quotes the same sections sentence after sentence. */
const MOST_TEXTS = 512
const linesByText = new Map<string, readonly SaidLine[]>()

function linesOf(text: string): readonly SaidLine[] {
  const known = linesByText.get(text)
  if (known !== undefined) return known
  const lines = sentencesOf(text).map((line) => readLine(line))
  if (linesByText.size >= MOST_TEXTS) linesByText.clear()
  linesByText.set(text, lines)
  return lines
}

/** The sentences and list items of a text, without list markers and emphasis. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[。；;！？])/u)
    .map((line) => line.replaceAll(/^\s*(?:[-*]|\d+[.、])\s+|\*\*/gmu, '').trim())
    .filter((line) => line !== '')
}
