import type { Selectable } from 'kysely'
import { AppError } from '../../errors.ts'
import type { ApplicationEvent } from '../kept/application-event.ts'
import type { Tables } from '../../store/index.ts'
import { backoffMs, LONGEST_MS } from './backoff.ts'
import type { CounterTools } from '../counter-tools.ts'
import { createLedger, transact } from '../kept/ledger.ts'
import { Letter } from './outbox.ts'
import { readApplication } from '../kept/stored-application.ts'

/** How long a claimed letter is left to the process that claimed it; longer than any call to the approval system. */
const LEASE_MS = 60_000
const AT_ONCE = 8
/** Characters of a department's reason that are kept. */
const LONGEST_REASON = 500

type OutboxRow = Selectable<Tables['outbox']>

/** The way out of the house: letters to the approval system, each until it is acknowledged. */
export type Delivery = {
  /** Sends what is due, oldest first and one letter an application at a time; gives up for now when the city cannot be reached. */
  readonly send: (isStopped: () => boolean) => Promise<number>
  readonly waiting: () => Promise<number>
  /** Sends a filing again that the city does not know although it had acknowledged it. */
  readonly sendAgain: (applicationId: string, receiptNumber: string) => Promise<void>
}

/** Delivers the outbox. Safe with several processes: a letter is claimed by a conditional update, and its key makes a second post harmless. */
export function createDelivery(tools: CounterTools): Delivery {
  const { store, approval, clock, random, log } = tools
  const ledger = createLedger(tools)

  const due = (): Promise<OutboxRow[]> =>
    store.db
      .selectFrom('outbox')
      .selectAll('outbox')
      .where('outbox.deliveredAt', 'is', null)
      // Due later than any pause is due now: the clock was set back.
      .where((letter) =>
        letter.or([letter('outbox.nextAt', '<=', clock()), letter('outbox.nextAt', '>', clock() + LONGEST_MS)]),
      )
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('outbox as earlier')
              .select('earlier.id')
              .whereRef('earlier.applicationId', '=', 'outbox.applicationId')
              .whereRef('earlier.id', '<', 'outbox.id')
              .where('earlier.deliveredAt', 'is', null),
          ),
        ),
      )
      .orderBy('outbox.createdAt')
      .orderBy('outbox.id')
      .limit(AT_ONCE)
      .execute()

  const claim = (row: OutboxRow): Promise<boolean> =>
    store.transaction(async (db) => {
      const claimed = await db
        .updateTable('outbox')
        .set({ attempts: row.attempts + 1, nextAt: clock() + LEASE_MS })
        .where('id', '=', row.id)
        .where('deliveredAt', 'is', null)
        .where('attempts', '=', row.attempts)
        .where('nextAt', '=', row.nextAt)
        .executeTakeFirst()
      return claimed.numUpdatedRows === 1n
    })

  /** Marks a letter as done; what came of it goes into the log of its application. */
  const settle = (row: OutboxRow, lastError: string | null, event?: ApplicationEvent): Promise<void> =>
    transact(store, 3, async (db) => {
      const done = await db
        .updateTable('outbox')
        .set({ deliveredAt: clock(), lastError })
        .where('id', '=', row.id)
        .where('deliveredAt', 'is', null)
        .executeTakeFirst()
      if (done.numUpdatedRows !== 1n || event === undefined) return
      const application = await db
        .selectFrom('applications')
        .selectAll()
        .where('id', '=', row.applicationId)
        .executeTakeFirstOrThrow()
      await ledger.note(db, readApplication(application, store), event)
    })

  const putOff = async (row: OutboxRow, code: string): Promise<void> => {
    const attempts = row.attempts + 1
    const nextAt = clock() + backoffMs(attempts, (random(1)[0] ?? 0) / 256)
    await store.transaction((db) =>
      db.updateTable('outbox').set({ nextAt, lastError: code }).where('id', '=', row.id).execute(),
    )
    const details = { application: row.applicationId, code, attempts }
    if (code === 'city-unavailable') log.warn(details, 'a letter to the approval system has to wait')
    else log.error(details, 'the approval system refuses a letter, or it cannot be sent')
  }

  const contentOf = async (file: string): Promise<Buffer | undefined> => {
    const kept = await store.db
      .selectFrom('materials')
      .select('contentSealed')
      .where('id', '=', file)
      .executeTakeFirst()
    return kept === undefined ? undefined : Buffer.from(store.unseal(kept.contentSealed), 'base64')
  }

  const post = async (row: OutboxRow): Promise<void> => {
    const letter = Letter.parse(JSON.parse(store.unseal(row.payloadSealed)))
    if (letter.kind === 'file') {
      const { filingNumber } = await approval.file(letter.filing, row.idempotencyKey)
      await settle(row, null, { kind: 'received', filingNumber })
      return
    }
    if (letter.kind === 'content') {
      const { receiptNumber, file } = letter
      const content = await contentOf(file.id)
      if (content !== undefined) await approval.sendFile(receiptNumber, file, content)
      // The citizen had it erased before it left.
      await settle(row, content === undefined ? 'erased' : null)
      return
    }
    try {
      await tell(letter, row.idempotencyKey)
      await settle(row, null)
    } catch (error) {
      const refused = error instanceof AppError ? refusalOf(letter.kind, error) : undefined
      if (refused === undefined) throw error
      if (refused.code !== undefined)
        log.warn({ application: row.applicationId, code: refused.code }, 'the approval system does not take a letter')
      await settle(row, refused.code ?? 'refused', { kind: 'letter-refused', letter: letter.kind, ...refused })
    }
  }

  const tell = (letter: Exclude<Letter, { kind: 'file' | 'content' }>, key: string): Promise<void> => {
    switch (letter.kind) {
      case 'withdraw':
        return approval.withdraw(letter.receiptNumber, letter.reason)
      case 'supplement':
        return approval.supplement(letter.receiptNumber, letter.given, key)
      case 'rate':
        return approval.rate(letter.receiptNumber, letter.rating)
    }
  }

  /** True when the letter arrived. */
  const deliverOne = async (row: OutboxRow): Promise<boolean> => {
    if (!(await claim(row))) return false
    try {
      await post(row)
      return true
    } catch (error) {
      await putOff(row, error instanceof AppError ? error.code : 'internal')
      return false
    }
  }

  const deliverInOrder = async (rows: readonly OutboxRow[]): Promise<boolean[]> => {
    const arrived: boolean[] = []
    for (const row of rows) arrived.push(await deliverOne(row))
    return arrived
  }

  return {
    send: async (isStopped) => {
      let delivered = 0
      while (!isStopped()) {
        // Letters of one moment belong to one bundle and leave in their order; one that fails holds up none of the others.
        const together = Map.groupBy(await due(), ({ createdAt }) => createdAt)
        const arrived = (await Promise.all([...together.values()].map(deliverInOrder))).flat()
        delivered += arrived.filter(Boolean).length
        if (arrived.length === 0 || arrived.includes(false)) break
      }
      return delivered
    },

    waiting: async () => {
      const { count } = await store.db
        .selectFrom('outbox')
        .select((query) => query.fn.countAll<number | string>().as('count'))
        .where('deliveredAt', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    sendAgain: async (applicationId, receiptNumber) => {
      log.error(
        { application: applicationId },
        'the approval system does not know a filing it acknowledged; sending it again',
      )
      await store.transaction((db) =>
        db
          .updateTable('outbox')
          .set({ deliveredAt: null, nextAt: clock() })
          .where('applicationId', '=', applicationId)
          .where((letter) =>
            letter.or([
              letter('idempotencyKey', '=', `file-${receiptNumber}`),
              letter('idempotencyKey', 'like', `content-${receiptNumber}-%`),
            ]),
          )
          .execute(),
      )
    },
  }
}

/** The code of a refusal whose reason the department wrote for the citizen. */
const TOLD_WHY = 'supplement-refused'

/**
 * Why the city will not take a letter, however often it is sent; undefined when it may take it later. It decided, or stopped
 * waiting, before the letter came: its progress says how the case ended. A supplement refused for what is in it can be given anew.
 */
function refusalOf(letter: 'withdraw' | 'supplement' | 'rate', { code, details }: AppError) {
  const over = code === 'conflict' || code === 'not-found'
  if (!over && (letter !== 'supplement' || typeof details?.['cityCode'] !== 'string')) return undefined
  const cityCode = details?.['cityCode']
  const detail = details?.['detail']
  return {
    ...(typeof cityCode === 'string' ? { code: cityCode } : {}),
    ...(cityCode === TOLD_WHY && typeof detail === 'string' ? { reason: detail.slice(0, LONGEST_REASON) } : {}),
  }
}
