import { z } from 'zod'
import { Filing, Rating, SupplementGiven } from '../city/approval.ts'
import type { Db } from '../store/index.ts'
import type { CounterTools } from './counter-tools.ts'
import type { Application } from './stored-application.ts'

/** What is sent to the approval system. */
export const Letter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), filing: Filing }),
  z.object({ kind: z.literal('withdraw'), receiptNumber: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('supplement'), receiptNumber: z.string(), given: SupplementGiven }),
  z.object({ kind: z.literal('rate'), receiptNumber: z.string(), rating: Rating }),
])
export type Letter = z.infer<typeof Letter>

/**
 * Puts a letter into the outbox, in the transaction that made it necessary. Its id sorts after every earlier letter of the
 * same application (the version grows with each change), and its idempotency key never changes.
 */
export async function postLetter(
  { store, clock }: Pick<CounterTools, 'store' | 'clock'>,
  db: Db,
  application: Pick<Application, 'id' | 'version' | 'receiptNumber'>,
  letter: Letter,
): Promise<void> {
  const now = clock()
  await db
    .insertInto('outbox')
    .values({
      id: `${application.id}-${String(application.version).padStart(8, '0')}`,
      applicationId: application.id,
      idempotencyKey: `${letter.kind}-${application.receiptNumber ?? application.id}`,
      payloadSealed: store.seal(JSON.stringify(letter)),
      attempts: 0,
      nextAt: now,
      deliveredAt: null,
      lastError: null,
      createdAt: now,
    })
    .execute()
}
