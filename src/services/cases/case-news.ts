import type { Store } from '../../store/index.ts'
import type { CaseView } from '../application.ts'

/** How much of each case its citizen was told, so that what happened meanwhile waits for her. */
export function createCaseNews({ db, transaction }: Store) {
  return {
    told: async (ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
      if (ids.length === 0) return new Map()
      const rows = await db.selectFrom('toldCases').selectAll().where('applicationId', 'in', ids).execute()
      return new Map(rows.map(({ applicationId, events }) => [applicationId, events]))
    },
    note: (cases: readonly Pick<CaseView, 'applicationId' | 'events'>[]): Promise<void> =>
      transaction(async (within) => {
        for (const { applicationId, events } of cases) {
          const row = { applicationId, events: events.length }
          await within
            .insertInto('toldCases')
            .values(row)
            .onConflict((conflict) => conflict.column('applicationId').doUpdateSet({ events: row.events }))
            .execute()
        }
      }),
  }
}
