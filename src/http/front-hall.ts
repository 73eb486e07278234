import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import type { Conversation } from '../conversation/index.ts'
import { AppError } from '../errors.ts'
import type { CitizenDesk, Counter } from '../services/index.ts'
import { applicationRoutes } from './application-routes.ts'
import { benefitRoutes } from './benefit-routes.ts'
import { createCaseEvents } from './case-events.ts'
import { caseRoutes } from './case-routes.ts'
import { catalogueRoutes, type Catalogue } from './catalogue-routes.ts'
import { chatRoute } from './chat-route.ts'
import { consentRoutes } from './consent-routes.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { healthRoutes, type Readiness } from './health-routes.ts'
import { allowEmbedding, loadedAnywhere } from './embedding.ts'
import { materialRoutes } from './material-routes.ts'
import { createMetrics, type ModelSpending } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import { missingPage, pageRoutes, type Pages } from './page-routes.ts'
import { notFound, problemHandler, type ProblemWords } from './problem.ts'
import { limitMessages, limitOpenings, limitPerAddress, type RateLimits } from './rate-limits.ts'
import { requestLog } from './request-log.ts'
import { signInRoutes } from './sign-in-routes.ts'

export type FrontHallTools = {
  readonly conversation: Conversation
  readonly citizens: CitizenDesk
  readonly counter: Counter
  /** Address citizens reach us at; absent: the address they used. */
  readonly publicUrl: string | undefined
  /** Origins whose pages may embed the widget or frame the portal. */
  readonly embedOrigins: readonly string[]
  readonly catalogue: Catalogue
  readonly pages: Pages
  readonly readiness: Readiness
  readonly modelSpending: ModelSpending
  readonly rateLimits: RateLimits
  readonly problemWords: ProblemWords
  readonly log: Logger
}

/** `closing` ends what would stay open for ever, so that a server can close. */
export type FrontHall = { readonly app: Express; readonly closing: () => void }

/** Largest request body. */
const BODY_LIMIT = '64kb'

/** The AI SDK's default body brings the whole conversation each time, cards and all; only its last message is read. */
const CHAT_BODY_LIMIT = '1mb'

/** The front hall: parses, calls one room, streams or replies. No decisions are made here. */
export function createFrontHall(tools: FrontHallTools): FrontHall {
  const app = express()
  const metrics = createMetrics(tools.modelSpending)
  const events = createCaseEvents()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')

  app.use(requestLog(tools.log))
  app.use(metrics.measure)
  app.use(securityHeaders(tools.embedOrigins))
  app.use('/assets', loadedAnywhere)
  app.use(healthRoutes(tools.readiness))
  app.get('/metrics', metrics.show)
  app.use(pageRoutes(tools.pages, tools.catalogue))
  app.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument())
  })
  app.use('/api', allowEmbedding(tools.embedOrigins))
  app.use(['/api', '/auth'], limitPerAddress(tools.rateLimits), neverStored)
  const openings = limitOpenings(tools.rateLimits)
  app.post('/api/conversations', openings)
  app.post('/api/chat', limitMessages(tools.rateLimits, openings), jsonBody(CHAT_BODY_LIMIT), chatRoute(tools))
  app.use(materialRoutes(tools))
  app.use('/api', jsonBody(BODY_LIMIT))
  app.use(
    conversationRoutes({ ...tools, events }),
    applicationRoutes(tools),
    consentRoutes(tools),
    benefitRoutes(tools),
    caseRoutes(tools),
    signInRoutes(tools),
    catalogueRoutes(tools.catalogue),
  )
  app.use(missingPage(tools.pages), notFound)
  app.use(problemHandler(tools.log, tools.problemWords))
  return { app, closing: events.endAll }
}

function securityHeaders(embedOrigins: readonly string[]) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'", ...embedOrigins],
      },
    },
    // The older header knows no list of origins; `frame-ancestors` says the same and more.
    xFrameOptions: embedOrigins.length === 0,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  })
}

/** What is answered to a bearer is personal: no cache keeps it. */
const neverStored: RequestHandler = (request, response, next) => {
  if (request.get('authorization') !== undefined) response.set('cache-control', 'no-store')
  next()
}

/** JSON bodies in valid UTF-8 only: a replaced character could change what a citizen said. */
function jsonBody(limit: string): RequestHandler[] {
  const onlyJson: RequestHandler = (request, _response, next) => {
    // `is` answers null where there is no body.
    if (request.is('application/json') === false && request.get('content-length') !== '0')
      throw AppError.saying('unsupported-media-type', 'json-only')
    next()
  }
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parse = express.json({
    limit,
    strict: true,
    verify: (_request, _response, body) => {
      try {
        utf8.decode(body)
      } catch (error) {
        throw AppError.saying('bad-request', 'not-json', { cause: error })
      }
    },
  })
  return [onlyJson, parse]
}
