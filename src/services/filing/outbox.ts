import { z } from 'zod'
import { FileSent, Filing, Rating, SupplementGiven } from '../../city/approval.ts'
import type { Db } from '../../store/index.ts'
import type { CounterTools } from '../counter-tools.ts'
import type { Application } from '../kept/stored-application.ts'

/** What is sent to the approval system. */
export const Letter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), filing: Filing }),
  /** The bytes of a file; they are read from the store when the letter leaves. */
  z.object({ kind: z.literal('content'), receiptNumber: z.string(), file: FileSent }),
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
  // Several files may go with one change: after its letter, each under a name of its own.
  const own = letter.kind === 'content' ? `-${letter.file.id}` : ''
  // What the department did not take is given anew: another letter under another key.
  const version = letter.kind === 'supplement' ? `-${application.version}` : ''
  await db
    .insertInto('outbox')
    .values({
      id: `${application.id}-${String(application.version).padStart(8, '0')}${own}`,
      applicationId: application.id,
      idempotencyKey: `${letter.kind}-${application.receiptNumber ?? application.id}${own}${version}`,
      payloadSealed: store.seal(JSON.stringify(letter)),
      attempts: 0,
      nextAt: now,
      deliveredAt: null,
      lastError: null,
      createdAt: now,
    })
    .execute()
}

/** Posts the bytes of files after the letter that announces them, in the same transaction. */
export async function postFiles(
  tools: Pick<CounterTools, 'store' | 'clock'>,
  db: Db,
  application: Pick<Application, 'id' | 'version' | 'receiptNumber'>,
  files: readonly FileSent[],
): Promise<void> {
  const { receiptNumber } = application
  if (receiptNumber === null) return
  for (const { id, material, name, type, sha256 } of files)
    await postLetter(tools, db, application, {
      kind: 'content',
      receiptNumber,
      file: { id, material, name, type, sha256 },
    })
}
