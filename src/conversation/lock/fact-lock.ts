import { readQuantities, sameMeasure, sameQuantity, toSimplified, type Quantity } from '../../language/index.ts'
import { readBacking, sentencesOf, type Backing, type ReadBacking } from './backing.ts'
import { documentsIn, statesDocument } from './document-names.ts'
import { turnedRound } from './polarity.ts'
import { readLine, type SaidLine, type SaidQuantity } from './said-line.ts'
import { sharedPairs, wordsOf } from './surroundings.ts'

/** What the lock says of one sentence. `unbacked` lists the words that stand in no cited section. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly unbacked: readonly string[] }

/**
 * Checks every typed fact of a sentence — amount, duration, age, date, phone, article, document name — against the
 * cited sections: the same kind, unit and comparator, said of the same thing, with the same polarity. Pure.
 */
export function checkFacts(sentence: string, cited: readonly Backing[]): Verdict {
  const backing = readBacking(cited)
  const sentences = sentencesOf(toSimplified(sentence))
  if (isQuoted(sentences, backing)) return { ok: true }
  const unbacked = sentences
    .map((text) => readLine(text))
    .flatMap((said) => [
      ...said.quantities.filter((fact) => !isBacked(fact, said, backing)).map(({ quantity }) => quantity.text),
      ...documentsIn(said.text).filter((name) => !backing.lines.some(({ text }) => statesDocument(text, name))),
      ...turnedRound(said, backing),
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
export function guideElement(sentence: string, cited: readonly Backing[]): string | undefined {
  const wanted = wordsOf(toSimplified(sentence))
  const kinds = new Set(readQuantities(sentence).map(({ kind }) => kind))
  const best = readBacking(cited)
    .lines.filter(({ quantities }) => kinds.size === 0 || quantities.some(({ quantity }) => kinds.has(quantity.kind)))
    .map((line) => ({ line, shared: sharedPairs(wanted, line.words) }))
    .sort((a, b) => b.shared - a.shared)[0]
  return best !== undefined && best.shared >= 2 ? withoutEcho(best.line.text) : undefined
}

/** A list item without its label, where the item says it again: 首次申领：首次申领免费. */
function withoutEcho(line: string): string {
  const [, label = '', item = ''] = /^([^：，。]{1,12})：(.+)$/u.exec(line) ?? []
  return label !== '' && item.includes(label) ? item : line
}

/** Whether the sections state the same quantity of the same thing: no place with another value fits what is said better. */
function isBacked(fact: SaidQuantity, { words }: SaidLine, { lines, stated }: ReadBacking): boolean {
  const places = stated(fact.quantity.kind)
  const others = places.all.filter(
    ({ quantity }) => !sameMeasure(quantity, fact.quantity) && !boundsOtherSide(quantity, fact.quantity),
  )
  return places.all.some(
    (place) =>
      sameQuantity(place.quantity, fact.quantity) &&
      (words.pairs.size === 0 || lines.some((line) => sharedPairs(words, line.words) > 0)) &&
      !others.some((other) => places.fitsBetter(fact.around, other, place)),
  )
}

/** 最多 and 最短 never bound the same thing, so their values do not compete. */
function boundsOtherSide({ comparator: one }: Quantity, { comparator: other }: Quantity): boolean {
  return one !== other && /^[<>]/u.test(one) && /^[<>]/u.test(other) && one.charAt(0) !== other.charAt(0)
}

/** Whole lines of the guide, in its own words: nothing to check. A part of a line could leave out a "not". */
function isQuoted(sentences: readonly string[], { quotable }: ReadBacking): boolean {
  return sentences.every((sentence) => quotable.has(sentence))
}
