import { randomUUID } from 'node:crypto'
import type { StaffContent } from '../../content/index.ts'
import { toSimplified } from '../../language/index.ts'
import { relationOf, type ApplicationView } from '../../services/index.ts'
import { keptParts } from '../kept/kept-parts.ts'
import type { ConversationState } from '../kept/conversation-state.ts'
import { offerKey } from '../telling/offer-consent.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { addExchange } from '../kept/add-exchange.ts'
import type { Turn, TurnPart } from '../turn.ts'

/** What the runner measured; holds no word of the citizen and no value. */
export type Trace = {
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
  readonly parts: number
}

/** Keeps a turn: both messages, the conversation's state, and the trace, in one transaction. */
export async function remember(
  { store, clock, content }: Pick<Rooms, 'store' | 'clock' | 'content'>,
  turn: Turn,
  outcome: Outcome,
  parts: readonly TurnPart[],
  trace: Trace,
): Promise<void> {
  const at = clock()
  const state = nextState(turn, outcome, parts, content())
  await store.transaction(async (db) => {
    await addExchange(db, store, {
      conversationId: turn.conversationId,
      at,
      said: [{ type: 'text', text: turn.said ?? turn.words }],
      answered: keptParts(parts),
      answerId: turn.messageId,
      locale: turn.locale,
      remember: () => state,
    })
    await db
      .insertInto('turns')
      .values({
        id: `t_${randomUUID()}`,
        conversationId: turn.conversationId,
        outcome: outcome.outcome,
        engine: outcome.engine,
        trace: JSON.stringify({ ...trace, lock: lockTrace(turn), tools: toolTrace(turn) }),
        createdAt: at,
      })
      .execute()
  })
}

/** Turns that did not take up what was said: what was asked and offered before them still stands. */
const PASSED_OVER = new Set<Outcome['outcome']>(['failed', 'crisis', 'blocked'])

function nextState(
  turn: Turn,
  outcome: Outcome,
  parts: readonly TurnPart[],
  { services }: Pick<StaffContent, 'services'>,
): Omit<ConversationState, 'turns'> {
  const choices = parts.findLast((part) => part.type === 'choices')
  const application = parts.findLast((part) => part.type === 'application')?.application
  const guide = citedGuides(parts)[0] ?? caseGuide(parts, services) ?? turn.effects.guide ?? turn.state.lastGuide
  // Two guides cited together are the two spoken of.
  const cited = [...new Set(citedGuides(parts))]
  const before = guide === turn.state.lastGuide ? turn.state.formerGuide : turn.state.lastGuide
  const former = cited[1] ?? before
  const stands = turn.effects.waits || PASSED_OVER.has(outcome.outcome)
  const consent = stands ? turn.state.consent : consentOf(parts)
  const asked = turn.effects.reopened ?? askedAfter(turn, outcome, stands, application)
  const offered = parts.flatMap((part) =>
    part.type === 'consent' ? [offerKey(part.applicationId, part.offer.source)] : [],
  )
  const supplement = turn.effects.supplement ?? turn.state.supplement
  // What was said of whom she acts for holds until a form is opened for that person.
  const opened = turn.effects.fills.some(({ application }) => relationOf(application.form) !== undefined)
  return {
    ...(turn.actingFor === undefined || opened ? {} : { actingFor: turn.actingFor }),
    ...(supplement === undefined ? {} : { supplement }),
    plain: turn.plain,
    rest: stands ? turn.state.rest : [...turn.rest],
    offered: [...new Set([...turn.state.offered, ...offered])],
    remindedOf: [...turn.state.remindedOf, ...offered.filter((key) => turn.state.offered.includes(key))],
    reviewing: stands ? turn.state.reviewing : parts.some(({ type }) => type === 'review'),
    lastChoices: stands ? turn.state.lastChoices : (choices?.choices ?? []).map((choice) => toSimplified(choice)),
    ...(guide === undefined ? {} : { lastGuide: guide }),
    ...(former === undefined ? {} : { formerGuide: former }),
    // Under a card nothing else was asked.
    ...(consent === undefined ? (asked === undefined ? {} : { asked }) : { consent }),
  }
}

/** Turns that put something to the citizen herself; without a form beside it, no field was asked for last. */
const ASKS_ELSE = new Set<Outcome['outcome']>(['clarify', 'awaiting-review', 'submitted'])

/** The field asked for last and visibly, so that a yes to something else is none to it. */
function askedAfter(
  { state }: Turn,
  { outcome }: Outcome,
  stands: boolean,
  application: ApplicationView | undefined,
): ConversationState['asked'] {
  if (stands) return state.asked
  if (application !== undefined) return askedOf(application)
  return ASKS_ELSE.has(outcome) ? undefined : state.asked
}

function consentOf(parts: readonly TurnPart[]): ConversationState['consent'] {
  const card = parts.findLast((part) => part.type === 'consent')
  return card === undefined ? undefined : { application: card.applicationId, source: card.offer.source }
}

/** The field that a form asks for next. */
export function askedOf({ id, status, next }: ApplicationView): ConversationState['asked'] {
  return status === 'draft' && next !== null ? { application: id, field: next.field } : undefined
}

/** The guide of the one case that was told of: what she asks next goes on with it. */
function caseGuide(parts: readonly TurnPart[], services: StaffContent['services']): string | undefined {
  const told = parts.flatMap((part) => (part.type === 'progress' ? part.cases : []))
  const guides = new Set(told.map(({ service }) => services.get(service)?.guide))
  const [only] = guides
  return guides.size === 1 ? only : undefined
}

function citedGuides(parts: readonly TurnPart[]): readonly string[] {
  return parts.flatMap((part) => (part.type === 'source' ? (part.sourceId.split('#')[0] ?? []) : []))
}

function lockTrace({ released }: Turn) {
  return released === undefined
    ? null
    : { replaced: released.replaced, dropped: released.dropped, cited: released.cited }
}

function toolTrace({ effects }: Turn) {
  return {
    searched: effects.searched,
    accepted: effects.fills.flatMap(({ accepted }) => accepted.map(({ field }) => field)),
    rejected: effects.fills.flatMap(({ rejected }) => rejected.map(({ field }) => field)),
    declined: effects.declined ?? null,
  }
}
