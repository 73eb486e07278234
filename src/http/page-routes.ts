import express, { Router } from 'express'
import { AppError } from '../errors.ts'
import type { ExportedConversation, GuideView } from '../wire.ts'
import type { Catalogue } from './catalogue-routes.ts'

/** The pages of the shop window: a folder of built files, and how the portal and a guide are rendered. */
export type Pages = {
  readonly folder: string
  readonly renderGuide: (guide: GuideView) => string
  readonly renderPortal: () => string
  /** What is kept of a conversation, to read and to print. */
  readonly renderExport: (kept: ExportedConversation) => string
}

/** The portal, its assets, and a readable page for every guide. */
export function pageRoutes(pages: Pages, catalogue: Catalogue): Router {
  const router = Router()
  router.get('/', (_request, response) => {
    response.type('html').send(pages.renderPortal())
  })
  router.get('/guides/:id', (request, response) => {
    const guide = catalogue.guide(request.params.id)
    if (guide === undefined) throw new AppError('not-found', '没有这份指南。')
    response.type('html').send(pages.renderGuide(guide))
  })
  router.use(express.static(pages.folder, { index: false, maxAge: '5m', acceptRanges: false }))
  return router
}
