import { AppError } from '../errors.ts'
import type { Db, Store } from '../store/index.ts'
import { ConversationState } from './conversation-state.ts'

/**
 * The state of a conversation as it stands when something is added to it, inside the caller's transaction. Its row is
 * written first, so that two processes cannot both add to the same place.
 * @throws AppError 'not-found' when it was erased meanwhile: nothing more may be kept of it.
 */
export async function stateToAddTo(db: Db, store: Store, conversationId: string): Promise<ConversationState> {
  const held = await db
    .updateTable('conversations')
    .set((row) => ({ locale: row.ref('locale') }))
    .where('id', '=', conversationId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (held.numUpdatedRows === 0n) throw new AppError('not-found', '没有这个对话。')
  const { stateSealed } = await db
    .selectFrom('conversations')
    .select('stateSealed')
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  return ConversationState.parse(JSON.parse(store.unseal(stateSealed)))
}
