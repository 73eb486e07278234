import { AppError } from '../../errors.ts'
import type { Db } from '../../store/index.ts'
import type { Receipt } from '../application.ts'
import type { Counter } from '../counter.ts'
import { consume, secretDigest, stateOf, type StoredConfirmation } from './confirmation.ts'
import type { CounterTools } from '../counter-tools.ts'
import { fileBundle } from '../bundles/file-bundle.ts'
import { fileApplication } from './file-application.ts'
import { createInTurn } from '../in-turn.ts'
import { createLedger, lostRace, transact } from '../kept/ledger.ts'
import { createReceiptBook, type ReceiptBook } from './receipt-book.ts'
import { incomplete } from '../drafts/review-desk.ts'
import { defectsOf, reviewOf } from '../drafts/review.ts'
import { standingOf } from '../drafts/standing.ts'
import { isDraft } from '../transitions.ts'
import { shanghaiDate } from '../cases/working-days.ts'

/** The two ways to file: with the long secret of a review card, or with a confirmation found by its code. */
export type Submission = Pick<Counter, 'submit'> & {
  /** Files the application that a confirmation belongs to, under an idempotency key made from it. */
  readonly submitConfirmed: (confirmation: StoredConfirmation) => Promise<Receipt>
}

type Body = Pick<Parameters<Counter['submit']>[0], 'conversationId' | 'applicationId' | 'reviewHash'>

/** 50 clicks at once: one wins, each other run finds its receipt. */
const ATTEMPTS = 5

/** The refusal of a confirmation that is wrong, used up or expired. */
export const invalid = ({ words }: Pick<CounterTools, 'words'>): AppError =>
  new AppError('confirmation-invalid', words.refusal.confirmationInvalid)

/** The refusal of a confirmation of another card than the one that would be filed. */
export const stale = ({ words }: Pick<CounterTools, 'words'>): AppError =>
  new AppError('stale-review', words.refusal.confirmationStale)

/** The citizen's act: one transaction from the confirmation to the receipt. See docs/decisions/0007. */
export function createSubmission(tools: CounterTools): Submission {
  const { store, clock } = tools
  const ledger = createLedger(tools)
  const book = createReceiptBook(tools)
  const inTurn = createInTurn()

  const act = (applicationId: string, work: (db: Db) => Promise<Receipt>): Promise<Receipt> =>
    inTurn(applicationId, () => transact(store, ATTEMPTS, work))

  /** Everything after the idempotency key was found unused. */
  const confirmAndFile = async (
    db: Db,
    input: Body,
    find: () => Promise<StoredConfirmation | undefined>,
    entry: ReceiptBook['entry'],
  ): Promise<Receipt> => {
    const draft = await ledger.load(db, input.conversationId, input.applicationId)
    if (!isDraft(draft.status)) throw new AppError('conflict', tools.words.refusal.filedBefore)
    const form = tools.form(draft.service)
    if (form === undefined || form.asks !== undefined) throw new AppError('not-found', tools.words.refusal.serviceGone)
    const today = shanghaiDate(clock())
    const standing = standingOf(form, draft.kept, today, draft.attached)
    const defects = defectsOf(form, standing)
    const review = reviewOf(draft.id, form, standing, today)
    const confirmation = await find()
    const state = confirmation === undefined ? undefined : stateOf(confirmation, clock())
    if (confirmation === undefined && defects.length > 0) throw incomplete(tools, defects)
    if (confirmation === undefined || state === 'expired' || state === 'consumed') throw invalid(tools)
    const sameCard = [input.reviewHash, review.reviewHash].every((hash) => hash === confirmation.reviewHash)
    if (state === 'void' || !sameCard) throw stale(tools)
    if (defects.length > 0) throw incomplete(tools, defects)
    if (!(await consume(db, confirmation.id, clock()))) throw lostRace()
    const receipt = await (form.parts === undefined ? fileApplication : fileBundle)(tools, ledger, db, {
      draft,
      form,
      standing,
      review,
      confirmation: confirmation.id,
    })
    await entry(db, receipt)
    return receipt
  }

  return {
    submit: (input) =>
      act(input.applicationId, async (db) => {
        const { idempotencyKey, ...body } = input
        const known = await book.look(db, input.conversationId, idempotencyKey, body)
        if (known.receipt !== undefined) return known.receipt
        const find = () =>
          db
            .selectFrom('confirmations')
            .selectAll()
            .where('applicationId', '=', input.applicationId)
            .where('secretHash', '=', secretDigest(store, input, input.confirmation))
            .executeTakeFirst()
        return confirmAndFile(db, input, find, known.entry)
      }),

    submitConfirmed: (confirmation) =>
      act(confirmation.applicationId, async (db) => {
        const { conversationId, id } = confirmation
        const known = await book.look(db, conversationId, `code:${id}`, { confirmation: id })
        if (known.receipt !== undefined) return known.receipt
        const find = () => db.selectFrom('confirmations').selectAll().where('id', '=', id).executeTakeFirst()
        return confirmAndFile(db, confirmation, find, known.entry)
      }),
  }
}
