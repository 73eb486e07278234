import type { ApplicationPart } from '../../wire.ts'
import type { Failure } from './failure.ts'
import type { Message } from './parts.ts'

/** What goes on with one application's card, besides the application itself. */
export type Desk = {
  readonly busy: boolean
  /** Why a field was refused, by field id. */
  readonly wrong: Readonly<Record<string, string>>
  readonly failure: Failure | undefined
  /** The known field that is being corrected. */
  readonly editing: string | undefined
  /** True while all missing fields are shown at once. */
  readonly listed: boolean
  /** The file on its way to the server, and how many per cent of it have gone. */
  readonly sending: { readonly material: string; readonly name: string; readonly percent: number } | undefined
  /** Files given to what a department asks for after filing. */
  readonly supplied: ApplicationPart['materials']
}

/** What the citizen thinks of an answer; `reason` is empty while she gave none. */
export type Verdict = { readonly verdict: 'up' | 'down'; readonly reason: string }

/** Everything the page shows. Replaced whole, never changed in place. */
export type ChatState = {
  readonly phase: 'restoring' | 'idle' | 'waiting' | 'streaming'
  readonly messages: readonly Message[]
  /** The newest known form of each application. */
  readonly applications: Readonly<Record<string, ApplicationPart>>
  readonly desks: Readonly<Record<string, Desk>>
  /** Applications whose last review card may still be confirmed. */
  readonly reviewable: readonly string[]
  /** Consents decided on this page, as `application:source`. */
  readonly decided: readonly string[]
  /** By message id. */
  readonly verdicts: Readonly<Record<string, Verdict>>
  readonly failure: Failure | undefined
  /** The words of the failed turn, which 重试 sends again. */
  readonly unsent: string | undefined
}

export const EMPTY: ChatState = {
  phase: 'idle',
  messages: [],
  applications: {},
  desks: {},
  reviewable: [],
  decided: [],
  verdicts: {},
  failure: undefined,
  unsent: undefined,
}

const IDLE_DESK: Desk = {
  busy: false,
  wrong: {},
  failure: undefined,
  editing: undefined,
  listed: false,
  sending: undefined,
  supplied: [],
}

/** The desk of an application; a quiet one when nothing goes on. */
export function deskOf(state: ChatState, application: string): Desk {
  return state.desks[application] ?? IDLE_DESK
}

/** The state with a changed desk. */
export function withDesk(state: ChatState, application: string, change: Partial<Desk>): ChatState {
  return { ...state, desks: { ...state.desks, [application]: { ...deskOf(state, application), ...change } } }
}

/** The state with a newer form. An older version than the one on the page changes nothing; a changed form voids its review. */
export function withApplication(state: ChatState, application: ApplicationPart): ChatState {
  const known = state.applications[application.id]
  if (known !== undefined && known.version > application.version) return state
  const changed = known !== undefined && known.version !== application.version
  return {
    ...state,
    applications: { ...state.applications, [application.id]: application },
    reviewable: changed ? state.reviewable.filter((id) => id !== application.id) : state.reviewable,
  }
}

/** The state with a message in place of the one with the same id, or at the end. */
export function withMessage(state: ChatState, message: Message, id = message.id): ChatState {
  const at = state.messages.findIndex((each) => each.id === id)
  return { ...state, messages: at < 0 ? [...state.messages, message] : state.messages.with(at, message) }
}

/** The state that follows from what a message newly carries: forms become the newest known, reviews become confirmable. */
export function takeIn(state: ChatState, message: Message): ChatState {
  return message.parts.reduce((next, part) => {
    // The record keeps only an application's id and title; the form itself is read anew.
    if (part.type === 'data-application') return 'fields' in part.data ? withApplication(next, part.data) : next
    if (part.type === 'data-review')
      return { ...next, reviewable: [...new Set([...next.reviewable, part.data.applicationId])] }
    return next
  }, state)
}

/** True when the form can be reviewed: a draft with nothing missing. */
export function isComplete(application: ApplicationPart): boolean {
  const lacking = application.materials.some(({ state }) => state === 'missing')
  return isDraft(application) && application.pending.length === 0 && !lacking
}

/** True before submission, while the citizen may still change the form. */
export function isDraft(application: ApplicationPart): boolean {
  return application.status === 'draft' || application.status === 'ready'
}

/** The number of the receipt that came last. */
export function receiptAtEnd(state: ChatState): string | undefined {
  const parts = state.messages.flatMap((message) => message.parts)
  return parts.flatMap((part) => (part.type === 'data-receipt' ? [part.data.receiptNumber] : [])).at(-1)
}

/** True when something was filed in this conversation. */
export function hasReceipt(state: ChatState): boolean {
  return state.messages.some((message) =>
    message.parts.some(({ type }) => type === 'data-receipt' || type === 'data-progress'),
  )
}
