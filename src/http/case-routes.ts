import { Router } from 'express'
import { AppError } from '../errors.ts'
import type { Counter } from '../services/index.ts'

/** `GET /api/cases/{receiptNumber}` with the query code in a header: secrets never stand in a URL. */
export function caseRoutes({ counter }: { counter: Counter }): Router {
  const router = Router()
  router.get('/api/cases/:receiptNumber', async (request, response) => {
    const queryCode = request.get('x-query-code')
    if (queryCode === undefined) throw new AppError('unauthorized', '请带上查询码（x-query-code）。')
    response.set('cache-control', 'no-store').json(await counter.caseByCode(request.params.receiptNumber, queryCode))
  })
  return router
}
