import type { Selectable } from 'kysely'
import type { Progress } from '../../city/approval.ts'
import { AppError } from '../../errors.ts'
import type { Store, Tables } from '../../store/index.ts'
import { filedIn, milestonesOf } from './case-view.ts'
import type { CounterTools } from '../counter-tools.ts'
import { createLedger, transact } from '../kept/ledger.ts'
import { dueDate } from './due-date.ts'
import type { ApplicationEvent, LoggedEvent } from '../kept/application-event.ts'
import type { Delivery } from '../filing/delivery.ts'
import { createPace } from './pace.ts'
import { readApplication, type Application } from '../kept/stored-application.ts'
import { mayMove, OPEN_CASE_STATUSES } from '../transitions.ts'

/** Open cases looked at in one round; the next round goes on after them. */
const PAGE = 200
const DAY_MS = 86_400_000
/** A case approved or withdrawn is followed this long for what may still come: the paper handed out, a decision that crossed. */
const LINGER_DAYS = 30
const LINGERING = ['approved', 'withdrawn']

type Row = Selectable<Tables['applications']>

/** Reads progress back from the approval system. */
export type ProgressReading = {
  /** One round over open cases. `paced` leaves out those asked about recently. */
  readonly read: (isStopped: () => boolean, paced: boolean) => Promise<void>
}

/** Follows open cases: each new entry of the city's progress becomes an event, and moves the status where the move is legal. */
export function createProgressReading(tools: CounterTools, delivery: Pick<Delivery, 'sendAgain'>): ProgressReading {
  const { store, approval, clock, log } = tools
  const ledger = createLedger(tools)
  const pace = createPace(clock)
  let after = ''

  const apply = (id: string, events: Progress['events']): Promise<boolean> =>
    transact(store, 3, async (db) => {
      const row = await db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) return false
      let application = readApplication(row, store)
      const logged = await ledger.events(db, id)
      const known = new Set(logged.flatMap(({ data }) => (data.kind === 'progress' ? [keyOf(data)] : [])))
      const fresh = newEvents(events, known)
      for (const [offset, event] of fresh.entries()) {
        const { status } = event
        const moved = mayMove(application.status, status, 'city')
        const data: ApplicationEvent = { kind: 'progress', index: known.size + offset, ...event, moved }
        logged.push({ seq: 0, status, at: clock(), data })
        if (moved)
          application = await ledger.change(db, { ...application, status, dueBy: dueBy(application, logged) }, data)
        else await ledger.note(db, application, data)
      }
      return fresh.length > 0
    })

  const dueBy = (application: Application, logged: readonly LoggedEvent[]): string | null => {
    const filed = filedIn(logged)
    return filed === undefined ? application.dueBy : dueDate(filed.limit, milestonesOf(logged), tools.calendar())
  }

  const follow = async ({ id, receiptNumber, status }: Pick<Row, 'id' | 'receiptNumber' | 'status'>): Promise<void> => {
    if (receiptNumber === null) return
    const progress = await approval.progress(receiptNumber)
    if (progress === undefined) {
      if (status === 'submitted') await delivery.sendAgain(id, receiptNumber)
      else log.error({ application: id }, 'the approval system does not know a case it has reported on')
    }
    pace.note(id, progress !== undefined && (await apply(id, progress.events)))
  }

  return {
    read: async (isStopped, paced) => {
      const page = await openCases(store, after, clock() - LINGER_DAYS * DAY_MS)
      after = page.length < PAGE ? '' : (page.at(-1)?.id ?? '')
      for (const row of page) {
        if (isStopped()) return
        if (paced && !pace.isDue(row.id)) continue
        try {
          await follow(row)
        } catch (error) {
          const code = error instanceof AppError ? error.code : 'internal'
          log.warn({ application: row.id, code }, 'progress of a case could not be read')
          // An answer that cannot be believed is about this case alone; without an answer there is no use in asking on.
          if (code === 'city-unavailable' && !(error instanceof AppError && isGarbled(error))) return
        }
      }
    },
  }
}

/** Events not seen before, each once, in the order in which they happened; the city may tell them late, twice or out of order. */
function newEvents(events: Progress['events'], known: ReadonlySet<string>): Progress['events'] {
  const fresh = new Map(events.flatMap((event) => (known.has(keyOf(event)) ? [] : [[keyOf(event), event] as const])))
  return [...fresh.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

type Named = { readonly id?: string | undefined; readonly at: string; readonly status: string; readonly text: string }

function keyOf({ id, at, status, text }: Named): string {
  return id ?? JSON.stringify([at, status, text])
}

function isGarbled({ details }: AppError): boolean {
  return details?.['reason'] === 'malformed-answer' || details?.['reason'] === 'answer-about-another-filing'
}

/** Cases that were delivered and may still move, in the order of their ids. */
function openCases(
  { db }: Store,
  after: string,
  lingerSince: number,
): Promise<Pick<Row, 'id' | 'receiptNumber' | 'status'>[]> {
  return db
    .selectFrom('applications')
    .select(['id', 'receiptNumber', 'status'])
    .where('status', 'in', OPEN_CASE_STATUSES)
    .where('receiptNumber', 'is not', null)
    .where('id', '>', after)
    .where((where) => where.or([where('status', 'not in', LINGERING), where('updatedAt', '>', lingerSince)]))
    .where((where) =>
      where.exists(
        where
          .selectFrom('outbox')
          .select('outbox.id')
          .whereRef('outbox.applicationId', '=', 'applications.id')
          .where('outbox.deliveredAt', 'is not', null),
      ),
    )
    .orderBy('id')
    .limit(PAGE)
    .execute()
}
