import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

/**
 * Gives every request an id, answers it in `x-request-id`, and logs one line a request at level debug: method, route as it was
 * written, status and time. Never an address as it came, for people type numbers of theirs into it; never a header or a body.
 */
export function requestLog(logger: Logger) {
  return pinoHttp<Routed>({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID()
      response.setHeader('x-request-id', id)
      return id
    },
    customLogLevel: (request, response, error) =>
      error !== undefined || (response.statusCode >= 500 && routeOf(request) !== PROBE) ? 'warn' : 'debug',
    customSuccessObject: (request, _response, told: object) => ({ ...told, route: routeOf(request) }),
    customErrorObject: (request, _response, _error, told: object) => ({ ...told, route: routeOf(request) }),
    serializers: {
      req: ({ id, method }: { id: string; method: string }) => ({ id, method }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })
}

/** Asked every few seconds by whoever waits for the start: that it is not ready yet is an answer, no fault. */
const PROBE = '/readyz'

type Routed = IncomingMessage & { readonly route?: { readonly path?: unknown } }

function routeOf({ route }: Routed): string {
  return typeof route?.path === 'string' ? route.path : 'none'
}
