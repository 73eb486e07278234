import type { Unit } from '../../language/index.ts'
import type { PassagesResult } from '../tool-contract.ts'
import type { Question } from './agenda.ts'
import { answerPoint } from './answer-point.ts'
import { answerWhole, onceEach } from './answer-whole.ts'
import { isInEnglish } from './english-words.ts'
import { isBare } from './is-bare.ts'
import { isBareEnglish } from './is-bare-english.ts'
import { signatureOf } from './likeness.ts'
import type { OwnCase } from './own-case.ts'
import { plainWords } from './plain-words.ts'
import { wantedOf, withoutTold, type Clause } from './segments.ts'
import type { Asked, Extent } from './select-units.ts'
import { KINDS, readSituations } from './situations.ts'
import { withoutEmptyWords } from './subject.ts'
import type { Answers } from './weigh-lines.ts'

export type FoundPassage = PassagesResult['passages'][number]

/**
 * One section to quote, and how much of it; `first` is a line of it that comes before the others, or alone. What `leads`
 * is the point itself and stands without the section's heading.
 */
export type Quote = {
  readonly passage: FoundPassage
  readonly extent: Extent | 'line'
  readonly first?: Unit
  readonly leads?: true
}

/** What answers a question: sections in the citizen's order, what decides on their lines, and whether a point she asked is in none. */
export type Answer = {
  readonly quotes: readonly Quote[]
  readonly asked: Asked
  readonly partial: boolean
  /** How her own case stands to a condition of the guide, told before all else. */
  readonly own?: OwnCase
}

/** Lines beside the point at most; what other sections tell she may ask for next. */
const MOST_BESIDE = 2

/** A question, the passages of its guide, and the guides' own words for what she said otherwise. */
type ToAnswer = {
  readonly question: Question
  readonly passages: readonly FoundPassage[]
  readonly meant: readonly string[]
  readonly answers: Answers | undefined
  /** The same for each of several questions asked in one breath. */
  readonly answersEach?: ReadonlyMap<Clause, Answers>
  /** Where the guide says something of what she told of herself after the answer. */
  readonly told?: Answers | undefined
  /** What the guide's matter is called, in Chinese and English, in plain form. */
  readonly names?: readonly string[]
}

/**
 * Chooses what to quote for a question from the passages of its guide: the line that answers first, then what says more
 * of the same. Where what she told of herself changes nothing of it, the guide is silent on that.
 */
export function answerQuestion(given: ToAnswer): Answer {
  const answer = chooseQuotes(given)
  const { question, told } = given
  if (question.segment.told === undefined || told !== undefined) return answer
  const before = chooseQuotes({ ...given, question: { ...question, segment: withoutTold(question.segment) } })
  if (!isSameAnswer(answer, before)) return answer
  return { ...answer, quotes: answer.quotes.slice(0, 1).map((quote) => ({ ...quote, extent: 'lead' })), partial: true }
}

function isSameAnswer(one: Answer, other: Answer): boolean {
  return (
    one.quotes.length === other.quotes.length &&
    one.quotes.every((quote, at) => keyOf(quote) === keyOf(other.quotes[at]))
  )
}

const keyOf = (quote: Quote | undefined): string => `${quote?.passage.token} ${quote?.extent} ${quote?.first?.text}`

function chooseQuotes({
  question: { segment },
  passages,
  meant,
  answers,
  answersEach,
  told,
  names = [],
}: ToAnswer): Answer {
  const asked = askedOf(segment.text, meant, passages)
  if (told !== undefined && segment.told !== undefined) {
    const text = segment.told
    const point = { text, clause: undefined, passages, names, meant: asked.meant, answers: told, most: MOST_BESIDE }
    return { ...answerPoint(point), asked }
  }
  const asking = segment.clauses.filter(({ asks }) => asks)
  const answersTo = (clause: Clause): Answers | undefined => answersEach?.get(clause) ?? answers
  if (asking.length > 1) return { ...answerEach(asking, asked, { passages, answersTo, names }), asked }
  const [only] = asking
  const several = only === undefined ? [] : sectionsOfBare(only, { passages, names })
  if (several.length > 1) return { ...answerEach(several, asked, { passages, answersTo, names }), asked }
  const all =
    only === undefined ? isBare(withoutNames(segment.text, names), passages) : asksForAll(only, { passages, names })
  const ofOne = only === undefined ? answers : answersTo(only)
  if (all)
    return {
      ...answerWhole(segment.text, only !== undefined, asked, {
        passages,
        answers: ofOne,
        beside: saysMore(segment.text, names),
      }),
      asked,
    }
  const point = {
    text: segment.text,
    clause: only,
    passages,
    names,
    meant: asked.meant,
    answers: ofOne,
    most: MOST_BESIDE,
  }
  return { ...answerPoint(point), asked }
}

function askedOf(text: string, meant: readonly string[], passages: readonly FoundPassage[]): Asked {
  const words = [text, ...meant].join(' ')
  return {
    words,
    situations: situationsBeside(words, passages),
    signature: signatureOf(words),
    meant: besideMatter(meant, passages),
  }
}

/** 居住证去哪里办要带什么 asks for two sections in one breath. */
function sectionsOfBare(
  clause: Clause,
  { passages, names }: Required<Pick<ToAnswer, 'passages' | 'names'>>,
): readonly Clause[] {
  const sections = wantedOf(clause).filter((section) => passages.some((passage) => passage.section === section))
  if (sections.length < 2 || !isBare(withoutNames(clause.text, names), passages)) return []
  return sections.map((section) => ({ ...clause, sections: [section] }))
}

/** Several questions in one message: each is answered by itself, and shorter. */
function answerEach(
  asking: readonly Clause[],
  asked: Asked,
  {
    passages,
    answersTo,
    names,
  }: Required<Pick<ToAnswer, 'passages' | 'names'>> & { readonly answersTo: (clause: Clause) => Answers | undefined },
): Omit<Answer, 'asked'> {
  const each = asking.map((clause) =>
    asksForAll(clause, { passages, names })
      ? shortened(
          answerWhole(clause.text, true, askedOf(clause.text, [], passages), {
            passages,
            answers: answersTo(clause),
            beside: saysMore(clause.text, names),
          }),
        )
      : answerPoint({
          text: clause.text,
          clause,
          passages: placesOf(clause, passages),
          names,
          meant: asked.meant,
          answers: answersTo(clause),
          most: 1,
        }),
  )
  return {
    quotes: onceEach(each.flatMap(({ quotes }) => quotes)),
    partial: each.some(({ partial }) => partial),
  }
}

/** Of the whole of a matter what comes first, beside other questions. */
function shortened({ quotes, partial }: Pick<Answer, 'quotes' | 'partial'>): Pick<Answer, 'quotes' | 'partial'> {
  return { quotes: quotes.slice(0, 1), partial }
}

/** Where one of several questions is answered: in the sections it names, else anywhere. The search heard them all at once. */
function placesOf(clause: Clause, passages: readonly FoundPassage[]): readonly FoundPassage[] {
  const wanted = wantedOf(clause)
  const named = passages.filter(({ section }) => wanted.includes(section) || section === 'faq')
  return named.some(({ section }) => section !== 'faq') ? named : passages
}

/** 怎么办 alone, or that she wants to ask about a matter, asks for the whole of it. */
function asksForAll(clause: Clause, { passages, names }: Required<Pick<ToAnswer, 'passages' | 'names'>>): boolean {
  const [wanted, other] = wantedOf(clause)
  const whole = wanted === 'how' || (wanted === undefined && !clause.formed)
  if (!whole || other !== undefined) return false
  if (isInEnglish(clause.text)) return isBareEnglish(clause.text, { passages, names })
  return isBare(withoutNames(clause.text, names), passages)
}

/** 公司注销怎么办 says no more than its name, 驾照扣了12分怎么办 what happened. */
function saysMore(text: string, names: readonly string[]): boolean {
  return /\p{Script=Han}|[a-z]{3}/u.test(withoutEmptyWords(withoutNames(text, names)))
}

/** 公司注销怎么办 names the matter otherwise than its title does, and no point of it. */
function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ''), plainWords(text))
}

/** Words that are not the matter itself, of which every line speaks. */
function besideMatter(meant: readonly string[], passages: readonly FoundPassage[]): string[] {
  return meant.filter((word) => !passages[0]?.title.includes(word))
}

/** What happened to her. The one kind of act that the guide is about tells none of its lines from the others: 变更 of 企业变更登记. */
function situationsBeside(words: string, [passage]: readonly FoundPassage[]): ReadonlySet<string> {
  const [only, other] = [...readSituations(plainWords(passage?.title ?? ''))].filter((one) => KINDS.has(one))
  const situations = new Set(readSituations(words))
  if (only !== undefined && other === undefined) situations.delete(only)
  return situations
}
