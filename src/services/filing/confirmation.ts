import type { Selectable } from 'kysely'
import type { Db, Store, Tables } from '../../store/index.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import { voidConfirmations } from '../kept/ledger.ts'
import { newDigitCode } from './receipt-number.ts'

/** How long a review card may be confirmed. Source: OWASP AISVS 9.2.5, checked 2026-11-23. */
const CONFIRMATION_MS = 10 * 60_000
const SECRET_BYTES = 24

/** A confirmation as stored: both secrets only as digests. */
export type StoredConfirmation = Selectable<Tables['confirmations']>

/** What a confirmation is bound to. */
export type Binding = { readonly conversationId: string; readonly applicationId: string; readonly reviewHash: string }

/** The secrets handed to the citizen once. `expiresAt` is epoch milliseconds. */
export type IssuedConfirmation = { readonly confirmation: string; readonly code: string; readonly expiresAt: number }

/** Issues a single-use confirmation of 192 random bits and its six-digit code; earlier ones of the application end. */
export async function issueConfirmation(
  { store, random, clock }: Pick<CounterTools, 'store' | 'random' | 'clock'>,
  db: Db,
  binding: Binding,
): Promise<IssuedConfirmation> {
  const confirmation = Buffer.from(random(SECRET_BYTES)).toString('base64url')
  const code = newDigitCode(random)
  const expiresAt = clock() + CONFIRMATION_MS
  await voidConfirmations(db, binding.applicationId)
  await db
    .insertInto('confirmations')
    .values({
      id: newId('c', random),
      ...binding,
      secretHash: secretDigest(store, binding, confirmation),
      codeHash: codeDigest(store, binding.conversationId, code),
      expiresAt,
      consumedAt: null,
    })
    .execute()
  return { confirmation, code, expiresAt }
}

/** Digest of the long secret, bound to who may use it for which application. */
export function secretDigest(
  store: Pick<Store, 'digest'>,
  { conversationId, applicationId }: Pick<Binding, 'conversationId' | 'applicationId'>,
  confirmation: string,
): string {
  return store.digest(JSON.stringify(['confirmation', conversationId, applicationId, confirmation]))
}

/** Digest of the six digits, bound to the conversation they were shown in. */
export function codeDigest(store: Pick<Store, 'digest'>, conversationId: string, code: string): string {
  return store.digest(JSON.stringify(['code', conversationId, code]))
}

/**
 * What a confirmation is worth at `now`. `void`: ended by a change of the application or a newer review, `expiresAt` 0.
 */
export function stateOf(
  { expiresAt, consumedAt }: Pick<StoredConfirmation, 'expiresAt' | 'consumedAt'>,
  now: number,
): 'open' | 'consumed' | 'void' | 'expired' {
  if (consumedAt !== null) return 'consumed'
  if (expiresAt === 0) return 'void'
  return now < expiresAt ? 'open' : 'expired'
}

/** Uses a confirmation up. False when it is not open any more, also when somebody else was first. */
export async function consume(db: Db, id: string, now: number): Promise<boolean> {
  const written = await db
    .updateTable('confirmations')
    .set({ consumedAt: now })
    .where('id', '=', id)
    .where('consumedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return written.numUpdatedRows === 1n
}
