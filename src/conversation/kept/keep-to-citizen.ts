import { AppError } from '../../errors.ts'
import type { Store } from '../../store/index.ts'

/**
 * Holds a conversation to its citizen: an anonymous one becomes that of the first citizen who is signed in, and stays hers.
 * @throws AppError 'sign-in-required' when its citizen is signed out, 'forbidden' when somebody else is signed in.
 */
export async function keepToCitizen(
  store: Store,
  conversation: { readonly id: string; readonly citizenId: string | null },
  citizenId: string | undefined,
): Promise<void> {
  if (conversation.citizenId === (citizenId ?? null)) return
  if (citizenId !== undefined && conversation.citizenId === null) {
    const bound = await store.db
      .updateTable('conversations')
      .set({ citizenId })
      .where('id', '=', conversation.id)
      .where((row) => row.or([row('citizenId', 'is', null), row('citizenId', '=', citizenId)]))
      .executeTakeFirst()
    // Somebody else who signed in at the same moment was first.
    if (bound.numUpdatedRows > 0n) return
  }
  if (citizenId === undefined) throw AppError.saying('sign-in-required', 'conversation-of-signed-in')
  throw AppError.saying('forbidden', 'conversation-of-another')
}
