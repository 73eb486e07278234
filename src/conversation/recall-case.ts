import type { Rooms } from './rooms.ts'
import type { MessageLog } from './message-log.ts'
import type { Step } from './turn.ts'

/** Earlier messages a model is shown. */
const HISTORY_MESSAGES = 8

/** Reads what the citizen has in hand: the open draft, drafts set aside, filed cases, and what was said before. */
export function createRecallCase({ counter }: Pick<Rooms, 'counter'>, messages: MessageLog): Step {
  return async (turn) => {
    const [drafts, cases, history] = await Promise.all([
      counter.drafts(turn.conversationId),
      counter.cases(turn.conversationId),
      messages.utterances(turn.conversationId, HISTORY_MESSAGES),
    ])
    return {
      turn: {
        ...turn,
        inHand: {
          active: drafts.find((draft) => !draft.setAside),
          aside: drafts.filter((draft) => draft.setAside),
          cases,
          history,
        },
      },
    }
  }
}
