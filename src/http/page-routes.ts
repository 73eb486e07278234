import compression from 'compression'
import express, { Router, type RequestHandler } from 'express'
import type { ExportedConversation, GuideView } from '../wire.ts'
import type { Catalogue } from './catalogue-routes.ts'

/** The pages of the shop window: a folder of built files, and how the portal and a guide are rendered. */
export type Pages = {
  readonly folder: string
  readonly renderGuide: (guide: GuideView) => string
  readonly renderPortal: () => string
  readonly renderMissing: () => string
  /** What is kept of a conversation, to read and to print. */
  readonly renderExport: (kept: ExportedConversation) => string
}

/** What travels compressed: pages and their files, never what a citizen is told, which streams. */
const PACKED = /^\/(?:$|guides\/|assets\/)/

/** The portal, its assets, and a readable page for every guide. */
export function pageRoutes(pages: Pages, catalogue: Catalogue): Router {
  const router = Router()
  router.use(
    compression({ filter: (request, response) => PACKED.test(request.path) && compression.filter(request, response) }),
  )
  router.get('/', (_request, response) => {
    response.type('html').send(pages.renderPortal())
  })
  router.get('/guides/:id', (request, response, next) => {
    const guide = catalogue.guide(request.params.id)
    if (guide === undefined) next()
    else response.type('html').send(pages.renderGuide(guide))
  })
  router.use(express.static(pages.folder, { index: false, maxAge: '5m', acceptRanges: false }))
  return router
}

/** A person at an address that leads nowhere reads a page; a program gets the problem document that comes after. */
export function missingPage({ renderMissing }: Pages): RequestHandler {
  return (request, response, next) => {
    const person = request.method === 'GET' && request.accepts(['json', 'html']) === 'html'
    if (person) response.status(404).type('html').send(renderMissing())
    else next()
  }
}
