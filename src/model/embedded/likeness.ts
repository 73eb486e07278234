import { recent } from '../../language/index.ts'
import { englishSubject } from './english-words.ts'
import { readSituations } from './situations.ts'
import { withoutEmptyWords } from './subject.ts'

/** What a short text is about, as weighted marks: pairs of meaning-bearing characters, stems of English words, situations. */
export type Signature = ReadonlyMap<string, number>

const signatures = recent<Signature>(1024)

/** Marks of a text; what stands in `subject` (the matter both sides share) is left out, for it tells nothing apart. */
export function signatureOf(plain: string, subject = ''): Signature {
  return signatures(`${subject}\n${plain}`, () => readSignature(plain, subject))
}

function readSignature(plain: string, subject: string): Signature {
  const marks = new Map<string, number>()
  for (const pair of pairsOf(withoutEmptyWords(plain))) if (!subject.includes(pair)) marks.set(pair, 1)
  for (const word of englishSubject(plain)) marks.set(word, 0.5)
  const common = readSituations(subject)
  for (const situation of readSituations(plain)) if (!common.has(situation)) marks.set(`~${situation}`, 1.5)
  return marks
}

/** Share of weight two texts have in common, 0..1 (Dice). */
export function likeness(a: Signature, b: Signature): number {
  const total = weightOf(a) + weightOf(b)
  return total === 0 ? 0 : (2 * sharedWeight(a, b)) / total
}

/** Weight of the marks that both have. */
export function sharedWeight(a: Signature, b: Signature): number {
  let shared = 0
  for (const [mark, weight] of a) if (b.has(mark)) shared += weight
  return shared
}

function weightOf(signature: Signature): number {
  let total = 0
  for (const weight of signature.values()) total += weight
  return total
}

/** Overlapping pairs of Han characters, run by run. */
function pairsOf(text: string): string[] {
  const pairs: string[] = []
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    for (let at = 0; at + 1 < run.length; at += 1) pairs.push(run.slice(at, at + 2))
  }
  return pairs
}
