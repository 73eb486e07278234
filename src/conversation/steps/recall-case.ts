import type { Rooms } from '../rooms.ts'
import type { MessageLog } from '../kept/message-log.ts'
import { isVouched, type ApplicationView } from '../../services/index.ts'
import type { Step, Turn } from '../turn.ts'

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
    const active = drafts.find((draft) => !draft.setAside)
    return {
      turn: {
        ...turn,
        inHand: {
          active: active === undefined ? undefined : await knownBySignIn(counter, turn, active),
          aside: drafts.filter((draft) => draft.setAside),
          cases,
          history,
        },
      },
    }
  }
}

/** A citizen who signed in on the way need not say who she is. */
async function knownBySignIn(
  counter: Rooms['counter'],
  { citizen, conversationId }: Turn,
  draft: ApplicationView,
): Promise<ApplicationView> {
  if (citizen === undefined) return draft
  if (!draft.fields.some(({ id, value }) => value === null && isVouched(id, citizen))) return draft
  const filled = await counter.fillIdentity({ conversationId, applicationId: draft.id, citizen })
  return filled.application
}
