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

/** What a citizen reads of an error, in her language: a text of `prompts/messages.yaml`, named without its `problem-`. */
export type Said = { readonly key: string; readonly variables: Readonly<Record<string, string>> }

type Options = { readonly cause?: unknown; readonly details?: ErrorDetails }

/**
 * A request that must stop. `message` is safe for the citizen and in her language already; where `says` is given, that is said
 * in its place. `cause` is for the log only.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined
  readonly says: Said | undefined

  constructor(code: ErrorCode, message: string, options: Options & { readonly says?: Said } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.details = options.details
    this.says = options.says
  }

  /** An error of a room that does not know the reader's language. */
  static saying(
    code: ErrorCode,
    key: string,
    { variables = {}, ...options }: Options & { readonly variables?: Said['variables'] } = {},
  ): AppError {
    return new AppError(code, key, { ...options, says: { key, variables } })
  }
}
