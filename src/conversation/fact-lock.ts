import { readQuantities, sameQuantity, toSimplified, type Quantity } from '../language/index.ts'
import { documentsIn, statesDocument } from './document-names.ts'
import { contradictsPolarity } from './polarity.ts'

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
  if (isQuoted(sentence, lines)) return { ok: true }
  const clauses = clausesOf(toSimplified(sentence))
  const unbacked = clauses.flatMap((clause) => [
    ...readQuantities(clause)
      .filter((fact) => !lines.some((line) => backs(line, clause, fact, lines)))
      .map((fact) => fact.text),
    ...documentsIn(clause).filter((name) => !lines.some((line) => statesDocument(line, name))),
    ...(contradictsPolarity(clause, lines) ? [clause] : []),
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
  const wanted = contentBigrams(toSimplified(sentence))
  const kinds = new Set(readQuantities(sentence).map(({ kind }) => kind))
  const best = backing
    .flatMap(({ text }) => linesOf(text))
    .filter((line) => kinds.size === 0 || readQuantities(line).some(({ kind }) => kinds.has(kind)))
    .map((line) => ({ line, shared: overlap(wanted, contentBigrams(line)) }))
    .sort((a, b) => b.shared - a.shared)[0]
  return best !== undefined && best.shared >= 2 ? best.line : undefined
}

/** A line backs a fact when it holds the same quantity, speaks of the same thing, and no other line owns the clause's subject. */
function backs(line: string, clause: string, fact: Quantity, lines: readonly string[]): boolean {
  if (!readQuantities(line).some((stated) => sameQuantity(stated, fact))) return false
  if (line.includes(clause)) return true
  const subject = contentBigrams(withoutQuantities(clause))
  if (subject.size === 0) return true
  const own = contentBigrams(withoutQuantities(line))
  if (overlap(subject, own) === 0) return false
  return !lines.some((other) => other !== line && claimsSubject(other, subject, own, fact))
}

/** Whether another line of the section fits the clause's subject better, and says another value of the same kind. */
function claimsSubject(other: string, subject: Set<string>, own: Set<string>, fact: Quantity): boolean {
  const stated = readQuantities(other).filter(({ kind }) => kind === fact.kind)
  if (stated.length === 0 || stated.some((quantity) => sameQuantity(quantity, fact))) return false
  const theirs = contentBigrams(withoutQuantities(other))
  const onlyTheirs = new Set([...theirs].filter((bigram) => !own.has(bigram)))
  const onlyOwn = new Set([...own].filter((bigram) => !theirs.has(bigram)))
  return overlap(subject, onlyTheirs) > overlap(subject, onlyOwn)
}

/** Whole lines of the guide, in its own words: nothing to check. A part of a line could leave out a "not". */
function isQuoted(sentence: string, lines: readonly string[]): boolean {
  const own = new Set(lines)
  return linesOf(sentence).every((line) => own.has(line))
}

/** Text without list markers, emphasis and the space around lines. */
function plain(text: string): string {
  return text.replaceAll(/^\s*(?:[-*]|\d+[.、])\s+|\*\*/gmu, '').trim()
}

/** Lines of texts seen lately: an answer quotes the same sections sentence after sentence. */
const MOST_TEXTS = 512
const linesByText = new Map<string, readonly string[]>()

function linesOf(text: string): readonly string[] {
  const known = linesByText.get(text)
  if (known !== undefined) return known
  const lines = text
    .split(/\n+|(?<=[。；;！？])/u)
    .map((line) => plain(line))
    .filter((line) => line !== '')
  if (linesByText.size >= MOST_TEXTS) linesByText.clear()
  linesByText.set(text, lines)
  return lines
}

function clausesOf(sentence: string): string[] {
  return sentence
    .split(/[，,；;。！？\n]|\.(?=\s|$)/u)
    .map((clause) => clause.replaceAll('**', '').trim())
    .filter((clause) => clause !== '')
}

function withoutQuantities(text: string): string {
  return readQuantities(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + ' ' + rest.slice(end), text)
}

/** Pairs of characters that say nothing of what a clause is about. */
const HOLLOW_PAIR =
  /^[的了是在和与或及为按由被把将也都就可需要应请您你我元天日个年月内以上下收取费用办理申请一二三四五六七八九十]{2}$/u

/** Character pairs of what a text speaks of, hollow characters left out; English words whole. */
function contentBigrams(text: string): Set<string> {
  const found = new Set<string>((text.toLowerCase().match(/[a-z]{3,}/gu) ?? []).map((word) => word.replace(/s$/u, '')))
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    for (let i = 0; i + 1 < run.length; i += 1) {
      const pair = run.slice(i, i + 2)
      if (!HOLLOW_PAIR.test(pair)) found.add(pair)
    }
  }
  return found
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const item of a) if (b.has(item)) shared += 1
  return shared
}
