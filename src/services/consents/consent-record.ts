import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { Db, Store } from '../../store/index.ts'
import type { ConsentDesk, ConsentView } from './consent.ts'
import { broughtBy, type ConsentSource } from './consent-sources.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import type { Form } from '../forms/form.ts'
import { transact, type Ledger } from '../kept/ledger.ts'

type On = Parameters<ConsentDesk['consentOffers']>[0]

const DAY_MS = 86_400_000

/** What the citizen read when she decided. */
const Shown = z.object({
  title: z.string(),
  authority: z.string(),
  purpose: z.string(),
  fields: z.array(z.string()),
})

/** Decisions of a citizen on an application that still stand, and those withdrawn or past; oldest first. */
export function keptConsents(store: Store, { applicationId, citizen }: On): Promise<ConsentView[]> {
  return decisionsOn(store, applicationId, citizen.citizenId)
}

/** The same of one citizen, or of whoever decided. */
export async function decisionsOn(store: Store, applicationId: string, citizenId?: string): Promise<ConsentView[]> {
  const decided = store.db.selectFrom('consents').selectAll().where('applicationId', '=', applicationId)
  const own = citizenId === undefined ? decided : decided.where('citizenId', '=', citizenId)
  const rows = await own.orderBy('decidedAt').execute()
  return rows.map(({ id, source, shownSealed, granted, decidedAt, until, withdrawnAt }) => {
    const { title, purpose } = Shown.parse(JSON.parse(store.unseal(shownSealed)))
    return {
      id,
      source,
      title,
      purpose,
      granted: granted !== 0,
      decidedAt: new Date(decidedAt).toISOString(),
      until: new Date(until).toISOString(),
      withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
    }
  })
}

/** Writes a decision down with what was shown, in the log of the application too. Returns the reference a query carries. */
export async function recordConsent(
  { store, clock, random, words }: CounterTools,
  ledger: Ledger,
  { source, granted, form, ...on }: On & { source: ConsentSource; granted: boolean; form: Form },
): Promise<string> {
  const id = newId('c', random)
  const { days } = source
  const shown = { ...words.source(source), fields: broughtBy(source, form) }
  await transact(store, 2, async (db) => {
    const draft = await ledger.load(db, on.conversationId, on.applicationId)
    await db
      .insertInto('consents')
      .values({
        id,
        applicationId: on.applicationId,
        conversationId: on.conversationId,
        citizenId: on.citizen.citizenId,
        source: source.id,
        shownSealed: store.seal(JSON.stringify(shown)),
        granted: granted ? 1 : 0,
        decidedAt: clock(),
        until: clock() + days * DAY_MS,
        withdrawnAt: null,
      })
      .execute()
    await ledger.note(db, draft, { kind: 'consented', consent: id, source: source.id, granted })
  })
  return id
}

/**
 * Ends the standing grant of a source.
 * @throws AppError 'conflict' when there is none.
 */
export async function endConsent(
  { words }: Pick<CounterTools, 'words'>,
  db: Db,
  { applicationId, citizen, source }: On & { source: string },
  now: number,
): Promise<void> {
  const written = await db
    .updateTable('consents')
    .set({ withdrawnAt: now })
    .where('applicationId', '=', applicationId)
    .where('citizenId', '=', citizen.citizenId)
    .where('source', '=', source)
    .where('granted', '=', 1)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (written.numUpdatedRows === 0n) throw new AppError('conflict', words.refusal.noConsent)
}
