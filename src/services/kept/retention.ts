import type { Db } from '../../store/index.ts'
import { appendAudit } from './audit-log.ts'
import type { Counter } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import { createLedger, isLostRace } from './ledger.ts'
import { sweepKept } from './sweep-kept.ts'
import { readApplication } from './stored-application.ts'
import { DRAFT_STATUSES } from '../transitions.ts'

const DAY_MS = 86_400_000
const BATCH = 200

/** What is kept and for how long. Filed cases are public records and are not touched here. */
export function createRetention(
  tools: CounterTools,
  draftDays: number,
): Pick<Counter, 'eraseDrafts' | 'expireDrafts' | 'sweep'> {
  const { store, clock } = tools
  const ledger = createLedger(tools)

  /** The log holds every value there ever was, so it goes with them. */
  const eraseLog = async (db: Db, ids: readonly string[]): Promise<void> => {
    await db.deleteFrom('materials').where('applicationId', 'in', ids).execute()
    await db.deleteFrom('confirmations').where('applicationId', 'in', ids).execute()
    await db.deleteFrom('applicationEvents').where('applicationId', 'in', ids).execute()
  }

  const expire = (id: string): Promise<boolean> =>
    store.transaction(async (db) => {
      const row = await db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined || row.receiptNumber !== null || row.updatedAt > clock() - draftDays * DAY_MS) return false
      await eraseLog(db, [id])
      const draft = readApplication(row, store)
      await ledger.change(db, { ...draft, status: 'expired', kept: new Map(), attached: [] }, { kind: 'expired' })
      return true
    })

  return {
    sweep: () => sweepKept(tools),

    eraseDrafts: (conversationId) =>
      store.transaction(async (db) => {
        const rows = await db
          .selectFrom('applications')
          .select('id')
          .where('conversationId', '=', conversationId)
          .where('receiptNumber', 'is', null)
          .execute()
        const ids = rows.map(({ id }) => id)
        if (ids.length === 0) return 0
        for (const id of ids)
          await appendAudit(store, db, { act: 'erased', applicationId: id, detail: '', at: clock() })
        await eraseLog(db, ids)
        await db.deleteFrom('applications').where('id', 'in', ids).execute()
        return ids.length
      }),

    expireDrafts: async () => {
      const rows = await store.db
        .selectFrom('applications')
        .select('id')
        .where('status', 'in', [...DRAFT_STATUSES, 'withdrawn'])
        .where('receiptNumber', 'is', null)
        .where('updatedAt', '<=', clock() - draftDays * DAY_MS)
        .orderBy('updatedAt')
        .limit(BATCH)
        .execute()
      let expired = 0
      for (const { id } of rows) {
        try {
          if (await expire(id)) expired += 1
        } catch (error) {
          if (!isLostRace(error)) throw error
        }
      }
      return expired
    },
  }
}
