import { AppError } from '../../errors.ts'
import type { Counter } from '../counter.ts'
import { issueConfirmation } from '../filing/confirmation.ts'
import type { CounterTools } from '../counter-tools.ts'
import { createLedger } from '../kept/ledger.ts'
import { defectsOf, reviewOf } from './review.ts'
import { standingOf } from './standing.ts'
import { requireForm } from './show-draft.ts'
import { isDraft } from '../transitions.ts'
import { shanghaiDate } from '../cases/working-days.ts'

/** Shows a complete draft as its review card and issues the confirmation that belongs to exactly this card. */
export function createReviewDesk(tools: CounterTools): Pick<Counter, 'review'> {
  const { store, clock } = tools
  const ledger = createLedger(tools)
  return {
    review: (conversationId, applicationId) =>
      store.transaction(async (db) => {
        const draft = await ledger.load(db, conversationId, applicationId)
        if (!isDraft(draft.status)) throw new AppError('conflict', tools.words.refusal.nothingToConfirm)
        const form = requireForm(tools, draft.service)
        if (form.asks !== undefined) throw new AppError('conflict', tools.words.refusal.onlyLookedUp)
        const today = shanghaiDate(clock())
        const standing = standingOf(form, draft.kept, today, draft.attached)
        const spoken = tools.spoken(form)
        const told = spoken === form ? standing : standingOf(spoken, draft.kept, today, draft.attached)
        const defects = defectsOf(spoken, told)
        if (defects.length > 0) throw incomplete(tools, defects)
        // Whatever its language, the card stands for the one that is filed.
        const { reviewHash } = reviewOf(applicationId, form, standing, today)
        const content = { ...reviewOf(applicationId, spoken, told, today), reviewHash }
        const { confirmation, code, expiresAt } = await issueConfirmation(tools, db, {
          conversationId,
          applicationId,
          reviewHash: content.reviewHash,
        })
        return { ...content, confirmation, code, expiresAt: new Date(expiresAt).toISOString() }
      }),
  }
}

/** The refusal of a draft that is not complete, with everything that is missing or wrong. */
export function incomplete({ words }: Pick<CounterTools, 'words'>, defects: ReturnType<typeof defectsOf>): AppError {
  return new AppError('incomplete-application', words.refusal.incomplete, { details: { defects } })
}
