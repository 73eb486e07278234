import type { Db, Store, Tables } from '../store/index.ts'

type Entry = Tables['auditEntries']
type Digest = Store['digest']

/** An act that binds the citizen. `detail` is kept as a keyed digest only: the log outlives what it speaks of. */
export type BindingAct = {
  readonly act:
    | 'consented'
    | 'consent-withdrawn'
    | 'acts-for'
    | 'material-added'
    | 'material-removed'
    | 'submitted'
    | 'supplemented'
    | 'withdrawn'
    | 'rated'
    | 'discarded'
    | 'erased'
  readonly applicationId: string
  readonly detail: string
  /** Epoch milliseconds. */
  readonly at: number
}

const ACTS: readonly string[] = [
  'consented',
  'consent-withdrawn',
  'acts-for',
  'material-added',
  'material-removed',
  'submitted',
  'supplemented',
  'withdrawn',
  'rated',
  'discarded',
  'erased',
]

/** What the first entry follows. */
const BEGINNING = ''
const BATCH = 1_000

/** True for the kinds of events that go into the audit log. */
export function binds(kind: string): kind is BindingAct['act'] {
  return ACTS.includes(kind)
}

/** Adds one link, inside the caller's transaction. Two writers of one place collide on its key, and the second runs again. */
export async function appendAudit({ digest }: Pick<Store, 'digest'>, db: Db, act: BindingAct): Promise<void> {
  const last = await db
    .selectFrom('auditEntries')
    .select(['seq', 'digest'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { detail, ...rest } = act
  const link = {
    ...rest,
    seq: (last?.seq ?? 0) + 1,
    detailDigest: digest(detail),
    previous: last?.digest ?? BEGINNING,
  }
  await db
    .insertInto('auditEntries')
    .values({ ...link, digest: linkDigest(link, digest) })
    .execute()
}

/** `seq` of the first entry that was altered or does not follow the one before it; null when the chain is whole. */
export function firstBrokenLink(
  entries: readonly Entry[],
  digest: Digest,
  after: Pick<Entry, 'seq' | 'digest'> = { seq: 0, digest: BEGINNING },
): number | null {
  let last = after
  for (const entry of entries) {
    const follows = entry.seq === last.seq + 1 && entry.previous === last.digest
    if (!follows || entry.digest !== linkDigest(entry, digest)) return entry.seq
    last = entry
  }
  return null
}

/** Reads the whole chain. An end cut off cannot be seen in the chain itself: compare `entries` with an earlier count. */
export async function verifyAudit({ db, digest }: Store): Promise<{ entries: number; broken: number | null }> {
  let last = { seq: 0, digest: BEGINNING }
  for (let entries = 0; ;) {
    const batch = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('seq', '>', last.seq)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    const broken = firstBrokenLink(batch, digest, last)
    entries += batch.length
    last = batch.at(-1) ?? last
    if (broken !== null || batch.length < BATCH) return { entries, broken }
  }
}

function linkDigest(link: Omit<Entry, 'digest'>, digest: Digest): string {
  const { seq, at, act, applicationId, detailDigest, previous } = link
  return digest(JSON.stringify(['audit', seq, at, act, applicationId, detailDigest, previous]))
}
