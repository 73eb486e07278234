import { AppError } from '../errors.ts'
import type { ApplicationView, CaseView } from './application.ts'
import { filedIn, viewCase } from './case-view.ts'
import type { Counter } from './counter.ts'
import type { CounterTools } from './counter-tools.ts'
import { createLedger, transact } from './ledger.ts'
import { postLetter } from './outbox.ts'
import { isQueryCode } from './query-code.ts'
import { readReceiptNumber } from './receipt-number.ts'
import type { Store } from '../store/index.ts'
import { standingOf } from './standing.ts'
import { readApplication, type Application, type ApplicationRow } from './stored-application.ts'
import { mayMove } from './transitions.ts'
import { viewDraft, viewFiled } from './view.ts'
import { shanghaiDate } from './working-days.ts'

/** Filed cases: shown, tracked by receipt number and query code, withdrawn. */
export function createCaseDesk(
  tools: CounterTools,
): Pick<Counter, 'show' | 'cases' | 'casesOf' | 'caseByCode' | 'withdraw'> {
  const { store, clock } = tools
  const ledger = createLedger(tools)

  const show = async (application: Application): Promise<ApplicationView> => {
    const filed =
      application.receiptNumber === null ? undefined : filedIn(await ledger.events(store.db, application.id))
    if (filed !== undefined) return viewFiled(application, filed)
    const form = tools.form(application.service)
    if (form === undefined) throw new AppError('not-found', '没有找到这个事项，可能暂时不能在线办理。')
    const today = shanghaiDate(clock())
    return viewDraft(application, form, standingOf(form, application.kept, today), today)
  }

  const viewAll = (rows: readonly ApplicationRow[]): Promise<CaseView[]> =>
    Promise.all(rows.map(async (row) => viewCase(readApplication(row, store), await ledger.events(store.db, row.id))))

  const withdraw: Counter['withdraw'] = async ({ conversationId, applicationId, reason }) => {
    const withdrawn = await transact(store, 2, async (db) => {
      const filed = await ledger.load(db, conversationId, applicationId)
      if (filed.receiptNumber === null || !mayMove(filed.status, 'withdrawn', 'citizen'))
        throw new AppError('conflict', '这份申请目前不能撤回。')
      const next = await ledger.change(db, { ...filed, status: 'withdrawn' }, { kind: 'withdrawn', reason })
      await postLetter(tools, db, next, { kind: 'withdraw', receiptNumber: filed.receiptNumber, reason })
      return next
    })
    return show(withdrawn)
  }

  return {
    show: async (conversationId, applicationId) => show(await ledger.load(store.db, conversationId, applicationId)),

    withdraw,

    cases: async (conversationId) =>
      viewAll(await filedCases(store).where('conversationId', '=', conversationId).execute()),

    casesOf: async (citizenId) =>
      viewAll(
        await filedCases(store)
          .where('conversationId', 'in', (query) =>
            query.selectFrom('conversations').select('id').where('citizenId', '=', citizenId),
          )
          .execute(),
      ),

    caseByCode: async (receiptNumber, queryCode) => {
      const number = readReceiptNumber(receiptNumber) ?? ''
      const row = await store.db
        .selectFrom('applications')
        .selectAll()
        .where('receiptNumber', '=', number)
        .executeTakeFirst()
      const known = isQueryCode(store, number, queryCode, row?.queryCodeHash)
      if (row === undefined || !known) throw new AppError('not-found', '没有找到这个办件，请核对受理编号和查询码。')
      return viewCase(readApplication(row, store), await ledger.events(store.db, row.id))
    },
  }
}

/** Filed cases, newest first. */
function filedCases({ db }: Store) {
  return db
    .selectFrom('applications')
    .selectAll()
    .where('receiptNumber', 'is not', null)
    .orderBy('submittedAt', 'desc')
    .orderBy('id')
}
