import type { Db } from '../../store/index.ts'
import { actingService } from '../acting/acting.ts'
import type { Receipt } from '../application.ts'
import { partsOf } from './bundle-parts.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import { fileApplication, markSubmitted, type Confirmed } from '../filing/file-application.ts'
import type { Ledger } from '../kept/ledger.ts'
import { incomplete } from '../drafts/review-desk.ts'
import { defectsOf, reviewOf } from '../drafts/review.ts'
import { shanghaiDate } from '../cases/working-days.ts'

/**
 * Files a confirmed bundle inside the caller's transaction: each part that applies becomes a case of its own, with its own
 * letter, in the order in which the parts depend on one another. The bundle's own receipt follows them all.
 * @throws AppError 'incomplete-application' when a part lacks something.
 */
export async function fileBundle(tools: CounterTools, ledger: Ledger, db: Db, confirmed: Confirmed): Promise<Receipt> {
  const { draft, form, standing, confirmation } = confirmed
  const now = tools.clock()
  const today = shanghaiDate(now)
  const parts = partsOf(form, standing, today, draft.attached)
  // Letters leave in the order of their ids where they were written at the same moment.
  const ids = parts.map(() => newId('a', tools.random)).sort()
  const done: {
    id: string
    title: string
    state: 'filed' | 'told' | 'skipped'
    reason: string | null
    application: string | null
  }[] = []
  for (const [at, { part, state, reason, form: own, kept, attached, standing: stands }] of parts.entries()) {
    const { id, title } = part
    if (state !== 'file' || own === undefined || stands === undefined) {
      done.push({ id, title, state: state === 'told' ? 'told' : 'skipped', reason, application: null })
      continue
    }
    const defects = defectsOf(own, stands)
    if (defects.length > 0) throw incomplete(tools, defects)
    const child = {
      ...draft,
      id: ids[at] ?? newId('a', tools.random),
      service: actingService(own.service.id, own.acting),
      version: 1,
      status: 'ready' as const,
      kept,
      attached,
      createdAt: now,
      updatedAt: now,
    }
    await ledger.create(db, child, { kind: 'started' })
    if (own.acting !== undefined) await ledger.note(db, child, { kind: 'acts-for', relation: own.acting })
    await ledger.note(db, child, { kind: 'filled', values: Object.fromEntries(kept) })
    await fileApplication(tools, ledger, db, {
      draft: child,
      form: own,
      standing: stands,
      review: reviewOf(child.id, own, stands, today),
      confirmation,
    })
    done.push({ id, title, state: 'filed', reason: null, application: child.id })
  }
  const { filed, receiptNumber, queryCode } = await markSubmitted(tools, ledger, db, { ...confirmed, now, dueBy: null })
  await ledger.note(db, filed, { kind: 'bundled', parts: done })
  return { receiptNumber, queryCode, dueBy: null }
}
