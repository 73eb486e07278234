import { BOUNDARIES, type BoundaryExamples, type BoundaryKind, type KindExamples } from '../../content/message-kind.ts'
import { COUNTIES_AROUND, OTHER_PLACES } from '../../language/index.ts'
import { normalForm } from '../ear.ts'
import { kindTerms } from './kind-terms.ts'
import { termScores } from './term-scores.ts'
import type { Example, TermWeights } from './train.ts'

/**
 * How much more has to speak for a boundary than for an ordinary message, in log-odds: 帮我 and 来个 stand in pleas for
 * a wrong or a person, and in all sorts of others. Measured in docs/decisions/0030.
 */
const LEAD: Readonly<Record<BoundaryKind, number>> = {
  ordinary: 0,
  crisis: 0.75,
  unsafe: 0.75,
  prying: 0.25,
  verdict: 0.5,
  handoff: 1,
  political: 0.5,
  'other-place': 0.5,
}

/** Which other place it is says nothing; what is said of it does: 老家在某地 is no matter of that place. */
const ELSEWHERE = new RegExp(`${OTHER_PLACES}|${COUNTIES_AROUND}|香港|澳门|台北|台中|高雄|东京|首尔|新加坡`, 'g')

function boundaryTerms(message: string): ReturnType<typeof kindTerms> {
  return kindTerms(normalForm(message).replaceAll(ELSEWHERE, '某地'))
}

/** Citizens ask much more than they cross a boundary, so what is ordinary counts less in learning and is there in number. */
const WEIGHT = { asked: 0.5, ordinary: 1, boundary: 3 }

/** One of so many questions of the guides is enough to know what is ordinary, and of what no guide answers. */
const SPARSE = { asked: 4, offTopic: 2 }

/** What a boundary is learnt from: its own examples against all that is answered. */
export function boundarySamples(
  boundaries: BoundaryExamples,
  kinds: KindExamples,
  asked: readonly string[],
  offTopic: readonly string[],
): Example[] {
  const examples = (messages: readonly string[], kind: BoundaryKind, weight: number): Example[] =>
    messages.map((message) => ({ terms: boundaryTerms(message), label: BOUNDARIES.indexOf(kind), weight }))
  if (BOUNDARIES.every((kind) => boundaries[kind].length === 0)) return []
  return [
    ...BOUNDARIES.flatMap((kind) =>
      examples(boundaries[kind], kind, kind === 'ordinary' ? WEIGHT.ordinary : WEIGHT.boundary),
    ),
    ...examples(Object.values(kinds).flat(), 'ordinary', WEIGHT.ordinary),
    ...examples(everyNth(asked, SPARSE.asked), 'ordinary', WEIGHT.asked),
    ...examples(everyNth(offTopic, SPARSE.offTopic), 'ordinary', WEIGHT.asked),
  ]
}

function everyNth(messages: readonly string[], n: number): readonly string[] {
  return messages.filter((_, at) => at % n === 0)
}

/** A reader of boundaries over learnt weights: the one a message crosses, or `ordinary`; undefined where nothing was learnt. */
export function boundaryReader(weights: TermWeights): ((message: string) => BoundaryKind) | undefined {
  if (weights.vocabulary.size === 0) return undefined
  return (message) => {
    const scores = termScores(weights, boundaryTerms(message))
    const lead = (kind: BoundaryKind): number => (scores[BOUNDARIES.indexOf(kind)] ?? 0) - LEAD[kind]
    return BOUNDARIES.reduce((best, kind) => (lead(kind) > lead(best) ? kind : best))
  }
}
