import { z } from 'zod'
import type { Db, Store, Tables } from '../../store/index.ts'

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
    | 'brought-back'
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
  'brought-back',
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
  const own = linkDigest(link, digest)
  await db
    .insertInto('auditEntries')
    .values({ ...link, digest: own })
    .execute()
  const head = { seq: link.seq, digest: own, mark: headMark(link.seq, own, digest) }
  await db
    .insertInto('auditHead')
    .values({ id: HEAD, ...head })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(head))
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

/** What became of a check. `cut`: the log ends before it should; `missing`: a case tells of an act the log does not hold. */
export type AuditFinding = {
  readonly entries: number
  readonly broken: number | null
  readonly cut: boolean
  readonly missing: number
}

/** Reads the whole chain, and compares its end with the head and its entries with what the cases themselves tell. */
export async function verifyAudit(store: Store): Promise<AuditFinding> {
  const { db, digest } = store
  let last: Pick<Entry, 'seq' | 'digest'> = { seq: 0, digest: BEGINNING }
  let entries = 0
  let broken: number | null = null
  const held = new Set<string>()
  for (;;) {
    const batch = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('seq', '>', last.seq)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    broken = firstBrokenLink(batch, digest, last)
    entries += batch.length
    for (const { act, applicationId, detailDigest } of batch) held.add([act, applicationId, detailDigest].join(' '))
    last = batch.at(-1) ?? last
    if (broken !== null || batch.length < BATCH) break
  }
  const head = await db.selectFrom('auditHead').selectAll().where('id', '=', HEAD).executeTakeFirst()
  return { entries, broken, cut: !isHead(head, last, digest), missing: await countMissing(store, held) }
}

/** Binding events of cases that have no entry. */
async function countMissing({ db, unseal, digest }: Store, held: ReadonlySet<string>): Promise<number> {
  let missing = 0
  for (let after = ''; ;) {
    const batch = await db
      .selectFrom('applicationEvents')
      .select(['id', 'applicationId', 'dataSealed'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const { applicationId, dataSealed } of batch) {
      const detail = unseal(dataSealed)
      const { kind } = Kind.parse(JSON.parse(detail))
      if (binds(kind) && !held.has([kind, applicationId, digest(detail)].join(' '))) missing += 1
    }
    after = batch.at(-1)?.id ?? after
    if (batch.length < BATCH) return missing
  }
}

const HEAD = 'head'
const Kind = z.object({ kind: z.string() })

function headMark(seq: number, last: string, digest: Digest): string {
  return digest(JSON.stringify(['audit-head', seq, last]))
}

function isHead(head: Tables['auditHead'] | undefined, last: Pick<Entry, 'seq' | 'digest'>, digest: Digest): boolean {
  if (head === undefined) return last.seq === 0
  return head.seq === last.seq && head.digest === last.digest && head.mark === headMark(head.seq, head.digest, digest)
}

function linkDigest(link: Omit<Entry, 'digest'>, digest: Digest): string {
  const { seq, at, act, applicationId, detailDigest, previous } = link
  return digest(JSON.stringify(['audit', seq, at, act, applicationId, detailDigest, previous]))
}
