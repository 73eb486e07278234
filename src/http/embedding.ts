import type { RequestHandler } from 'express'

/** Request headers that the widget sends from a page of another origin. */
const ALLOWED_HEADERS = 'authorization, content-type, if-match, idempotency-key, x-query-code'
const ALLOWED_METHODS = 'GET, POST, PATCH, DELETE'
/** Answer headers that the widget reads there. */
const EXPOSED_HEADERS = 'etag, retry-after, x-conversation-id, x-conversation-token, x-request-id'
const PREFLIGHT_AGE_S = 600

/**
 * Lets the pages of the listed origins call the API through the widget's `server` attribute. Never with cookies: there a
 * citizen acts by the bearer token of her conversation alone. Every other origin gets no such header, and its browser
 * keeps the answer from it. Source: docs/decisions/0024.
 */
export function allowEmbedding(origins: readonly string[]): RequestHandler {
  const listed = new Set(origins)
  return (request, response, next) => {
    const origin = request.get('origin')
    if (listed.size > 0) response.vary('origin')
    if (origin === undefined || !listed.has(origin)) {
      next()
      return
    }
    response.set({ 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED_HEADERS })
    if (request.method !== 'OPTIONS') {
      next()
      return
    }
    response.set({
      'access-control-allow-headers': ALLOWED_HEADERS,
      'access-control-allow-methods': ALLOWED_METHODS,
      'access-control-max-age': String(PREFLIGHT_AGE_S),
    })
    response.status(204).end()
  }
}

/** The built files are the same for everyone and hold no secret: a page of any origin may load them, as scripts and as modules. */
export const loadedAnywhere: RequestHandler = (_request, response, next) => {
  response.set({ 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' })
  next()
}
