import type { CounterTools } from '../counter-tools.ts'

const DAY_MS = 86_400_000

/** How long each thing is kept after it has served its purpose, in days. A filed case is the authority's record and stays. */
export const KEPT_DAYS = {
  /** Words of a conversation whose token is no good any more. */
  conversations: 0,
  /** Answers to repeated submissions; a key is honoured a day at least. */
  submissions: 90,
  /** Steps and times of a turn, for whoever looks into a fault. */
  turns: 180,
  /** Sessions of browsers, sign-ins that were never ended, acts nobody confirmed. */
  sessions: 30,
  /** What a citizen had said before she asked for a person. */
  handovers: 365,
} as const

const BATCH = 200

/** Erases what is kept longer than it may be, oldest first, at most a batch of conversations a call; gives how many of them. */
export async function sweepKept({ store, clock, log }: Pick<CounterTools, 'store' | 'clock' | 'log'>): Promise<number> {
  const before = (days: number): number => clock() - days * DAY_MS
  const { db } = store
  const expired = await db
    .selectFrom('conversations')
    .select('id')
    .where('erasedAt', 'is', null)
    .where('expiresAt', '<=', before(KEPT_DAYS.conversations))
    .orderBy('expiresAt')
    .limit(BATCH)
    .execute()
  for (const { id } of expired)
    await store.transaction(async (within) => {
      await within.deleteFrom('messages').where('conversationId', '=', id).execute()
      await within.deleteFrom('feedback').where('conversationId', '=', id).execute()
      await within.deleteFrom('resumeCodes').where('conversationId', '=', id).execute()
      await within
        .updateTable('conversations')
        .set({ erasedAt: clock(), stateSealed: store.seal('{}') })
        .where('id', '=', id)
        .execute()
    })
  await store.transaction(async (within) => {
    await within.deleteFrom('turns').where('createdAt', '<=', before(KEPT_DAYS.turns)).execute()
    await within.deleteFrom('submissions').where('createdAt', '<=', before(KEPT_DAYS.submissions)).execute()
    await within.deleteFrom('citizenSessions').where('expiresAt', '<=', before(KEPT_DAYS.sessions)).execute()
    await within.deleteFrom('signIns').where('expiresAt', '<=', before(KEPT_DAYS.sessions)).execute()
    await within.deleteFrom('proposedActs').where('expiresAt', '<=', before(KEPT_DAYS.sessions)).execute()
    await within.deleteFrom('handovers').where('createdAt', '<=', before(KEPT_DAYS.handovers)).execute()
  })
  if (expired.length > 0) log.info({ conversations: expired.length }, 'expired conversations were erased')
  return expired.length
}
