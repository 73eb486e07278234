import { Router } from 'express'
import { AppError } from '../errors.ts'
import { pageAsked } from './page-language.ts'
import { counterFor } from './session.ts'
import type { Counter } from '../services/index.ts'

/** `GET /api/cases/{receiptNumber}` with the query code in a header: secrets never stand in a URL. */
export function caseRoutes({ counter }: { counter: Counter }): Router {
  const router = Router()
  router.get('/api/cases/:receiptNumber', async (request, response) => {
    const queryCode = request.get('x-query-code')
    if (queryCode === undefined) throw AppError.saying('unauthorized', 'query-code-missing')
    response
      .set('cache-control', 'no-store')
      .json(await counterFor(counter, pageAsked(request)).caseByCode(request.params.receiptNumber, queryCode))
  })
  return router
}
