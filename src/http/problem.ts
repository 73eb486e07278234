import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { PageAsked, ProblemDocument } from '../wire.ts'
import { pageAsked } from './page-language.ts'
import { STATUS } from './status.ts'

type Locale = PageAsked['locale']

/** Where the last line of defence writes. */
export type HttpLog = { readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void }

/** The fixed texts of a problem, and words of our rooms, as a reader of one of our written forms reads them. */
export type ProblemWords = {
  /** @throws AppError 'internal' when a key is missing: a test proves that none is. */
  readonly say: (locale: Locale, key: string, variables?: Readonly<Record<string, string>>) => string
  readonly inScript: (locale: Locale, text: string) => string
}

/** Answers an error as RFC 9457 problem+json. What was not expected is logged whole and shown as `internal`. */
export function problemHandler(log: HttpLog, words: ProblemWords): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const known = asAppError(error)
    if (STATUS[known.code] >= 500)
      log.error({ error, requestId: requestIdOf(response), path: request.path }, 'a request failed')
    sendProblem(response, known, words)
  }
}

function sendProblem(response: Response, error: AppError, { say, inScript }: ProblemWords): void {
  const locale = readerOf(response)
  const { says } = error
  const document: ProblemDocument = {
    type: `urn:bianban:problem:${error.code}`,
    title: say(locale, `problem-title-${error.code}`),
    status: STATUS[error.code],
    code: error.code,
    detail: says === undefined ? inScript(locale, error.message) : say(locale, `problem-${says.key}`, says.variables),
    requestId: requestIdOf(response),
    ...error.details,
  }
  response.status(document.status).type('application/problem+json').send(JSON.stringify(document))
}

/** Any path that no route knows. */
export const notFound: RequestHandler = () => {
  throw AppError.saying('not-found', 'no-address')
}

/** The language of the conversation a request acts for, once it is known; before, what the request itself asks for. */
function readerOf({ locals, req }: Response): Locale {
  const { locale } = locals as { readonly locale?: Locale }
  return locale ?? pageAsked(req).locale
}

/** From here on the request is answered in the language of its conversation. */
export function answerIn(request: Request, locale: Locale): void {
  if (request.res !== undefined) request.res.locals['locale'] = locale
}

export function requestIdOf(response: Response): string {
  return String(response.getHeader('x-request-id') ?? '')
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof z.ZodError) {
    return AppError.saying('bad-request', 'not-as-agreed', {
      details: { errors: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) },
    })
  }
  return clientError(error) ?? AppError.saying('internal', 'our-fault', { cause: error })
}

/** What Express, its router and its body parser refuse by themselves carries a 4xx `status`: the request is at fault. */
function clientError(error: unknown): AppError | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error) || typeof error.status !== 'number')
    return undefined
  if (error.status < 400 || error.status > 499) return undefined
  if (error.status === STATUS['payload-too-large']) return AppError.saying('payload-too-large', 'too-long')
  if (error.status === STATUS['unsupported-media-type']) return AppError.saying('unsupported-media-type', 'json-only')
  if (error instanceof URIError) return AppError.saying('bad-request', 'address-encoding')
  return AppError.saying('bad-request', 'not-json')
}
