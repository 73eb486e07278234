import type { PassagesResult } from '../tool-contract.ts'
import type { Question } from './agenda.ts'
import type { FoundPassage } from './answer.ts'
import type { DoneCall, Turn } from './read-prompt.ts'
import { searchFor, type SearchInput } from './search-input.ts'
import { inContext, type Clause, type Segment } from './segments.ts'
import type { Answers } from './weigh-lines.ts'

/** A guide as a search of this turn found it. */
export type FoundGuide = PassagesResult['guides'][number]

/** The search for a question in one guide; the guide's title says what the question goes on with. */
export function inGuideOf({ title, token }: FoundGuide, { search }: Question): SearchInput {
  return searchFor(`${title} ${search.query}`, token)
}

/** 要带什么，多少钱: a search of its own for each of several questions. */
export function searchesEachOf(guide: FoundGuide | undefined, { segment }: Question): SearchInput[] {
  return guide === undefined ? [] : severalAsked(segment).map((clause) => searchOfOne(guide, segment, clause))
}

/** Where the guide answers each of several questions. */
export function answersEachOf(
  guide: FoundGuide | undefined,
  { segment }: Question,
  { calls }: Turn,
): ReadonlyMap<Clause, Answers> {
  if (guide === undefined) return new Map()
  return new Map(
    severalAsked(segment).flatMap((clause) => {
      const answers = answersIn(resultOf(searchOfOne(guide, segment, clause), calls), guide)
      return answers === undefined ? [] : [[clause, answers] as const]
    }),
  )
}

function severalAsked({ clauses }: Segment): readonly Clause[] {
  const asking = clauses.filter(({ asks }) => asks)
  return asking.length < 2 ? [] : asking
}

function searchOfOne({ token }: FoundGuide, segment: Segment, clause: Clause): SearchInput {
  return searchFor(inContext(segment, clause), token)
}

/** Everything this turn found of a guide, each passage once. Only a search scores: a passage that was merely read has none. */
export function passagesOf(guide: FoundGuide | undefined, calls: readonly DoneCall[]): FoundPassage[] {
  const found = new Map<string, FoundPassage>()
  for (const { tool, passages } of calls) {
    for (const passage of passages?.passages ?? []) {
      if (passage.guide !== guide?.token || found.has(passage.token)) continue
      found.set(passage.token, tool === 'searchGuides' ? passage : { ...passage, score: 0 })
    }
  }
  return [...found.values()]
}

/** From this chance of a point on a guide says something of what she told: asked again whole, it would only say the same again. */
const TOLD = 0.15

/** Where the guide says something of what she told of herself, if it does. */
export function toldAnswers(guide: FoundGuide | undefined, { told }: Question, { calls }: Turn): Answers | undefined {
  const answers = told && answersIn(resultOf(told, calls), guide)
  return bestPoint(answers) >= TOLD ? answers : undefined
}

/** Where the guide answers, by the search of its own or else by any that found it. */
export function answersOf(guide: FoundGuide | undefined, question: Question, { calls }: Turn): Answers | undefined {
  if (guide === undefined) return undefined
  const searches = [inGuideOf(guide, question), question.inGuide, question.search]
  return searches.flatMap((search) => (search && answersIn(resultOf(search, calls), guide)) ?? [])[0]
}

/** Where a search says that a guide answers. */
export function answersIn(result: PassagesResult | undefined, guide: FoundGuide | undefined): Answers | undefined {
  return result?.guides.find(({ token }) => token === guide?.token)?.answers
}

/** How likely the likeliest point of a guide answers, 0..1. */
export function bestPoint(answers: Answers | undefined): number {
  return Math.max(0, ...Object.values(answers?.points ?? {}))
}

/** The result of the very search asked for, by its query and guide. */
export function resultOf(search: SearchInput, calls: readonly DoneCall[]): PassagesResult | undefined {
  return calls.find((call) => isSearch(call, search))?.passages
}

/** True when the search was made, whatever came of it. */
export function wasSearched(search: SearchInput, calls: readonly DoneCall[]): boolean {
  return calls.some((call) => isSearch(call, search))
}

function isSearch({ tool, input }: DoneCall, { query, guide }: SearchInput): boolean {
  return tool === 'searchGuides' && input['query'] === query && input['guide'] === guide
}
