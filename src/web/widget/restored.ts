import type { z } from 'zod'
import type { CaseView, ConversationView } from '../../wire.ts'
import { EMPTY, takeIn, withApplication, withMessage, type ChatState } from './chat-state.ts'
import type { DataByType, Part } from './parts.ts'
import { applicationOf, fromStored, newestOf } from './transcript.ts'

/** The state with one more card at its end. */
export function withCard(state: ChatState, id: string, part: Part): ChatState {
  return withMessage(state, { id, role: 'assistant', state: 'done', parts: [part] })
}

const partsOf = (state: ChatState): readonly Part[] => state.messages.flatMap((message) => message.parts)

/** The open form at the end of the conversation, unless a message already shows it. */
function withForm(state: ChatState, application: DataByType['data-application'], id: string): ChatState {
  const next = withApplication(state, application)
  if (partsOf(next).some((part) => applicationOf(part) === application.id)) return next
  return withCard(next, id, { type: 'data-application', data: application })
}

/** One card for the cases; it comes to the end of the conversation whenever one of them moves on. */
export const PROGRESS = 'case-progress'

/**
 * The cases at the end of the conversation, unless what was said last of each is still so. What the receipt says already, that
 * a case was filed, is not said again.
 */
export function withCases(state: ChatState, cases: readonly CaseView[]): ChatState {
  const told = new Set(
    partsOf(state).flatMap((part) => (part.type === 'data-receipt' ? [part.data.receiptNumber] : [])),
  )
  const news = cases.filter((each) => each.status !== 'submitted' || !told.has(each.receiptNumber))
  if (news.every((each) => isSame(newestOf(state.messages, each.applicationId), each))) return state
  // A card that stays above what was said since would tell her nothing.
  const messages = state.messages.filter(({ id }) => id !== PROGRESS)
  return withCard({ ...state, messages }, PROGRESS, { type: 'data-progress', data: { cases: news } })
}

function isSame(one: CaseView | undefined, other: CaseView): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** A conversation as the server kept it. Reviews are not taken up again: a fresh one is asked for from the form. */
export function restored(view: z.infer<typeof ConversationView>, newId: () => string): ChatState {
  const messages = view.messages.map((each) => fromStored(each))
  const taken = messages.reduce(takeIn, { ...EMPTY, messages })
  const settled = view.application === null ? taken : withForm(taken, view.application, newId())
  return { ...withCases(settled, view.cases), reviewable: [] }
}
