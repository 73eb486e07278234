import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AssuranceLevel, PendingSignIn, type Identity, type IdentityProvider } from '../city/identity.ts'
import { AppError } from '../errors.ts'
import type { Db, Store } from '../store/index.ts'

const MINUTE_MS = 60_000
/** How long a citizen has for signing in at the provider. */
const SIGN_IN_MS = 10 * MINUTE_MS
/** How long a browser stays signed in. */
const SESSION_MS = 8 * 60 * MINUTE_MS
/** How long a face check counts for sensitive acts; afterwards the session goes on at level 1. */
const STEP_UP_MS = 15 * MINUTE_MS

/** What the identity provider vouches for, kept sealed. */
const Profile = z.object({ name: z.string(), idNumber: z.string(), mobile: z.string().optional() })
export type Profile = z.infer<typeof Profile>

/** A citizen who is signed in. */
export type SignedIn = {
  readonly citizenId: string
  readonly profile: Profile
  readonly level: AssuranceLevel
  /** ISO time. */
  readonly expiresAt: string
}

const SignInRecord = z.object({ pending: PendingSignIn, returnTo: z.string() })

/** Who a citizen is: signing in at the city's identity provider, and the sessions that follow. */
export type CitizenDesk = {
  /**
   * Begins a sign-in. `ticket` is for the browser that begins it and no other: without it nobody can end the sign-in in
   * her place, or have her sign in for a stranger. `returnTo` is a path of ours.
   */
  readonly beginSignIn: (request: {
    redirectUri: string
    level: AssuranceLevel
    returnTo: string
  }) => Promise<{ readonly url: string; readonly ticket: string }>
  /**
   * Ends it once, with the address the provider sent the browser back to. An earlier session of the browser ends with it.
   * @throws AppError 'unauthorized' when the ticket is unknown, used or expired, or the provider's answer may not be believed.
   */
  readonly completeSignIn: (request: {
    ticket: string
    returned: URL
    earlier: string | undefined
  }) => Promise<{ readonly token: string; readonly returnTo: string; readonly expiresAt: string }>
  /** Ends a sign-in that the citizen gave up. Resolves to the path she began it from; '/' when that is not known. */
  readonly leaveSignIn: (ticket: string) => Promise<string>
  /** The citizen a session token belongs to; undefined when there is none any more. */
  readonly whoIs: (token: string) => Promise<SignedIn | undefined>
  readonly signOut: (token: string) => Promise<void>
  /** Ends every session of a citizen, on all devices. */
  readonly signOutEverywhere: (citizenId: string) => Promise<void>
  /** Conversations of a citizen that are not erased. */
  readonly conversationsOf: (citizenId: string) => Promise<readonly string[]>
  /** Forgets who a citizen is and ends her sessions; what she consented to stays on record, her filed cases with the authority. */
  readonly forget: (citizenId: string) => Promise<void>
}

type Tools = { readonly store: Store; readonly identity: IdentityProvider; readonly clock: () => number }

/** Opens the desk over the store and the identity provider. */
export function createCitizenDesk({ store, identity, clock }: Tools): CitizenDesk {
  const newSecret = (): string => randomBytes(32).toString('base64url')

  const endSession = async (db: Db, token: string): Promise<void> => {
    await db
      .updateTable('citizenSessions')
      .set({ endedAt: clock() })
      .where('tokenHash', '=', store.digest(token))
      .where('endedAt', 'is', null)
      .execute()
  }

  return {
    async beginSignIn({ redirectUri, level, returnTo }) {
      const { url, pending } = await identity.begin({ redirectUri, level })
      const ticket = newSecret()
      const pendingSealed = store.seal(JSON.stringify({ pending, returnTo }))
      await store.transaction(async (db) => {
        await db.deleteFrom('signIns').where('expiresAt', '<', clock()).execute()
        await db
          .insertInto('signIns')
          .values({ ticketHash: store.digest(ticket), pendingSealed, expiresAt: clock() + SIGN_IN_MS })
          .execute()
      })
      return { url, ticket }
    },

    async completeSignIn({ ticket, returned, earlier }) {
      const { pending, returnTo } = await takeSignIn(store, ticket, clock())
      const known = await identity.complete(pending, returned)
      const token = newSecret()
      const expiresAt = clock() + SESSION_MS
      await store.transaction(async (db) => {
        const citizenId = await keepCitizen(db, store, known)
        if (earlier !== undefined) await endSession(db, earlier)
        await db
          .insertInto('citizenSessions')
          .values({
            tokenHash: store.digest(token),
            citizenId,
            level: known.level,
            createdAt: clock(),
            expiresAt,
            endedAt: null,
          })
          .execute()
      })
      return { token, returnTo, expiresAt: new Date(expiresAt).toISOString() }
    },

    async leaveSignIn(ticket) {
      const known = await takeSignIn(store, ticket, clock()).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'unauthorized') return undefined
        throw error
      })
      return known?.returnTo ?? '/'
    },

    async whoIs(token) {
      const row = await store.db
        .selectFrom('citizenSessions')
        .innerJoin('citizens', 'citizens.id', 'citizenSessions.citizenId')
        .select(['citizenId', 'level', 'citizenSessions.createdAt', 'expiresAt', 'profileSealed'])
        .where('tokenHash', '=', store.digest(token))
        .where('endedAt', 'is', null)
        .executeTakeFirst()
      if (row === undefined || row.expiresAt <= clock()) return undefined
      const stillHigh = clock() - row.createdAt < STEP_UP_MS
      return {
        citizenId: row.citizenId,
        profile: Profile.parse(JSON.parse(store.unseal(row.profileSealed))),
        level: stillHigh ? AssuranceLevel.parse(row.level) : 1,
        expiresAt: new Date(row.expiresAt).toISOString(),
      }
    },

    signOut: (token) => endSession(store.db, token),

    async signOutEverywhere(citizenId) {
      await store.db
        .updateTable('citizenSessions')
        .set({ endedAt: clock() })
        .where('citizenId', '=', citizenId)
        .where('endedAt', 'is', null)
        .execute()
    },

    async conversationsOf(citizenId) {
      const rows = await store.db
        .selectFrom('conversations')
        .select('id')
        .where('citizenId', '=', citizenId)
        .where('erasedAt', 'is', null)
        .execute()
      return rows.map(({ id }) => id)
    },

    async forget(citizenId) {
      const profileSealed = store.seal(JSON.stringify({ name: '', idNumber: '' } satisfies Profile))
      await store.transaction(async (db) => {
        await db.deleteFrom('citizenSessions').where('citizenId', '=', citizenId).execute()
        await db.updateTable('conversations').set({ citizenId: null }).where('citizenId', '=', citizenId).execute()
        await db
          .updateTable('citizens')
          .set({ profileSealed, subjectHash: `forgotten-${citizenId}` })
          .where('id', '=', citizenId)
          .execute()
      })
    },
  }
}

/** A sign-in is taken out as it is used: its ticket works once. */
async function takeSignIn(store: Store, ticket: string, now: number): Promise<z.infer<typeof SignInRecord>> {
  const ticketHash = store.digest(ticket)
  const row = await store.transaction(async (db) => {
    const found = await db.selectFrom('signIns').selectAll().where('ticketHash', '=', ticketHash).executeTakeFirst()
    await db.deleteFrom('signIns').where('ticketHash', '=', ticketHash).execute()
    return found
  })
  if (row === undefined || row.expiresAt <= now) throw AppError.saying('unauthorized', 'sign-in-over')
  return SignInRecord.parse(JSON.parse(store.unseal(row.pendingSealed)))
}

async function keepCitizen(db: Db, store: Store, known: Identity): Promise<string> {
  const subjectHash = store.digest(JSON.stringify([known.issuer, known.subject]))
  const profile: Profile = {
    name: known.name,
    idNumber: known.idNumber,
    ...(known.mobile === undefined ? {} : { mobile: known.mobile }),
  }
  const profileSealed = store.seal(JSON.stringify(profile))
  const before = await db.selectFrom('citizens').select('id').where('subjectHash', '=', subjectHash).executeTakeFirst()
  if (before !== undefined) {
    await db.updateTable('citizens').set({ profileSealed, seenAt: known.at }).where('id', '=', before.id).execute()
    return before.id
  }
  const id = `p_${randomUUID()}`
  await db
    .insertInto('citizens')
    .values({ id, subjectHash, profileSealed, createdAt: known.at, seenAt: known.at })
    .execute()
  return id
}
