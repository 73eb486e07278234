import { AppError } from '../errors.ts'
import type { Db } from '../store/index.ts'
import type { ApplicationView, FillResult } from './application.ts'
import type { SignedIn } from './citizen-desk.ts'
import type { Counter } from './counter.ts'
import { newId, type CounterTools } from './counter-tools.ts'
import { carriedOver } from './carry-over.ts'
import { fillKnown } from './fill-known.ts'
import { actingValues, keptActing } from './acting/acting-values.ts'
import type { Form } from './form.ts'
import { createLedger, isLostRace, transact } from './ledger.ts'
import { standingOf } from './standing.ts'
import type { Application } from './stored-application.ts'
import { DRAFT_STATUSES, isDraft } from './transitions.ts'
import { viewDraft } from './view.ts'
import { shanghaiDate } from './working-days.ts'

type DraftDesk = Pick<
  Counter,
  'start' | 'fill' | 'fillIdentity' | 'actFor' | 'drafts' | 'putOff' | 'setAside' | 'discard'
>
type GivenValues = Parameters<Counter['fill']>[0]['values']

/** A change that came second is tried once more on what the other wrote. */
const ATTEMPTS = 2

/** Drafts and filed cases whose values may be used again; what the citizen dropped is not. */
const CARRY_FROM = [
  ...DRAFT_STATUSES,
  'submitted',
  'accepted',
  'supplement',
  'approved',
  'rejected',
  'delivered',
] as const

/** Drafts: started, filled, corrected, set aside, taken up again, dropped. */
export function createDraftDesk(tools: CounterTools): DraftDesk {
  const { store, clock } = tools
  const ledger = createLedger(tools)

  const formOf = (service: string): Form => {
    const form = tools.form(service)
    if (form === undefined) throw new AppError('not-found', '没有找到这个事项，可能暂时不能在线办理。')
    return form
  }

  const view = (application: Application, today: string): ApplicationView => {
    const form = tools.spoken(formOf(application.service))
    return viewDraft(application, form, standingOf(form, application.kept, today, application.attached), today)
  }

  const openDraft = async (db: Db, conversationId: string, applicationId: string): Promise<Application> => {
    const application = await ledger.load(db, conversationId, applicationId)
    if (!isDraft(application.status)) throw new AppError('conflict', '这份申请已经不是草稿，不能再修改。')
    return application
  }

  /** Writes what the fill altered, if anything. */
  const fillIn = async (
    db: Db,
    draft: Application,
    values: GivenValues,
    citizen: SignedIn | undefined,
  ): Promise<FillResult> => {
    const today = shanghaiDate(clock())
    const form = tools.spoken(formOf(draft.service))
    const { kept, altered, left, ...verdicts } = fillKnown(form, draft.kept, values, { citizen, today })
    if (altered.size === 0 && !left) return { application: view(draft, today), ...verdicts }
    const status = standingOf(form, kept, today, draft.attached).complete ? 'ready' : 'draft'
    const filled = await ledger.change(
      db,
      { ...draft, kept, status },
      { kind: 'filled', values: Object.fromEntries(altered) },
    )
    return { application: view(filled, today), ...verdicts }
  }

  const putAside = async (db: Db, draft: Application): Promise<void> => {
    if (!draft.setAside) await ledger.change(db, { ...draft, setAside: true }, { kind: 'set-aside' })
  }

  const takeUp = async (db: Db, draft: Application): Promise<Application> =>
    draft.setAside ? ledger.change(db, { ...draft, setAside: false }, { kind: 'taken-up' }) : draft

  const open = async (db: Db, conversationId: string, service: string): Promise<Application> => {
    const now = clock()
    const draft: Application = {
      id: newId('a', tools.random),
      conversationId,
      service,
      status: 'draft',
      version: 1,
      setAside: false,
      kept: new Map(),
      attached: [],
      putOff: [],
      receiptNumber: null,
      queryCodeHash: null,
      dueBy: null,
      submittedAt: null,
      createdAt: now,
      updatedAt: now,
    }
    await ledger.create(db, draft, { kind: 'started' })
    return draft
  }

  const start: Counter['start'] = (input) =>
    transact(store, ATTEMPTS, async (db) => {
      const service = tools.formFor(input.service, input.actingFor?.relation)
      const form = formOf(service)
      const drafts = await ledger.list(db, input.conversationId, DRAFT_STATUSES)
      const mine = drafts.find((draft) => draft.service === service)
      for (const draft of drafts) if (draft !== mine) await putAside(db, draft)
      if (mine !== undefined) return fillIn(db, await takeUp(db, mine), input.values ?? {}, input.citizen)
      const acting = actingValues(form, input.actingFor)
      const earlier = await ledger.list(db, input.conversationId, CARRY_FROM)
      const carried = carriedOver(
        form,
        earlier.flatMap(({ service, kept }) => {
          const from = tools.form(service)
          return from === undefined ? [] : [{ form: from, kept }]
        }),
      )
      const draft = await open(db, input.conversationId, service)
      if (form.acting !== undefined) await ledger.note(db, draft, { kind: 'acts-for', relation: form.acting })
      const values = { ...acting, ...input.values }
      const filled = await fillIn(db, draft, { ...carried, ...values }, input.citizen)
      const ours = (id: string): boolean => Object.hasOwn(carried, id) && !Object.hasOwn(values, id)
      return { ...filled, rejected: filled.rejected.filter(({ field }) => !ours(field)) }
    })

  const fill: Counter['fill'] = async (input) => {
    const stale = (cause?: unknown): AppError =>
      new AppError('precondition-failed', '这份申请刚刚有了新的改动，请先看看最新内容。', { cause })
    try {
      return await transact(store, input.version === undefined ? ATTEMPTS : 1, async (db) => {
        const draft = await openDraft(db, input.conversationId, input.applicationId)
        if (input.version !== undefined && input.version !== draft.version) throw stale()
        return fillIn(db, draft, input.values, input.citizen)
      })
    } catch (error) {
      throw input.version !== undefined && isLostRace(error) ? stale(error) : error
    }
  }

  const actFor: Counter['actFor'] = ({ conversationId, applicationId, actingFor, citizen }) =>
    transact(store, ATTEMPTS, async (db) => {
      const draft = await openDraft(db, conversationId, applicationId)
      const service = tools.formFor(draft.service, actingFor?.relation)
      if (service === draft.service) return fillIn(db, draft, {}, citizen)
      const form = formOf(service)
      const event = { kind: 'acts-for', relation: form.acting ?? 'self' } as const
      const changed = await ledger.change(
        db,
        { ...draft, service, kept: keptActing(draft.kept, tools.form(draft.service), form), status: 'draft' },
        event,
      )
      return fillIn(db, changed, actingValues(form, actingFor), citizen)
    })

  return {
    start,
    fill,
    actFor,

    fillIdentity: ({ conversationId, applicationId, citizen }) =>
      transact(store, ATTEMPTS, async (db) => {
        const draft = await openDraft(db, conversationId, applicationId)
        return fillIn(db, draft, {}, citizen)
      }),

    drafts: async (conversationId) => {
      const today = shanghaiDate(clock())
      const drafts = await ledger.list(store.db, conversationId, DRAFT_STATUSES)
      return drafts
        .filter(({ service }) => tools.form(service) !== undefined)
        .sort((a, b) => Number(a.setAside) - Number(b.setAside))
        .map((draft) => view(draft, today))
    },

    putOff: ({ conversationId, applicationId, field }) =>
      transact(store, ATTEMPTS, async (db) => {
        const draft = await openDraft(db, conversationId, applicationId)
        const form = formOf(draft.service)
        if (!form.byId.has(field)) throw new AppError('not-found', '这份表没有这一项。')
        const today = shanghaiDate(clock())
        if (standingOf(form, draft.kept, today, draft.attached).deciding.has(field)) return view(draft, today)
        const putOff = [...draft.putOff.filter((id) => id !== field), field]
        return view(await ledger.change(db, { ...draft, putOff }, { kind: 'put-off', field }), today)
      }),

    setAside: (conversationId, applicationId, aside) =>
      transact(store, ATTEMPTS, async (db) => {
        const draft = await openDraft(db, conversationId, applicationId)
        if (aside) await putAside(db, draft)
        else {
          const others = await ledger.list(db, conversationId, DRAFT_STATUSES)
          for (const other of others) if (other.id !== draft.id) await putAside(db, other)
          await takeUp(db, draft)
        }
        return view(await ledger.load(db, conversationId, applicationId), shanghaiDate(clock()))
      }),

    discard: (conversationId, applicationId) =>
      transact(store, ATTEMPTS, async (db) => {
        const draft = await openDraft(db, conversationId, applicationId)
        const dropped = await ledger.change(db, { ...draft, status: 'withdrawn' }, { kind: 'discarded' })
        return view(dropped, shanghaiDate(clock()))
      }),
  }
}
