import { AppError } from '../../errors.ts'
import type { Db } from '../../store/index.ts'
import type { ApplicationView, FillResult } from '../application.ts'
import type { Counter } from '../counter.ts'
import type { SignedIn } from '../citizen-desk.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import { carriedOver } from './carry-over.ts'
import { decideFill } from './fill.ts'
import { actingValues, keptActing } from '../acting/acting-values.ts'
import { whoseForm } from '../acting/whose.ts'
import { identityValues } from './identity-values.ts'
import type { Form } from '../forms/form.ts'
import { createLedger, isLostRace, transact } from '../kept/ledger.ts'
import { standingOf } from './standing.ts'
import type { Application } from '../kept/stored-application.ts'
import { requireForm, showDraft } from './show-draft.ts'
import { DRAFT_STATUSES, isDraft } from '../transitions.ts'
import { shanghaiDate } from '../cases/working-days.ts'

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

  const formOf = (service: string): Form => requireForm(tools, service)
  const view = (application: Application, today: string): ApplicationView => showDraft(tools, application, today)

  const openDraft = async (db: Db, conversationId: string, applicationId: string): Promise<Application> => {
    const application = await ledger.load(db, conversationId, applicationId)
    if (!isDraft(application.status)) throw new AppError('conflict', tools.words.refusal.notDraft)
    return application
  }

  /** Writes what the fill altered, if anything. */
  const fillIn = async (db: Db, draft: Application, values: GivenValues): Promise<FillResult> => {
    const today = shanghaiDate(clock())
    const form = tools.spoken(formOf(draft.service))
    const { kept, altered, ...verdicts } = decideFill(form, draft.kept, values, today)
    if (altered.size === 0) return { application: view(draft, today), ...verdicts }
    const status = standingOf(form, kept, today, draft.attached).complete ? 'ready' : 'draft'
    const filled = await ledger.change(
      db,
      { ...draft, kept, status },
      { kind: 'filled', values: Object.fromEntries(altered) },
    )
    return { application: view(filled, today), ...verdicts }
  }

  /** What was said in other applications of the conversation and need not be said again. */
  const saidBefore = async (db: Db, { id, conversationId, service, kept }: Application): Promise<GivenValues> => {
    const others = await ledger.list(db, conversationId, CARRY_FROM)
    const earlier = others.flatMap((other) => {
      const form = other.id === id ? undefined : tools.form(other.service)
      return form === undefined ? [] : [{ form, kept: other.kept }]
    })
    return missing(carriedOver(formOf(service), earlier, kept), kept)
  }

  /** Fills in what was given; then, as far as it is known whom the form is about, what nobody has to say of her. */
  const complete = async (
    db: Db,
    draft: Application,
    values: GivenValues,
    { citizen, fresh = false }: { citizen: SignedIn | undefined; fresh?: boolean },
  ): Promise<FillResult> => {
    const form = formOf(draft.service)
    const given = await fillIn(db, draft, values)
    const now = await ledger.load(db, draft.conversationId, draft.id)
    const carries = fresh || whoseForm(form, draft.kept) !== whoseForm(form, now.kept)
    const carried = carries ? await saidBefore(db, now) : {}
    const kept = new Map([...now.kept, ...Object.entries(carried)])
    const vouched = citizen === undefined ? {} : identityValues(form, citizen, shanghaiDate(clock()), kept)
    const known = { ...missing(vouched, kept), ...carried }
    if (Object.keys(known).length === 0) return given
    const filled = await fillIn(db, now, known)
    return {
      application: filled.application,
      accepted: [...filled.accepted, ...given.accepted],
      rejected: given.rejected,
      changed: [...given.changed, ...filled.changed],
    }
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
      if (mine !== undefined)
        return complete(db, await takeUp(db, mine), input.values ?? {}, { citizen: input.citizen })
      const draft = await open(db, input.conversationId, service)
      if (form.acting !== undefined) await ledger.note(db, draft, { kind: 'acts-for', relation: form.acting })
      const values = { ...actingValues(form, input.actingFor), ...input.values }
      return complete(db, draft, values, { citizen: input.citizen, fresh: true })
    })

  const fill: Counter['fill'] = async (input) => {
    const changed = (cause?: unknown): AppError =>
      new AppError('precondition-failed', tools.words.refusal.changedMeanwhile, { cause })
    try {
      return await transact(store, input.version === undefined ? ATTEMPTS : 1, async (db) => {
        const draft = await openDraft(db, input.conversationId, input.applicationId)
        if (input.version !== undefined && input.version !== draft.version) throw changed()
        return complete(db, draft, input.values, { citizen: input.citizen })
      })
    } catch (error) {
      throw input.version !== undefined && isLostRace(error) ? changed(error) : error
    }
  }

  const actFor: Counter['actFor'] = ({ conversationId, applicationId, actingFor, citizen }) =>
    transact(store, ATTEMPTS, async (db) => {
      const draft = await openDraft(db, conversationId, applicationId)
      const service = tools.formFor(draft.service, actingFor?.relation)
      if (service === draft.service) return fillIn(db, draft, {})
      const form = formOf(service)
      const event = { kind: 'acts-for', relation: form.acting ?? 'self' } as const
      const changed = await ledger.change(
        db,
        { ...draft, service, kept: keptActing(draft.kept, tools.form(draft.service), form), status: 'draft' },
        event,
      )
      return complete(db, changed, actingValues(form, actingFor), { citizen })
    })

  return {
    start,
    fill,
    actFor,

    fillIdentity: ({ conversationId, applicationId, citizen }) =>
      transact(store, ATTEMPTS, async (db) => {
        const draft = await openDraft(db, conversationId, applicationId)
        const vouched = identityValues(formOf(draft.service), citizen, shanghaiDate(clock()), draft.kept)
        return fillIn(db, draft, missing(vouched, draft.kept))
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
        if (!form.byId.has(field)) throw new AppError('not-found', tools.words.refusal.fieldUnknown)
        const today = shanghaiDate(clock())
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

/** Those of `values` that are not kept yet. */
function missing(values: GivenValues, kept: Application['kept']): GivenValues {
  return Object.fromEntries(Object.entries(values).filter(([id]) => !kept.has(id)))
}
