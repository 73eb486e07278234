import { Router } from 'express'
import type { Counter } from '../services/index.ts'
import { counterFor, requireConversation, type Gate } from './session.ts'
import { fillPart } from './wire-parts.ts'

/** `/api/conversations/{id}/benefits`: which benefits are open to the citizen, why or why not, and claiming one. */
export function benefitRoutes({ conversation, citizens, counter }: Gate & { readonly counter: Counter }): Router {
  const router = Router()
  const gate = { conversation, citizens }

  router.post('/api/conversations/:id/benefits', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    const { id: conversationId, citizen } = session
    const { matches, ...opened } = await counterFor(counter, session).openBenefits({ conversationId, citizen })
    response.json({ ...fillPart(opened), benefits: matches })
  })

  router.post('/api/conversations/:id/benefits/:benefit/claim', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    const { id: conversationId, citizen } = session
    const claim = { conversationId, benefit: request.params.benefit, citizen }
    response.status(201).json(fillPart(await counterFor(counter, session).claimBenefit(claim)))
  })

  return router
}
