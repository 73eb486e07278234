import { AppError } from '../../errors.ts'
import type { Db, Store } from '../../store/index.ts'
import type { ApplicationStatus } from '../application.ts'
import { ApplicationEvent, type LoggedEvent } from './application-event.ts'
import { appendAudit, binds } from './audit-log.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import { readApplication, writeApplication, type Application } from './stored-application.ts'

/** Applications and their logs in the store. Every change of an application writes its event in the same transaction. */
export type Ledger = {
  /** @throws AppError 'not-found' when there is none, or it belongs to another conversation. */
  readonly load: (db: Db, conversationId: string, applicationId: string) => Promise<Application>
  /** Applications of a conversation in one of the statuses, last touched first. */
  readonly list: (db: Db, conversationId: string, statuses: readonly ApplicationStatus[]) => Promise<Application[]>
  readonly create: (db: Db, application: Application, event: ApplicationEvent) => Promise<void>
  /**
   * Writes the application as the next version, voids its confirmations and logs the event.
   * @throws the lost race (`isLostRace`) when somebody else wrote it since it was read; the transaction must then fail.
   */
  readonly change: (db: Db, application: Application, event: ApplicationEvent) => Promise<Application>
  /** Logs an event that changes nothing in the application itself. */
  readonly note: (db: Db, application: Application, event: ApplicationEvent) => Promise<void>
  /** The whole log, oldest first. */
  readonly events: (db: Db, applicationId: string) => Promise<LoggedEvent[]>
}

const LOST_RACE = Symbol('lost race')

/** True for the error of a write that came second. Nothing of its transaction happened; it may be run again. */
export function isLostRace(error: unknown): boolean {
  return error instanceof AppError && error.cause === LOST_RACE
}

/** The error that undoes a transaction which came second. */
export function lostRace(): AppError {
  return AppError.saying('busy', 'edited-at-once', { cause: LOST_RACE })
}

/**
 * Runs `work` in one transaction, and again when another writer was first (a lost race or a duplicate key), at most
 * `times` in all. The next run sees what the winner wrote.
 * @throws AppError 'busy' (`isLostRace`) when it came second each time.
 */
export async function transact<T>(store: Store, times: number, work: (db: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.transaction(work)
    } catch (error) {
      const second = isLostRace(error) || store.isDuplicate(error)
      if (second && attempt < times) continue
      throw second ? lostRace() : error
    }
  }
}

/** Opens the ledger. */
export function createLedger({ store, clock, random }: Pick<CounterTools, 'store' | 'clock' | 'random'>): Ledger {
  const append = async (db: Db, application: Application, event: ApplicationEvent): Promise<void> => {
    const detail = JSON.stringify(event)
    const at = clock()
    const last = await db
      .selectFrom('applicationEvents')
      .select('seq')
      .where('applicationId', '=', application.id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    await db
      .insertInto('applicationEvents')
      .values({
        id: newId('e', random),
        applicationId: application.id,
        seq: (last?.seq ?? 0) + 1,
        status: application.status,
        dataSealed: store.seal(detail),
        at,
      })
      .execute()
    if (binds(event.kind)) await appendAudit(store, db, { act: event.kind, applicationId: application.id, detail, at })
  }

  return {
    load: async (db, conversationId, applicationId) => {
      const row = await db
        .selectFrom('applications')
        .selectAll()
        .where('id', '=', applicationId)
        .where('conversationId', '=', conversationId)
        .executeTakeFirst()
      if (row === undefined) throw AppError.saying('not-found', 'no-application')
      return readApplication(row, store)
    },

    list: async (db, conversationId, statuses) => {
      const rows = await db
        .selectFrom('applications')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .where('status', 'in', statuses)
        .orderBy('updatedAt', 'desc')
        .orderBy('id')
        .execute()
      return rows.map((row) => readApplication(row, store))
    },

    create: async (db, application, event) => {
      await db.insertInto('applications').values(writeApplication(application, store)).execute()
      await append(db, application, event)
    },

    change: async (db, application, event) => {
      const next = { ...application, version: application.version + 1, updatedAt: clock() }
      const { id, ...columns } = writeApplication(next, store)
      const written = await db
        .updateTable('applications')
        .set(columns)
        .where('id', '=', id)
        .where('version', '=', application.version)
        .executeTakeFirst()
      if (written.numUpdatedRows !== 1n) throw lostRace()
      await voidConfirmations(db, id)
      await append(db, next, event)
      return next
    },

    note: append,

    events: async (db, applicationId) => {
      const rows = await db
        .selectFrom('applicationEvents')
        .selectAll()
        .where('applicationId', '=', applicationId)
        .orderBy('seq')
        .execute()
      return rows.map(({ seq, status, at, dataSealed }) => ({
        seq,
        status: status as ApplicationStatus,
        at,
        data: ApplicationEvent.parse(JSON.parse(store.unseal(dataSealed))),
      }))
    },
  }
}

/** Ends every open confirmation of an application: what they confirm is not what stands there any more. `expiresAt` 0 marks them. */
export async function voidConfirmations(db: Db, applicationId: string): Promise<void> {
  await db
    .updateTable('confirmations')
    .set({ expiresAt: 0 })
    .where('applicationId', '=', applicationId)
    .where('consumedAt', 'is', null)
    .execute()
}
