import { deskOf, type ChatState } from './chat-state.ts'
import { dataOf, type Message } from './parts.ts'

/** What the page around the widget may learn. Never words, values, numbers or codes of the citizen. */
export type HostEvent =
  | { readonly name: 'bianban-answer'; readonly detail: { readonly outcome: string; readonly completeness?: string } }
  | { readonly name: 'bianban-application'; readonly detail: { readonly service: string; readonly status: string } }
  | { readonly name: 'bianban-review' | 'bianban-receipt'; readonly detail: { readonly service: string } }
  | { readonly name: 'bianban-handover'; readonly detail: Readonly<Record<string, never>> }
  | { readonly name: 'bianban-failure'; readonly detail: { readonly code: string } }

/** What is filed was reviewed just before. */
function reviewedService(state: ChatState): string {
  const reviews = state.messages.flatMap((message) => dataOf(message, 'data-review') ?? [])
  return reviews.at(-1)?.service ?? ''
}

function ofMessage(message: Message, state: ChatState): readonly HostEvent[] {
  const outcome = dataOf(message, 'data-outcome')
  const review = dataOf(message, 'data-review')
  const receipt = dataOf(message, 'data-receipt')
  return [
    ...(outcome === undefined
      ? []
      : [
          {
            name: 'bianban-answer',
            detail: {
              outcome: outcome.outcome,
              ...(outcome.completeness === undefined ? {} : { completeness: outcome.completeness }),
            },
          } as const,
        ]),
    ...(review === undefined ? [] : [{ name: 'bianban-review', detail: { service: review.service } } as const]),
    ...(receipt === undefined
      ? []
      : [{ name: 'bianban-receipt', detail: { service: reviewedService(state) } } as const]),
    ...(dataOf(message, 'data-handover') === undefined ? [] : [{ name: 'bianban-handover', detail: {} } as const]),
  ]
}

/** The failures that stand on the page: of the conversation, and of each form. */
function failuresOf(state: ChatState): readonly string[] {
  const desks = Object.keys(state.desks).flatMap((id) => deskOf(state, id).failure ?? [])
  return [...(state.failure === undefined ? [] : [state.failure]), ...desks].map(({ code }) => code)
}

/** Finished answers; one that streams is told of when it is whole. */
const finished = (state: ChatState): readonly Message[] =>
  state.messages.filter(({ role, state: how }) => role === 'assistant' && how !== 'streaming')

/**
 * What happened between two states of the page, for the page around it. What is restored happened before and is not told
 * again.
 */
export function hostEvents(before: ChatState, now: ChatState): readonly HostEvent[] {
  if (before.phase === 'restoring') return []
  const known = new Set(finished(before).map(({ id }) => id))
  const answers = finished(now).filter(({ id }) => !known.has(id))
  const forms = Object.values(now.applications).filter(({ id, status }) => before.applications[id]?.status !== status)
  const earlier = failuresOf(before)
  return [
    ...forms.map(({ service, status }) => ({ name: 'bianban-application', detail: { service, status } }) as const),
    ...answers.flatMap((message) => ofMessage(message, now)),
    ...failuresOf(now)
      .filter((code) => !earlier.includes(code))
      .map((code) => ({ name: 'bianban-failure', detail: { code } }) as const),
  ]
}

/** How many answers and cards a closed conversation got between two states. */
export function newsBetween(before: ChatState, now: ChatState): number {
  if (before.phase === 'restoring') return 0
  return Math.max(0, finished(now).length - finished(before).length)
}

/** Tells the page around the element what happened. */
export function announce(element: Element, before: ChatState, now: ChatState): void {
  for (const { name, detail } of hostEvents(before, now))
    element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}
