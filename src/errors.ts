/**
 * Codes of a request that must stop, one meaning each. `http/status.ts` maps every code to a status.
 * Expected endings of a turn are not errors: they are an `Outcome`.
 */
export const ERROR_CODES = [
  'bad-request',
  'unauthorized',
  'sign-in-required',
  'step-up-required',
  'forbidden',
  'not-found',
  'conflict',
  'stale-review',
  'confirmation-invalid',
  'incomplete-application',
  'precondition-failed',
  'precondition-required',
  'idempotency-mismatch',
  'payload-too-large',
  'unsupported-media-type',
  'too-many-requests',
  'busy',
  'model-unavailable',
  'city-unavailable',
  'store-unavailable',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** What a problem+json body may carry besides its code: safe for the citizen, never their words. */
export type ErrorDetails = Readonly<Record<string, unknown>>

/** A request that must stop. `message` is safe for the citizen; `cause` is for the log only. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.details = options.details
  }
}
