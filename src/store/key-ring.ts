import { sql, type Kysely } from 'kysely'
import { newKey, type Sealing, type StoredKey } from './sealing.ts'
import type { Tables } from './tables.ts'

/** Every column that holds sealed text, with the key of its table. A test compares it with the database. */
export const SEALED_COLUMNS: readonly {
  readonly table: keyof Tables
  readonly key: string
  readonly column: string
}[] = [
  { table: 'conversations', key: 'id', column: 'stateSealed' },
  { table: 'citizens', key: 'id', column: 'profileSealed' },
  { table: 'signIns', key: 'ticketHash', column: 'pendingSealed' },
  { table: 'consents', key: 'id', column: 'shownSealed' },
  { table: 'messages', key: 'id', column: 'partsSealed' },
  { table: 'applications', key: 'id', column: 'valuesSealed' },
  { table: 'applications', key: 'id', column: 'attachedSealed' },
  { table: 'materials', key: 'id', column: 'contentSealed' },
  { table: 'applicationEvents', key: 'id', column: 'dataSealed' },
  { table: 'outbox', key: 'id', column: 'payloadSealed' },
  { table: 'proposedActs', key: 'id', column: 'actSealed' },
  { table: 'submissions', key: 'key', column: 'responseSealed' },
  { table: 'feedback', key: 'id', column: 'reasonSealed' },
  { table: 'handovers', key: 'ticket', column: 'transcriptSealed' },
]

type Keyed = Tables & { sealingKeys: StoredKey & { createdAt: number } }
/** What the ring works on; `root` seals with the installation's own key. */
type Ring = { readonly db: Kysely<Keyed>; readonly sealing: Sealing; readonly root: Sealing }

/** Takes the keys the database knows. */
export const readKeys = async ({ db, sealing }: Pick<Ring, 'db' | 'sealing'>): Promise<void> => {
  sealing.takeKeys(await db.selectFrom('sealingKeys').select(['id', 'keySealed', 'state']).execute())
}

/** Adds a key that is known but not used yet; one that an interrupted rotation left so is taken. */
export const prepareKey = async ({ db, root }: Ring, now: number): Promise<string> => {
  const waiting = await db.selectFrom('sealingKeys').select('id').where('state', '=', 'prepared').executeTakeFirst()
  if (waiting !== undefined) return waiting.id
  const made = newKey(root.seal)
  await db
    .insertInto('sealingKeys')
    .values({ ...made, state: 'prepared', createdAt: now })
    .execute()
  return made.id
}

/** Seals with this key from now on, here and in every process that reads the ring again. */
export const activateKey = async (ring: Ring, id: string): Promise<void> => {
  await ring.db.transaction().execute(async (db) => {
    await db.updateTable('sealingKeys').set({ state: 'old' }).where('state', '=', 'active').execute()
    await db.updateTable('sealingKeys').set({ state: 'active' }).where('id', '=', id).execute()
  })
  await readKeys(ring)
}

/** How many texts are sealed with another key than the active one. */
export const countOld = async ({ db, sealing }: Ring): Promise<number> => {
  let count = 0
  for (const { table, column } of SEALED_COLUMNS) {
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as count from ${sql.table(table)}
      where ${sql.ref(column)} is not null and ${sql.ref(column)} not like ${`${sealing.prefix()}%`}`.execute(db)
    count += Number(rows[0]?.count ?? 0)
  }
  return count
}

/**
 * Seals anew what another key sealed, `batch` texts at a time; a text somebody wrote meanwhile is left to the next look.
 * Whole after every batch: killed anywhere, it goes on where it was. Gives how many it sealed.
 */
export const resealAll = async (
  { db, sealing }: Ring,
  batch: number,
  noted: (done: number) => void,
): Promise<number> => {
  let done = 0
  for (const { table, key, column } of SEALED_COLUMNS) {
    for (;;) {
      const { rows } = await sql<{ key: string; sealed: string }>`
        select ${sql.ref(key)} as key, ${sql.ref(column)} as sealed from ${sql.table(table)}
        where ${sql.ref(column)} is not null and ${sql.ref(column)} not like ${`${sealing.prefix()}%`}
        limit ${batch}`.execute(db)
      if (rows.length === 0) break
      await db.transaction().execute(async (within) => {
        for (const row of rows)
          await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealing.seal(sealing.unseal(row.sealed))}
            where ${sql.ref(key)} = ${row.key} and ${sql.ref(column)} = ${row.sealed}`.execute(within)
      })
      done += rows.length
      noted(done)
    }
  }
  return done
}

/** Forgets the keys nothing is sealed with any more. */
export const forgetOldKeys = async (ring: Ring): Promise<void> => {
  await ring.db.deleteFrom('sealingKeys').where('state', '=', 'old').execute()
  await readKeys(ring)
}
