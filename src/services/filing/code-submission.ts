import type { Db } from '../../store/index.ts'
import type { Counter } from '../counter.ts'
import { codeDigest, stateOf, type StoredConfirmation } from './confirmation.ts'
import type { CounterTools } from '../counter-tools.ts'
import { createLedger } from '../kept/ledger.ts'
import { invalid, stale, type Submission } from './submission.ts'

/** Wrong codes that end a confirmation: 5 tries at 6 digits find it once in 200,000. */
const MAX_WRONG_CODES = 5

/**
 * The citizen's act in a channel without buttons. Only the code of the last open review card of the conversation submits;
 * the code of a card already submitted gives its receipt again. Five wrong codes end the card.
 */
export function createCodeSubmission(
  tools: CounterTools,
  { submitConfirmed }: Pick<Submission, 'submitConfirmed'>,
): Pick<Counter, 'submitByCode'> {
  const { store, clock } = tools
  const ledger = createLedger(tools)

  const refuse = async (db: Db, card: StoredConfirmation): Promise<void> => {
    const application = await ledger.load(db, card.conversationId, card.applicationId)
    await ledger.note(db, application, { kind: 'code-refused', confirmation: card.id })
    const events = await ledger.events(db, card.applicationId)
    const wrong = events.filter(({ data }) => data.kind === 'code-refused' && data.confirmation === card.id).length
    if (wrong < MAX_WRONG_CODES) return
    await db.updateTable('confirmations').set({ expiresAt: clock() }).where('id', '=', card.id).execute()
    tools.log.warn({ application: card.applicationId }, 'a confirmation ended after too many wrong codes')
  }

  return {
    submitByCode: async ({ conversationId, code }) => {
      const codeHash = codeDigest(store, conversationId, code)
      const card = await store.transaction(async (db) => {
        const cards = await db
          .selectFrom('confirmations')
          .selectAll()
          .where('conversationId', '=', conversationId)
          .orderBy('expiresAt', 'desc')
          .execute()
        const last = cards.find((each) => stateOf(each, clock()) === 'open')
        if (last?.codeHash === codeHash) return last
        const same = cards.filter((each) => each.codeHash === codeHash)
        const consumed = same.find((each) => stateOf(each, clock()) === 'consumed')
        if (consumed !== undefined) return consumed
        if (last !== undefined) await refuse(db, last)
        return same.some((each) => stateOf(each, clock()) === 'void') ? 'stale' : 'invalid'
      })
      if (card === 'invalid') throw invalid(tools)
      if (card === 'stale') throw stale(tools)
      return { ...(await submitConfirmed(card)), applicationId: card.applicationId }
    },
  }
}
