import { APICallError } from '@ai-sdk/provider'

/** Why the primary model did not answer. */
export type FailureReason =
  | 'breaker-open'
  | 'budget-spent'
  | 'busy'
  | 'connection'
  | 'status'
  | 'left'
  | 'rate-limited'
  | 'first-part-late'
  | 'stalled'
  | 'too-slow'
  | 'error-in-stream'
  | 'malformed-call'
  | 'repeated-call'
  | 'wrong-language'
  | 'recites-instructions'
  | 'unfinished'
  | 'refused'
  | 'empty'
  | 'endless'

/** A failure of the primary model, to be answered by the fallback. Carries no words of the citizen. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly reason: FailureReason
  readonly retryAfterMs: number | undefined
  readonly status: number | undefined

  constructor(reason: FailureReason, options: { cause?: unknown; retryAfterMs?: number; status?: number } = {}) {
    super(reason, options.cause === undefined ? undefined : { cause: options.cause })
    this.reason = reason
    this.retryAfterMs = options.retryAfterMs
    this.status = options.status
  }
}

/** Whatever was thrown while calling or reading the primary, as a failure. `now` is epoch milliseconds, for dates in Retry-After. */
export function toFailure(error: unknown, now: number): ModelFailure {
  if (error instanceof ModelFailure) return error
  if (!APICallError.isInstance(error)) return new ModelFailure('connection', { cause: error })
  const status = error.statusCode
  if (status === undefined) return new ModelFailure('connection', { cause: error })
  // A stream that breaks or reports an error after its head has gone out is reported with the status of the head.
  if (status < 400)
    return new ModelFailure(error.cause === undefined ? 'error-in-stream' : 'connection', { cause: error })
  if (status !== 429) return new ModelFailure('status', { cause: error, status })
  const retryAfterMs = readRetryAfter(error.responseHeaders?.['retry-after'], now)
  return new ModelFailure('rate-limited', {
    cause: error,
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}

/** Milliseconds of a Retry-After header, in seconds or as an HTTP date; undefined when it says neither. Source: RFC 9110 §10.2.3. */
function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
