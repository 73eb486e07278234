import type { ErrorCode } from '../errors.ts'

/** The HTTP status of every error code; a new code without one does not compile. */
export const STATUS = {
  'bad-request': 400,
  unauthorized: 401,
  'sign-in-required': 401,
  'step-up-required': 403,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'stale-review': 409,
  'confirmation-invalid': 409,
  'idempotency-mismatch': 409,
  'precondition-failed': 412,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'incomplete-application': 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  internal: 500,
  'city-unavailable': 502,
  busy: 503,
  'model-unavailable': 503,
  'store-unavailable': 503,
} as const satisfies Record<ErrorCode, number>
