import { Router, type Request } from 'express'
import { AppError } from '../errors.ts'
import type { Counter } from '../services/index.ts'
import { ConsentRequest } from '../wire.ts'
import { counterFor, requireConversation, type Gate } from './session.ts'
import { applicationPart, fillPart } from './wire-parts.ts'

/** `/api/applications/{id}/consents`: what a signed-in citizen may allow, her decisions, and taking them back. */
export function consentRoutes({ conversation, citizens, counter }: Gate & { readonly counter: Counter }): Router {
  const router = Router()

  const enter = async (request: Request, applicationId: string) => {
    const session = await requireConversation({ conversation, citizens }, request)
    const { id, citizen } = session
    if (citizen === undefined) throw AppError.saying('sign-in-required', 'sign-in-for-registers')
    return { spoken: counterFor(counter, session), on: { conversationId: id, applicationId, citizen } }
  }

  router.get('/api/applications/:id/consents', async (request, response) => {
    const { spoken, on } = await enter(request, request.params.id)
    const [offers, consents] = await Promise.all([spoken.consentOffers(on), spoken.consents(on)])
    response.json({ offers, consents })
  })

  router.post('/api/applications/:id/consents', async (request, response) => {
    const { spoken, on } = await enter(request, request.params.id)
    const { source, granted } = ConsentRequest.parse(request.body)
    const result = await spoken.decideConsent({ ...on, source, granted })
    const said = await conversation.noteConsent(on.conversationId, result)
    response.status(201).json({ ...fillPart(result), outcome: result.outcome, said })
  })

  router.delete('/api/applications/:id/consents/:source', async (request, response) => {
    const { spoken, on } = await enter(request, request.params.id)
    const withdrawn = await spoken.withdrawConsent({ ...on, source: request.params.source })
    await conversation.noteWithdrawnConsent(on.conversationId, withdrawn)
    const { application } = withdrawn
    response.json(applicationPart(application))
  })

  return router
}
