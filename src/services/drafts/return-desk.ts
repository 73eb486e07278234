import { AppError } from '../../errors.ts'
import type { Db } from '../../store/index.ts'
import type { ApplicationView } from '../application.ts'
import { BENEFITS } from '../benefits/benefit-rules.ts'
import type { CounterTools } from '../counter-tools.ts'
import { createLedger, transact } from '../kept/ledger.ts'
import { showDraft } from './show-draft.ts'
import { readApplication, type Application } from '../kept/stored-application.ts'
import { DRAFT_STATUSES, isDraft } from '../transitions.ts'

const ATTEMPTS = 2

type Of = { readonly conversationId: string; readonly citizenId: string | undefined }

/** What she left unfinished and may go on with. `from`: dropped in this conversation, or open in another one of hers. */
export type Unfinished = {
  readonly from: 'dropped' | 'elsewhere'
  readonly application: Pick<ApplicationView, 'id' | 'title' | 'guide'>
}

/** Drafts that are not open in a conversation and may be gone on with there. */
export type ReturnDesk = {
  /** Last touched first. Drafts of other conversations are hers alone: none for who is not signed in. */
  readonly unfinished: (of: Of) => Promise<readonly Unfinished[]>
  /**
   * Opens one of them in the conversation, with all that was filled; other open drafts are set aside. What confirmed it before
   * is void, and the conversation it comes from has it no more.
   * @throws AppError 'not-found' when it is none of `unfinished`.
   */
  readonly bringBack: (on: Of & { applicationId: string }) => Promise<ApplicationView>
}

/** Opens the desk. */
export function createReturnDesk(tools: CounterTools): ReturnDesk {
  const { store } = tools
  const ledger = createLedger(tools)

  const found = async (db: Db, { conversationId, citizenId }: Of): Promise<Application[]> => {
    const unfiled = () =>
      db.selectFrom('applications').selectAll().where('receiptNumber', 'is', null).where('service', '!=', BENEFITS)
    const dropped = unfiled().where('conversationId', '=', conversationId).where('status', '=', 'withdrawn')
    const elsewhere = unfiled()
      .where('conversationId', '!=', conversationId)
      .where('status', 'in', DRAFT_STATUSES)
      .where('conversationId', 'in', (query) =>
        query
          .selectFrom('conversations')
          .select('id')
          .where('citizenId', '=', citizenId ?? '')
          .where('erasedAt', 'is', null),
      )
    const [here, others] = [await dropped.execute(), citizenId === undefined ? [] : await elsewhere.execute()]
    return [...here, ...others]
      .toSorted((one, other) => other.updatedAt - one.updatedAt)
      .map((row) => readApplication(row, store))
      .filter(({ service }) => tools.form(service) !== undefined)
  }

  const view = (application: Application): ApplicationView => showDraft(tools, application)

  return {
    unfinished: async (of) =>
      (await found(store.db, of)).map((application) => {
        const { id, title, guide } = view(application)
        return { from: isDraft(application.status) ? 'elsewhere' : 'dropped', application: { id, title, guide } }
      }),

    bringBack: ({ applicationId, ...of }) =>
      transact(store, ATTEMPTS, async (db) => {
        const { conversationId } = of
        const chosen = (await found(db, of)).find(({ id }) => id === applicationId)
        if (chosen === undefined) throw AppError.saying('not-found', 'no-unfinished')
        for (const open of await ledger.list(db, conversationId, DRAFT_STATUSES))
          if (!open.setAside) await ledger.change(db, { ...open, setAside: true }, { kind: 'set-aside' })
        const { status } = view({ ...chosen, status: 'draft' })
        const opened = { ...chosen, conversationId, status, setAside: false }
        return view(await ledger.change(db, opened, { kind: 'brought-back' }))
      }),
  }
}
