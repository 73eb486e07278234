import type { Locale } from '../../content/index.ts'
import { AppError } from '../../errors.ts'
import type { Db, Store } from '../../store/index.ts'
import { ConversationState } from './conversation-state.ts'
import { newMessageId, type KeptPart } from './message-log.ts'

/** What was said and what was answered, and what the conversation remembers after it. */
export type Exchange = {
  readonly conversationId: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly said: readonly KeptPart[]
  readonly answered: readonly KeptPart[]
  /** Id of the answer, when it was already told to the client. */
  readonly answerId?: string | undefined
  readonly locale?: Locale | undefined
  /** The state to keep, given the one that stands; the count of turns is kept here. */
  readonly remember: (state: ConversationState) => Omit<ConversationState, 'turns'>
}

/**
 * Adds an exchange to its conversation, inside the caller's transaction: both messages and the new state.
 * @throws AppError 'not-found' when the conversation was erased meanwhile: nothing more may be kept of it.
 */
export async function addExchange(db: Db, store: Store, exchange: Exchange): Promise<void> {
  const { conversationId, at, said, answered, answerId, locale, remember } = exchange
  const state = await stateToAddTo(db, store, conversationId)
  const row = (role: 'user' | 'assistant', id: string, parts: readonly KeptPart[]) => ({
    id,
    conversationId,
    seq: state.turns * 2 + (role === 'user' ? 0 : 1),
    role,
    partsSealed: store.seal(JSON.stringify(parts)),
    createdAt: at,
  })
  await db
    .insertInto('messages')
    .values([row('user', newMessageId(), said), row('assistant', answerId ?? newMessageId(), answered)])
    .execute()
  const next: ConversationState = { ...remember(state), turns: state.turns + 1 }
  await db
    .updateTable('conversations')
    .set({ stateSealed: store.seal(JSON.stringify(next)), ...(locale === undefined ? {} : { locale }) })
    .where('id', '=', conversationId)
    .execute()
}

/** The row is written as it is read, so that two processes cannot both add to the same place. */
async function stateToAddTo(db: Db, store: Store, conversationId: string): Promise<ConversationState> {
  const held = await db
    .updateTable('conversations')
    .set((row) => ({ locale: row.ref('locale') }))
    .where('id', '=', conversationId)
    .where('erasedAt', 'is', null)
    .returning('stateSealed')
    .executeTakeFirst()
  if (held === undefined) throw AppError.saying('not-found', 'no-conversation')
  return ConversationState.parse(JSON.parse(store.unseal(held.stateSealed)))
}
