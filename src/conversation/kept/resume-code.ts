import { randomBytes } from 'node:crypto'
import { AppError } from '../../errors.ts'
import { newCode, readCode } from '../../services/index.ts'
import type { Db, Store } from '../../store/index.ts'
import { keepToCitizen } from './keep-to-citizen.ts'

/** How long a code is good for, and its length. Source: docs/decisions/0024. */
const LIFETIME_MS = 600_000
const LENGTH = 8

/** What moving a conversation to another device needs. */
type Tools = { readonly store: Store; readonly clock: () => number }

const digestOf = (store: Store, code: string): string => store.digest(JSON.stringify(['resume', readCode(code)]))

/** A fresh code for a conversation; an earlier one is void. Only its digest is kept. */
export async function newResumeCode(
  { store, clock }: Tools,
  conversationId: string,
): Promise<{ readonly code: string; readonly expiresAt: string }> {
  const code = newCode(LENGTH, randomBytes)
  const expiresAt = clock() + LIFETIME_MS
  await store.transaction(async (db) => {
    await eraseResumeCode(db, conversationId)
    await db
      .insertInto('resumeCodes')
      .values({ conversationId, codeHash: digestOf(store, code), expiresAt })
      .execute()
  })
  return { code, expiresAt: new Date(expiresAt).toISOString() }
}

/** Voids the code of a conversation, if it has one. */
export async function eraseResumeCode(db: Db, conversationId: string): Promise<void> {
  await db.deleteFrom('resumeCodes').where('conversationId', '=', conversationId).execute()
}

/**
 * Moves the conversation of a code to whoever brings it: the code is used up, and a fresh token takes the place of the
 * former one.
 * @throws AppError 'not-found' alike for a wrong, expired or used code; 'sign-in-required' and 'forbidden' as
 *   {@link keepToCitizen}, which leave the code good.
 */
export async function takeResumeCode(
  { store, clock }: Tools,
  typed: { readonly code: string; readonly citizenId: string | undefined },
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: string }> {
  const token = randomBytes(32).toString('base64url')
  const codeHash = digestOf(store, typed.code)
  const unknown = AppError.saying('not-found', 'resume-code-unknown')
  const row = await store.db
    .selectFrom('resumeCodes')
    .innerJoin('conversations', 'conversations.id', 'resumeCodes.conversationId')
    .select(['conversations.id', 'conversations.citizenId', 'conversations.expiresAt'])
    .where('resumeCodes.codeHash', '=', codeHash)
    .where('resumeCodes.expiresAt', '>', clock())
    .where('conversations.expiresAt', '>', clock())
    .where('conversations.erasedAt', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw unknown
  await keepToCitizen(store, row, typed.citizenId)
  await store.transaction(async (db) => {
    const used = await db.deleteFrom('resumeCodes').where('codeHash', '=', codeHash).executeTakeFirst()
    // Somebody else brought it at the same moment and was first.
    if (used.numDeletedRows === 0n) throw unknown
    await replaceToken(db, row.id, store.digest(token))
  })
  return { id: row.id, token, expiresAt: new Date(row.expiresAt).toISOString() }
}

async function replaceToken(db: Db, conversationId: string, tokenHash: string): Promise<void> {
  await db.updateTable('conversations').set({ tokenHash }).where('id', '=', conversationId).execute()
}

/**
 * Moves a conversation of the signed-in citizen to the browser she is in, under a fresh token in place of the former one.
 * @throws AppError 'not-found' when she has no such conversation, or it has ended.
 */
export async function takeOwn(
  { store, clock }: Tools,
  { conversationId, citizenId }: { readonly conversationId: string; readonly citizenId: string },
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: string }> {
  const token = randomBytes(32).toString('base64url')
  const row = await store.db
    .selectFrom('conversations')
    .select(['id', 'expiresAt'])
    .where('id', '=', conversationId)
    .where('citizenId', '=', citizenId)
    .where('expiresAt', '>', clock())
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw AppError.saying('not-found', 'conversation-over')
  await replaceToken(store.db, row.id, store.digest(token))
  return { id: row.id, token, expiresAt: new Date(row.expiresAt).toISOString() }
}
