import type { ApplicationView, SignedIn } from '../../services/index.ts'
import type { Rooms } from '../citizens/talk.ts'

/** Everything that words may not change of one conversation, each thing as JSON under its name. */
export type State = ReadonlyMap<string, string>

/** A conversation, and the citizen it belongs to when she is signed in. */
export type Whose = { readonly conversation: string; readonly citizen?: SignedIn | undefined }

/**
 * The drafts of a conversation with all their fields, materials and consents, its cases, and whose it is. A filed case goes
 * on in the city: of it only what a citizen could do is kept, that it is there and not taken back.
 */
export async function stateOf(rooms: Rooms, { conversation, citizen }: Whose): Promise<State> {
  const { counter, citizens } = rooms
  const state = new Map<string, string>()
  const keep = (name: string, value: unknown): void => void state.set(name, JSON.stringify(value))
  for (const draft of await counter.drafts(conversation)) {
    const on = { conversationId: conversation, applicationId: draft.id }
    keep(draftName(draft), {
      status: draft.status,
      setAside: draft.setAside,
      fields: [...draft.fields, ...draft.later].map(({ id, value, provenance }) => [id, value, provenance]),
      materials: (await counter.materials(on)).materials,
      consents: citizen === undefined ? [] : await counter.consents({ ...on, citizen }),
    })
  }
  const cases = [
    ...(await counter.cases(conversation)),
    ...(citizen === undefined ? [] : await counter.casesOf(citizen.citizenId)),
  ]
  for (const { receiptNumber, status } of cases)
    keep(`case ${receiptNumber}`, status === 'withdrawn' ? status : 'filed')
  if (citizen !== undefined) keep('conversations', (await citizens.conversationsOf(citizen.citizenId)).toSorted())
  return state
}

/** What is different, by name: what is gone, what came, and what is not as it was. */
export function changesOf(before: State, after: State): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
}

/** The name of a draft in a state. */
export function draftName({ id, service }: Pick<ApplicationView, 'id' | 'service'>): string {
  return `draft ${service} ${id}`
}
