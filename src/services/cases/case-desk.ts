import { AppError } from '../../errors.ts'
import type { ApplicationStatus, ApplicationView, CaseView } from '../application.ts'
import { assertPossible, perform, type CaseAct, type CaseActs } from './case-act.ts'
import { createCaseNews } from './case-news.ts'
import { filedIn, viewCase } from './case-view.ts'
import type { Counter } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import type { Form } from '../forms/form.ts'
import { createLedger, transact } from '../kept/ledger.ts'
import { createProposals } from './proposals.ts'
import { isQueryCode } from '../filing/query-code.ts'
import { readReceiptNumber } from '../filing/receipt-number.ts'
import type { Store } from '../../store/index.ts'
import { readApplication, type Application, type ApplicationRow } from '../kept/stored-application.ts'
import { showDraft } from '../drafts/show-draft.ts'
import { toldOfPart } from '../bundles/told-of-part.ts'
import { OPEN_CASE_STATUSES } from '../transitions.ts'
import { viewFiled } from '../drafts/view.ts'
import { shanghaiDate } from './working-days.ts'
import type { WrongCodes } from './wrong-codes.ts'

/** Filed cases: shown, tracked by receipt number and query code, withdrawn. */
export function createCaseDesk(
  tools: CounterTools & { readonly wrongCodes: WrongCodes },
): Pick<Counter, 'show' | 'cases' | 'casesOf' | 'conversationOf' | 'caseByCode'> & CaseActs {
  const { store, clock, wrongCodes } = tools
  const ledger = createLedger(tools)
  const proposals = createProposals(tools, ledger)
  const news = createCaseNews(store)

  /** The form in another language than the one it is filed in. */
  const translated = (service: string): Form | undefined => {
    const form = tools.form(service)
    const spoken = form && tools.spoken(form)
    return spoken === form ? undefined : spoken
  }

  const show = async (application: Application): Promise<ApplicationView> => {
    const filed =
      application.receiptNumber === null ? undefined : filedIn(await ledger.events(store.db, application.id))
    if (filed !== undefined) return viewFiled(application, filed, translated(application.service))
    return showDraft(tools, application)
  }

  const view = async (row: ApplicationRow): Promise<CaseView> => {
    const events = await ledger.events(store.db, row.id)
    const own = viewCase(readApplication(row, store), events, {
      form: tools.form(row.service),
      translated: translated(row.service),
      words: tools.words,
      calendar: tools.calendar(),
      today: shanghaiDate(clock()),
    })
    const bundled = events.flatMap(({ data }) => (data.kind === 'bundled' ? data.parts : []))
    if (bundled.length === 0) return own
    const ids = bundled.flatMap(({ application }) => application ?? [])
    const rows = ids.length === 0 ? [] : await filedCases(store).where('id', 'in', ids).execute()
    const cases = new Map((await viewAll(rows)).map((each) => [each.applicationId, each]))
    const filed = [...cases.values()].map(({ status }) => status)
    const parts = bundled.map(({ id, title, state, reason, application }) => {
      const part = cases.get(application ?? '')
      return {
        ...toldOfPart({ id, title, reason }, tools.form(row.service), translated(row.service)),
        state,
        receiptNumber: part?.receiptNumber ?? null,
        status: part?.status ?? null,
        latest: part?.events.at(-1)?.text ?? null,
      }
    })
    return { ...own, status: wholeStatus(filed), parts }
  }

  const viewAll = (rows: readonly ApplicationRow[]): Promise<CaseView[]> => Promise.all(rows.map(view))

  /** One act on a filed case, in a transaction of its own. */
  const act = async (
    on: { conversationId: string; applicationId: string },
    done: CaseAct,
  ): Promise<ApplicationView> => {
    const filed = await transact(store, 2, async (db) =>
      perform(tools, ledger, db, await ledger.load(db, on.conversationId, on.applicationId), done),
    )
    return seen(filed)
  }

  /** Who acts on a case has looked at it. */
  const seen = async (filed: Application): Promise<ApplicationView> => {
    await news.note(await viewAll(await filedCases(store).where('id', '=', filed.id).execute()))
    return show(filed)
  }

  return {
    show: async (conversationId, applicationId) => show(await ledger.load(store.db, conversationId, applicationId)),

    withdraw: ({ reason, ...on }) => act(on, { kind: 'withdraw', reason }),
    supplement: ({ answers, ...on }) => act(on, { kind: 'supplement', answers }),
    rate: ({ score, comment, ...on }) => act(on, { kind: 'rate', score, comment }),

    proposeAct: async ({ conversationId, applicationId, act: done }) => {
      const filed = await ledger.load(store.db, conversationId, applicationId)
      await assertPossible(tools, ledger, store.db, filed, done)
      return proposals.propose(filed, done)
    },

    confirmAct: async ({ conversationId, code, kind }) => {
      const done = await proposals.confirm(conversationId, code, kind, (db, filed, proposed) =>
        perform(tools, ledger, db, filed, proposed),
      )
      return seen(done)
    },

    untold: async (conversationId) => {
      const cases = await viewAll(await filedCases(store).where('conversationId', '=', conversationId).execute())
      const told = await news.told(cases.map(({ applicationId }) => applicationId))
      return cases.filter(({ applicationId, events }) =>
        events.slice(told.get(applicationId) ?? 0).some(({ status }) => status !== 'submitted'),
      )
    },

    noteTold: (cases) => news.note(cases),

    cases: async (conversationId) =>
      viewAll(await filedCases(store).where('conversationId', '=', conversationId).execute()),

    casesOf: async (citizenId) => viewAll(await casesOf(store, citizenId).execute()),

    conversationOf: async (citizenId, applicationId) => {
      const row = await casesOf(store, citizenId).where('id', '=', applicationId).executeTakeFirst()
      if (row === undefined) throw AppError.saying('not-found', 'no-case')
      return row.conversationId
    },

    caseByCode: async (receiptNumber, queryCode) => {
      const number = readReceiptNumber(receiptNumber) ?? ''
      wrongCodes.check(number)
      const row = await store.db
        .selectFrom('applications')
        .selectAll()
        .where('receiptNumber', '=', number)
        .executeTakeFirst()
      const known = isQueryCode(store, number, queryCode, row?.queryCodeHash)
      if (row === undefined || !known) {
        wrongCodes.note(number)
        throw AppError.saying('not-found', 'no-case-by-code')
      }
      return view(row)
    },
  }
}

/** Where a bundle stands as a whole: done when every part has come to its end. */
function wholeStatus(parts: readonly ApplicationStatus[]): ApplicationStatus {
  if (parts.every((status) => status === 'submitted')) return 'submitted'
  return parts.every(
    (status) => (status !== 'approved' && !OPEN_CASE_STATUSES.includes(status)) || status === 'withdrawn',
  )
    ? 'delivered'
    : 'accepted'
}

/** Filed cases of every conversation of a citizen. */
function casesOf(store: Store, citizenId: string) {
  return filedCases(store).where('conversationId', 'in', (query) =>
    query.selectFrom('conversations').select('id').where('citizenId', '=', citizenId),
  )
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
