import express, { type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import type { Conversation } from '../conversation/index.ts'
import { AppError } from '../errors.ts'
import type { Counter } from '../services/index.ts'
import { applicationRoutes } from './application-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { catalogueRoutes, type Catalogue } from './catalogue-routes.ts'
import { chatRoute } from './chat-route.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { healthRoutes, type Readiness } from './health-routes.ts'
import { createMetrics } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import { pageRoutes, type Pages } from './page-routes.ts'
import { notFound, problemHandler } from './problem.ts'
import { limitPerAddress, limitPerConversation, type RateLimits } from './rate-limits.ts'
import { requestLog } from './request-log.ts'

export type FrontHallTools = {
  readonly conversation: Conversation
  readonly counter: Counter
  readonly catalogue: Catalogue
  readonly pages: Pages
  readonly readiness: Readiness
  readonly rateLimits: RateLimits
  readonly log: Logger
}

/** Largest request body. */
const BODY_LIMIT = '64kb'

/** The front hall: parses, calls one room, streams or replies. No decisions are made here. */
export function createFrontHall(tools: FrontHallTools): Express {
  const app = express()
  const metrics = createMetrics()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')

  app.use(requestLog(tools.log))
  app.use(metrics.measure)
  app.use(securityHeaders())
  app.use(healthRoutes(tools.readiness))
  app.get('/metrics', metrics.show)
  app.use(pageRoutes(tools.pages, tools.catalogue))
  app.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument())
  })
  app.use('/api', limitPerAddress(tools.rateLimits), jsonBody())
  app.post('/api/chat', limitPerConversation(tools.rateLimits), chatRoute(tools.conversation))
  app.use('/api/conversations', conversationRoutes(tools))
  app.use('/api/applications', applicationRoutes(tools))
  app.use('/api/cases', caseRoutes(tools))
  app.use('/api', catalogueRoutes(tools.catalogue))
  app.use(notFound)
  app.use(problemHandler(tools.log))
  return app
}

function securityHeaders() {
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
        frameAncestors: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  })
}

/** JSON bodies in valid UTF-8 only: a replaced character could change what a citizen said. */
function jsonBody() {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  return express.json({
    limit: BODY_LIMIT,
    strict: true,
    verify: (_request, _response, body) => {
      try {
        utf8.decode(body)
      } catch (error) {
        throw new AppError('bad-request', '请求体不是有效的 UTF-8。', { cause: error })
      }
    },
  })
}
