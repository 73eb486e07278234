import type { Filing } from '../../city/approval.ts'
import type { Db } from '../../store/index.ts'
import type { Receipt } from '../application.ts'
import type { Filed } from '../kept/application-event.ts'
import type { CounterTools } from '../counter-tools.ts'
import { dueDate, isProvisional } from '../cases/due-date.ts'
import type { Form } from '../forms/form.ts'
import { filedMaterial } from '../materials/filed-material.ts'
import type { Ledger } from '../kept/ledger.ts'
import { postFiles, postLetter } from './outbox.ts'
import { queryCodeDigest } from './query-code.ts'
import { newQueryCode, newReceiptNumber } from './receipt-number.ts'
import { filedValues, type ReviewContent } from '../drafts/review.ts'
import type { Standing } from '../drafts/standing.ts'
import type { Application } from '../kept/stored-application.ts'
import { viewFields } from '../drafts/view.ts'
import { shanghaiDate } from '../cases/working-days.ts'

/** A confirmed draft, with everything worked out from it. */
export type Confirmed = {
  readonly draft: Application
  readonly form: Form
  readonly standing: Standing
  readonly review: ReviewContent
  /** Id of the confirmation used up. */
  readonly confirmation: string
}

/**
 * Turns a confirmed draft into a case, inside the caller's transaction: status, receipt number, query code, log and the
 * letter to the approval system. `dueBy` is the expected date, as if accepted on the day of submission.
 */
export async function fileApplication(
  tools: CounterTools,
  ledger: Ledger,
  db: Db,
  confirmed: Confirmed,
): Promise<Receipt> {
  const { form, standing, review } = confirmed
  const now = tools.clock()
  const today = shanghaiDate(now)
  const dueBy = dueDate(limitOf(form), [{ status: 'submitted', date: today }], tools.calendar())
  const { filed, receiptNumber, queryCode } = await markSubmitted(tools, ledger, db, { ...confirmed, now, dueBy })
  await postLetter(tools, db, filed, { kind: 'file', filing: filingOf(form, standing, review, receiptNumber, now) })
  await postFiles(
    tools,
    db,
    filed,
    standing.papers.flatMap(({ id: material, files }) => files.map((file) => ({ ...file, material }))),
  )
  return { receiptNumber, queryCode, dueBy, dueProvisional: isProvisional(dueBy, tools.calendar()) }
}

/** Turns a confirmed draft into a submitted one with a receipt number and query code of its own, inside the caller's transaction. */
export async function markSubmitted(
  tools: CounterTools,
  ledger: Ledger,
  db: Db,
  confirmed: Confirmed & { readonly now: number; readonly dueBy: string | null },
): Promise<{ readonly filed: Application; readonly receiptNumber: string; readonly queryCode: string }> {
  const { draft, form, standing, review, confirmation, now, dueBy } = confirmed
  const today = shanghaiDate(now)
  const receiptNumber = newReceiptNumber(today, tools.random)
  const queryCode = newQueryCode(tools.random)
  const filed = await ledger.change(
    db,
    {
      ...draft,
      status: 'submitted',
      setAside: false,
      receiptNumber,
      queryCodeHash: queryCodeDigest(tools.store, receiptNumber, queryCode),
      dueBy,
      submittedAt: now,
    },
    { kind: 'submitted', confirmation, filed: filedAs(form, standing, review, today) },
  )
  return { filed, receiptNumber, queryCode }
}

/** What is only prepared here runs from its acceptance at the counter, on a day nobody knows yet. */
function limitOf({ service, limit }: Form): Form['limit'] {
  return service.completion === 'appointment' ? null : limit
}

/** What is kept of a filing, as it was shown. */
function filedAs(form: Form, standing: Standing, review: ReviewContent, today: string): Filed {
  const { service } = form
  return {
    title: service.title,
    guide: service.guide,
    completion: service.completion,
    inPerson: review.inPerson,
    fields: viewFields(form, standing, today).map(({ options: _options, ...field }) => field),
    materials: [...standing.papers],
    fee: standing.fee,
    limit: limitOf(form),
    reviewHash: review.reviewHash,
  }
}

function filingOf(form: Form, standing: Standing, review: ReviewContent, receiptNumber: string, now: number): Filing {
  const { service } = form
  return {
    receiptNumber,
    department: service.gateway.department,
    itemCode: service.gateway.itemCode,
    service: service.id,
    title: service.title,
    submittedAt: new Date(now).toISOString(),
    completion: service.completion,
    reviewHash: review.reviewHash,
    values: filedValues(standing),
    materials: standing.papers.map((line) => filedMaterial(line, shanghaiDate(now))),
  }
}
