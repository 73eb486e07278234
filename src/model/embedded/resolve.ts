import type { PassagesResult } from '../tool-contract.ts'
import type { Agenda, Question } from './agenda.ts'
import { searchFor, type SearchInput } from './search-input.ts'
import type { FoundPassage } from './answer.ts'
import { plainWords } from './plain-words.ts'
import type { DoneCall, Turn } from './read-prompt.ts'
import { followedGuide, isNamed } from './followed-guide.ts'
import { readSituations } from './situations.ts'
import { namesTitle, residueOf } from './subject.ts'
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

type FoundGuide = PassagesResult['guides'][number]

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
  /** Where the guide answers each of several questions asked in one breath, by their words. */
  readonly answersEach: ReadonlyMap<string, Answers>
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
  if (first?.guide === undefined || second?.guide === undefined || first.guide.token === second.guide.token)
    return [...resolved]
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

/** 代办补贴要抽两成，政府办这个本身收费吗: where neither question names its matter, both together tell it. */
function toldByBoth(first: FoundGuide, second: FoundGuide, { whole }: Question, turn: Turn): FoundGuide | undefined {
  if (whole === undefined || isNamed(first) || isNamed(second)) return undefined
  const found = resultOf(whole, turn.calls)
  const [best] = found !== undefined && isSure(whole, found) ? found.guides : []
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
  const staysIn = inHand !== undefined && speaksOfBoth(question, inHand, inGuide)
  // The second question of a message goes on with the matter of the first, as one of the next message would.
  const goesOn = inHand ?? (!known && main && (!question.segment.ownSubject || isFirm(main, alone)) ? main : undefined)
  const guide = staysIn
    ? inHand
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
    answersEach: answersEachOf(guide, question, turn),
    unread: guide !== undefined && isUnread(guide, turn),
    within: [
      ...(goesOn !== undefined && guide === goesOn && inHand === undefined ? [inGuideOf(guide, question)] : []),
      ...searchesEachOf(guide, question),
    ],
  }
}

/** 社保卡呢 after a death asks of the dead person's: the guide in hand has a question of its own on what she names. */
const AND_THAT = /呢\s*[?？]?$/u
/** 护照和港澳通行证可以一起办吗 sets two matters side by side, and is no question of the one in hand. */
const SIDE_BY_SIDE = /[和跟与同]|一起/u

function speaksOfBoth({ segment }: Question, inHand: FoundGuide, inGuide: PassagesResult | undefined): boolean {
  const named = residueOf(segment.text)
  if (named.length === 0 || !AND_THAT.test(segment.text)) return false
  return (inGuide?.passages ?? []).some(
    ({ guide, section, heading }) =>
      guide === inHand.token &&
      section === 'faq' &&
      !SIDE_BY_SIDE.test(heading) &&
      !readSituations(heading).has('differ') &&
      named.every((run) => plainWords(heading).includes(run)),
  )
}

function inGuideOf({ title, token }: FoundGuide, { search }: Question): SearchInput {
  return searchFor(`${title} ${search.query}`, token)
}

/** 要带什么，多少钱: a search of its own for each of several questions. */
function searchesEachOf(guide: FoundGuide | undefined, { segment }: Question): SearchInput[] {
  const asking = segment.clauses.filter(({ asks }) => asks)
  return guide === undefined || asking.length < 2 ? [] : asking.map(({ text }) => searchFor(text, guide.token))
}

function answersEachOf(
  guide: FoundGuide | undefined,
  question: Question,
  { calls }: Turn,
): ReadonlyMap<string, Answers> {
  return new Map(
    searchesEachOf(guide, question).flatMap((search) => {
      const answers = resultOf(search, calls)?.guides.find(({ token }) => token === guide?.token)?.answers
      return answers === undefined ? [] : [[search.query, answers] as const]
    }),
  )
}

function ofService(result: PassagesResult | undefined, service: string | undefined): FoundGuide | undefined {
  return service === undefined ? undefined : result?.guides.find((guide) => guide.service === service)
}

/** She is asked which of three she means at most. */
const MOST_RIVALS = 2
/** Guides this close cannot be told apart, unless the words name just one of them. */
const RIVAL_MARGIN = 0.05

/** 居住证 is the name of one of two guides that are as likely: that one is meant. */
function namedFirst(guides: readonly FoundGuide[]): readonly FoundGuide[] {
  const [top] = guides
  const named = guides.find(
    (guide) => isNamed(guide) && top !== undefined && top.confidence - guide.confidence <= RIVAL_MARGIN,
  )
  return named === undefined || named === top || top === undefined || isNamed(top)
    ? guides
    : [named, ...guides.filter((guide) => guide !== named)]
}

/**
 * The fewer characters stand beside the asking words, the sooner another guide may as well be meant: 登记要钱吗 asks of
 * whatever is registered. Beside so many, two guides can be told apart. Where half of those asked back had been read wrong:
 * docs/decisions/0031.
 */
const LITTLE = 6
/** 奶奶82岁 tells whom it is about. */
const AGE = /[\d一二三四五六七八九十]周?岁/u
/** The share of the first one's confidence from which another guide is a rival where nothing is told, and for each character more. */
const RIVAL_SHARE = { least: 0.1, each: 0.05 }

function tellLittle({ search }: Question, [first, other]: readonly [FoundGuide, FoundGuide]): boolean {
  const told = residueOf(search.query).join('').length
  if (told > LITTLE || isNamed(first) || isNamed(other) || AGE.test(search.query)) return false
  if (namesTitle(search.query, properTitle(first)) && !namesTitle(search.query, properTitle(other))) return false
  return other.confidence >= (RIVAL_SHARE.least + RIVAL_SHARE.each * told) * first.confidence
}

/** What stands in brackets explains a title: （上户口） names no matter of its own, where （设立、变更、注销） lists what is done. */
function properTitle({ title }: FoundGuide): string {
  return title.replace(/（[^）、]*）/gu, '')
}

function rivals(first: FoundGuide, other: FoundGuide, question: Question): boolean {
  const { segment } = question
  if (tellLittle(question, [first, other])) return true
  if (first.confidence - other.confidence > RIVAL_MARGIN || (isNamed(first) && !isNamed(other))) return false
  return namesTitle(segment.text, first.title) === namesTitle(segment.text, other.title)
}

/** Everything this turn found of a guide, each passage once. Only a search scores: a passage that was merely read has none. */
function passagesOf(guide: FoundGuide | undefined, calls: readonly DoneCall[]): FoundPassage[] {
  const found = new Map<string, FoundPassage>()
  for (const { tool, passages } of calls) {
    for (const passage of passages?.passages ?? []) {
      if (passage.guide !== guide?.token || found.has(passage.token)) continue
      found.set(passage.token, tool === 'searchGuides' ? passage : { ...passage, score: 0 })
    }
  }
  return [...found.values()]
}

/** Where the guide answers, by the search of its own or else by any that found it. */
function answersOf(guide: FoundGuide | undefined, question: Question, { calls }: Turn): Answers | undefined {
  if (guide === undefined) return undefined
  const searches = [inGuideOf(guide, question), question.inGuide, question.search]
  const results = searches.flatMap((search) => (search === undefined ? [] : (resultOf(search, calls) ?? [])))
  return results.flatMap(({ guides }) => guides.find(({ token }) => token === guide.token)?.answers ?? [])[0]
}

/** The result of the very search asked for, by its query and guide. */
function resultOf(search: SearchInput, calls: readonly DoneCall[]): PassagesResult | undefined {
  return calls.find(
    ({ tool, input }) => tool === 'searchGuides' && input['query'] === search.query && input['guide'] === search.guide,
  )?.passages
}

/** True when the search was made, whatever came of it. */
export function wasSearched(search: SearchInput, calls: readonly DoneCall[]): boolean {
  return calls.some(
    ({ tool, input }) => tool === 'searchGuides' && input['query'] === search.query && input['guide'] === search.guide,
  )
}

/** The guide a search for an application's service found. */
export function foundGuide(search: SearchInput, calls: readonly DoneCall[]): FoundGuide | undefined {
  const result = resultOf(search, calls)
  return result && isSure(search, result) ? result.guides[0] : undefined
}
