import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { AppError } from '../errors.ts'
import { bearerOf } from './session.ts'

/** Requests a minute. */
export type RateLimits = {
  readonly perConversation: number
  /** Conversations opened from one address: a service hall or a company stands behind a single one. */
  readonly openingsPerAddress: number
  readonly perAddress: number
}

const MINUTE_MS = 60_000

/** All requests of one address. */
export function limitPerAddress({ perAddress }: RateLimits): RequestHandler {
  return limit(perAddress, addressOf)
}

/** Conversations opened from one address, by a message or without one. */
export function limitOpenings({ openingsPerAddress }: RateLimits): RequestHandler {
  return limit(openingsPerAddress, addressOf)
}

/** Messages of one conversation; one that opens a conversation is left to `openings`. */
export function limitMessages({ perConversation }: RateLimits, openings: RequestHandler): RequestHandler {
  const messages = limit(perConversation, (request) => bearerOf(request) ?? addressOf(request))
  return (request, response, next) => (bearerOf(request) === undefined ? openings : messages)(request, response, next)
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
      throw AppError.saying('too-many-requests', 'too-fast')
    },
  })
}

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '')
}
