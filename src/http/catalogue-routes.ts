import { Router } from 'express'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { GuideSummary, GuideView, ServiceSummary, ServiceView } from '../wire.ts'

/** A guide that a question finds. */
export type FoundGuide = GuideSummary & {
  readonly sections: readonly { readonly slug: string; readonly heading: string; readonly at: string }[]
}

/** The public catalogue: what the city's guides and forms are. */
export type Catalogue = {
  /** Guides that a query finds, best first, or all of a topic. */
  readonly guides: (query: string | undefined, topic: string | undefined) => Promise<readonly GuideSummary[]>
  /** Guides that a question finds, best first, each with the sections of it that answer; `at` is the section's id on the guide's page. */
  readonly found: (question: string) => Promise<readonly FoundGuide[]>
  readonly guide: (id: string) => GuideView | undefined
  readonly services: () => readonly ServiceSummary[]
  readonly service: (id: string) => z.infer<typeof ServiceView> | undefined
}

const GuideQuery = z.object({ query: z.string().max(500).optional(), topic: z.string().max(80).optional() })

export function catalogueRoutes(catalogue: Catalogue): Router {
  const router = Router()
  router.get('/api/guides', async (request, response) => {
    const { query, topic } = GuideQuery.parse(request.query)
    response.json({ guides: await catalogue.guides(query, topic) })
  })
  router.get('/api/guides/:id', (request, response) => {
    const guide = catalogue.guide(request.params.id)
    if (guide === undefined) throw AppError.saying('not-found', 'no-guide')
    response.json(guide)
  })
  router.get('/api/services', (_request, response) => {
    response.json({ services: catalogue.services() })
  })
  router.get('/api/services/:id', (request, response) => {
    const service = catalogue.service(request.params.id)
    if (service === undefined) throw AppError.saying('not-found', 'no-service')
    response.json(service)
  })
  return router
}
