import compression from 'compression'
import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import type { ExportedConversation, GuideView, PageAsked } from '../wire.ts'
import type { Catalogue, FoundGuide } from './catalogue-routes.ts'
import { pageAsked } from './page-language.ts'

/** The pages of the shop window: a folder of built files, and how the portal and a guide are rendered. */
export type Pages = {
  readonly folder: string
  readonly renderGuide: (guide: GuideView, asked: PageAsked) => string
  /** `search` is what was asked in the address, and what it finds. */
  readonly renderPortal: (asked: PageAsked, search: PortalSearch | undefined) => string
  readonly renderMissing: (asked: PageAsked) => string
  /** What is kept of a conversation, to read and to print. */
  readonly renderExport: (kept: ExportedConversation, asked: PageAsked) => string
}

/** A question in the address of the portal, with the guides it finds. */
export type PortalSearch = { readonly question: string; readonly found: readonly FoundGuide[] }

/** Longest question an address may ask. */
const MAX_QUESTION = 200

/** What travels compressed: pages and their files, never what a citizen is told, which streams. */
const PACKED = /^\/(?:$|guides\/|assets\/)/

/** The portal, its assets, and a readable page for every guide. */
export function pageRoutes(pages: Pages, catalogue: Catalogue): Router {
  const router = Router()
  router.use(
    compression({ filter: (request, response) => PACKED.test(request.path) && compression.filter(request, response) }),
  )
  router.get('/', async (request, response) => {
    const { ask } = request.query
    const question = typeof ask === 'string' ? ask.trim().slice(0, MAX_QUESTION) : ''
    const search = question === '' ? undefined : { question, found: await catalogue.found(question) }
    sendPage(request, response, (asked) => pages.renderPortal(asked, search))
  })
  router.get('/guides/:id', (request, response, next) => {
    const guide = catalogue.guide(request.params.id)
    if (guide === undefined) next()
    else sendPage(request, response, (asked) => pages.renderGuide(guide, asked))
  })
  router.use(express.static(pages.folder, { index: false, maxAge: '5m', acceptRanges: false }))
  return router
}

/** A page in the reader's language, which an address without `lang` leaves to her browser. */
function sendPage(request: Request, response: Response, render: (asked: PageAsked) => string): void {
  response
    .vary('accept-language')
    .type('html')
    .send(render(pageAsked(request)))
}

/** A person at an address that leads nowhere reads a page; a program gets the problem document that comes after. */
export function missingPage({ renderMissing }: Pages): RequestHandler {
  return (request, response, next) => {
    const person = request.method === 'GET' && request.accepts(['json', 'html']) === 'html'
    if (person) sendPage(request, response.status(404), renderMissing)
    else next()
  }
}
