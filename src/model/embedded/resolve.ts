import type { PassagesResult } from '../tool-contract.ts'
import type { Agenda, Question } from './agenda.ts'
import type { FoundPassage } from './answer.ts'
import { followedGuide, isNamed } from './followed-guide.ts'
import type { DoneCall, Turn } from './read-prompt.ts'
import { MOST_RIVALS, namedFirst, rivals } from './rival-guides.ts'
import type { SearchInput } from './search-input.ts'
import {
  answersEachOf,
  answersOf,
  inGuideOf,
  passagesOf,
  resultOf,
  searchesEachOf,
  toldAnswers,
  type FoundGuide,
} from './search-results.ts'
import type { Clause } from './segments.ts'
import { stays } from './stays-in-guide.ts'
import type { Answers } from './weigh-lines.ts'

/** Below this confidence nothing is claimed; the same as `minConfidence` in search.yaml, measured by `npm run bench:guides`. */
const MIN_CONFIDENCE = 0.45
/** In a long message names of matters turn up by chance, so more has to speak for one of them. */
const LONG_CONFIDENCE = 0.55
const LONG_QUERY = 80

function isSure({ query }: SearchInput, { confidence }: PassagesResult): boolean {
  return confidence >= (query.length > LONG_QUERY ? LONG_CONFIDENCE : MIN_CONFIDENCE)
}

/** A guide this sure is what the citizen means, even when her words share nothing with its title. */
const SURE_CONFIDENCE = 0.7

/** 车过户要多少钱 names no matter that can be read, and still only one is meant. */
export function isSurelyMeant({ guide }: Resolved): boolean {
  return guide !== undefined && guide.confidence >= SURE_CONFIDENCE
}

/** A question with the guide that answers it, or none. */
export type Resolved = {
  readonly question: Question
  readonly guide: FoundGuide | undefined
  /** Guides as likely as the first. */
  readonly rivals: readonly FoundGuide[]
  readonly passages: readonly FoundPassage[]
  /** The guides' own words for what she said otherwise. */
  readonly meant: readonly string[]
  /** Where the guide answers the question, as a search of it says. */
  readonly answers: Answers | undefined
  /** True while the guide has not been read whole: an answer is chosen from all of it, not from what the search happened to show. */
  readonly unread: boolean
  /** Where else the question, and each of several asked in one breath, is to be looked up before it can be answered. */
  readonly within: readonly SearchInput[]
  /** Where it says something of what she told of herself after the answer, where it surely does. */
  readonly told: Answers | undefined
  /** Where the guide answers each of several questions asked in one breath. */
  readonly answersEach: ReadonlyMap<Clause, Answers>
}

/** Settles which guide each question is about, from the searches of this turn. */
export function resolveQuestions(agenda: Agenda, turn: Turn): Resolved[] {
  const resolved: Resolved[] = []
  for (const question of agenda.questions) resolved.push(resolveQuestion(question, turn, resolved[0]))
  return asOneMatter(resolved, turn)
}

/** Of two questions in one breath that mean different matters, what tells less of its matter is read by what tells more. */
function asOneMatter(resolved: readonly Resolved[], turn: Turn): Resolved[] {
  const [first, second, ...rest] = resolved
  if (first === undefined || second?.guide === undefined || first.guide?.token === second.guide.token)
    return [...resolved]
  if (first.guide === undefined) return [...toldByWhole(first, second, turn), ...rest]
  const told = toldByBoth(first.guide, second.guide, first.question, turn)
  if (told?.token === first.guide.token) return [first, readBy(told, second, turn), ...rest]
  const { guide } = second
  const isTold = isNamed(guide) || guide.confidence >= SURE_CONFIDENCE
  const isOther =
    told !== undefined || (isTold && guide.confidence > first.guide.confidence && !isFirm(first.guide, undefined))
  if (!isOther || first.question.inGuide !== undefined || first.question.search.guide !== undefined)
    return [...resolved]
  return [readBy(guide, first, turn), second, ...rest]
}

/** 新招的老师有没有前科，单位能直接申请吗: where the first question finds nothing, both together tell what the second is about. */
function toldByWhole(first: Resolved, second: Resolved, turn: Turn): readonly Resolved[] {
  const { whole, search } = first.question
  const best = whole && foundGuide(whole, turn.calls)
  if (best === undefined || second.guide === undefined || isNamed(second.guide)) return [first, second]
  const isFirst = resultOf(search, turn.calls)?.guides[0]?.token === best.token
  return [isFirst ? readBy(best, first, turn) : first, readBy(best, second, turn)]
}

/** 代办补贴要抽两成，政府办这个本身收费吗: where neither question names its matter, both together tell it. */
function toldByBoth(first: FoundGuide, second: FoundGuide, { whole }: Question, turn: Turn): FoundGuide | undefined {
  if (whole === undefined || isNamed(first) || isNamed(second)) return undefined
  const best = foundGuide(whole, turn.calls)
  return [first, second].find(({ token }) => token === best?.token)
}

/** A question read in another guide than its own words find. */
function readBy(guide: FoundGuide, resolved: Resolved, turn: Turn): Resolved {
  return {
    ...resolved,
    guide,
    rivals: [],
    passages: passagesOf(guide, turn.calls),
    answers: answersOf(guide, resolved.question, turn),
    told: toldAnswers(guide, resolved.question, turn),
    answersEach: answersEachOf(guide, resolved.question, turn),
    unread: isUnread(guide, turn),
    within: [inGuideOf(guide, resolved.question), ...searchesEachOf(guide, resolved.question)],
  }
}

function isUnread(guide: FoundGuide, { calls }: Turn): boolean {
  return !calls.some(({ tool, input }) => tool === 'readGuide' && input['guide'] === guide.token)
}

/** 换银行可以吗 tells less of its matter than 旧卡里的钱怎么办 does: then the second question is not read by the first. */
function isFirm(main: FoundGuide, alone: PassagesResult | undefined): boolean {
  return isNamed(main) || main.confidence >= Math.max(SURE_CONFIDENCE, alone?.guides[0]?.confidence ?? 0)
}

/** Whether what comes after a question that no guide answers says by itself which matter it means: 要不要重新申请 does not. */
function isTelling({ guides: [best] }: PassagesResult): boolean {
  return best !== undefined && (isNamed(best) || best.confidence >= SURE_CONFIDENCE)
}

function resolveQuestion(question: Question, turn: Turn, earlier: Resolved | undefined): Resolved {
  const main = earlier?.guide
  const isFirst = earlier === undefined
  const alone = resultOf(question.search, turn.calls)
  const inGuide = question.inGuide && resultOf(question.inGuide, turn.calls)
  // Without a subject of its own the question is about the matter in hand, however little the words have in common with it.
  const known = question.search.guide !== undefined || (question.service !== undefined && !question.segment.ownSubject)
  const sure = alone !== undefined && (known || (isSure(question.search, alone) && (isFirst || isTelling(alone))))
  const [best, ...others] = sure ? namedFirst(alone.guides) : []
  const first = (known && sure && ofService(alone, question.service)) || best
  const inHand = ofService(inGuide, question.service) ?? inGuide?.guides[0]
  const held = inHand ?? main
  const staysIn = held !== undefined && alone !== undefined && !known && stays(held, question, { alone, inGuide, turn })
  // The second question of a message goes on with the matter of the first, as one of the next message would.
  const goesOn = inHand ?? (!known && main && (!question.segment.ownSubject || isFirm(main, alone)) ? main : undefined)
  const guide = staysIn
    ? held
    : goesOn === undefined || alone === undefined
      ? (first ?? inHand ?? main)
      : followedGuide({ segment: question.segment, inHand: goesOn, alone, services: turn.briefing.services })
  return {
    question,
    guide,
    rivals:
      goesOn === undefined && guide === first && first && !known
        ? others.filter((other) => rivals(first, other, question)).slice(0, MOST_RIVALS)
        : [],
    passages: passagesOf(guide, turn.calls),
    meant: (known ? alone : (alone ?? inGuide))?.meant ?? [],
    answers: answersOf(guide, question, turn),
    told: toldAnswers(guide, question, turn),
    answersEach: answersEachOf(guide, question, turn),
    unread: guide !== undefined && isUnread(guide, turn),
    within: [
      // Whether the first question's guide answers the second one as well is known when it was searched for it.
      ...(inHand === undefined && !known && main !== undefined ? [inGuideOf(main, question)] : []),
      ...searchesEachOf(guide, question),
    ],
  }
}

function ofService(result: PassagesResult | undefined, service: string | undefined): FoundGuide | undefined {
  return service === undefined ? undefined : result?.guides.find((guide) => guide.service === service)
}

/** The guide a search for an application's service found. */
export function foundGuide(search: SearchInput, calls: readonly DoneCall[]): FoundGuide | undefined {
  const result = resultOf(search, calls)
  return result && isSure(search, result) ? result.guides[0] : undefined
}
