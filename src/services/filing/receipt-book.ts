import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { Db } from '../../store/index.ts'
import type { Receipt } from '../application.ts'
import { canonicalJson } from './canonical-json.ts'
import type { CounterTools } from '../counter-tools.ts'

const StoredReceipt = z.object({
  receiptNumber: z.string(),
  queryCode: z.string(),
  dueBy: z.string().nullable(),
  dueProvisional: z.boolean().optional(),
})

/** Receipts by idempotency key, so that a repeated request gets the answer of the first one, also after a restart. */
export type ReceiptBook = {
  /**
   * The receipt under a key of this conversation, or the way to enter one in the same transaction.
   * @throws AppError 'idempotency-mismatch' when the key was used with another body.
   */
  readonly look: (
    db: Db,
    conversationId: string,
    key: string,
    body: Readonly<Record<string, string>>,
  ) => Promise<{ readonly receipt: Receipt | undefined; readonly entry: ReceiptBook['entry'] }>
  readonly entry: (db: Db, receipt: Receipt) => Promise<void>
}

/** Opens the receipt book. Keys of different conversations never meet; the body is kept only as a digest. */
export function createReceiptBook({ store, clock }: Pick<CounterTools, 'store' | 'clock'>): Pick<ReceiptBook, 'look'> {
  return {
    look: async (db, conversationId, key, body) => {
      const ownKey = JSON.stringify([conversationId, key])
      const bodyHash = store.digest(canonicalJson(body))
      const entry: ReceiptBook['entry'] = async (db, receipt) => {
        await db
          .insertInto('submissions')
          .values({
            key: ownKey,
            conversationId,
            bodyHash,
            responseSealed: store.seal(JSON.stringify(receipt)),
            createdAt: clock(),
          })
          .execute()
      }
      const row = await db.selectFrom('submissions').selectAll().where('key', '=', ownKey).executeTakeFirst()
      if (row === undefined) return { receipt: undefined, entry }
      if (row.bodyHash !== bodyHash) throw AppError.saying('idempotency-mismatch', 'key-of-another')
      return { receipt: StoredReceipt.parse(JSON.parse(store.unseal(row.responseSealed))), entry }
    },
  }
}
