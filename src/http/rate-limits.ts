import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { AppError } from '../errors.ts'
import { sendProblem } from './problem.ts'
import { bearerOf } from './session.ts'

/** Requests a minute. */
export type RateLimits = { readonly perConversation: number; readonly perAddress: number }

const MINUTE_MS = 60_000

/** All requests of one address. */
export function limitPerAddress({ perAddress }: RateLimits): RequestHandler {
  return limit(perAddress, addressOf)
}

/** Messages of one conversation; a message that opens one counts for its address. */
export function limitPerConversation({ perConversation }: RateLimits): RequestHandler {
  return limit(perConversation, (request) => bearerOf(request) ?? `new:${addressOf(request)}`)
}

/** Tries to resume by a short code from one address: a citizen mistypes a few times, a guesser needs billions. */
const RESUMING_A_MINUTE = 10

export function limitResuming(): RequestHandler {
  return limit(RESUMING_A_MINUTE, addressOf)
}

function limit(most: number, keyGenerator: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator,
    handler: (_request, response) => {
      response.set('retry-after', '60')
      sendProblem(response, new AppError('too-many-requests', '消息太快了，请过一分钟再试。'))
    },
  })
}

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '')
}
