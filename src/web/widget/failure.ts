/** Why a request came to nothing. `code` is the problem document's, or one of the page's own. */
export type Failure = {
  readonly code: string
  /** The server's sentence for the citizen, in Chinese; absent for the page's own failures. */
  readonly detail?: string
  /** Seconds to wait, from Retry-After. */
  readonly waitSeconds?: number
  /** Every defect of an incomplete application. */
  readonly defects?: readonly string[]
}

/** A failed request. Its `failure` is what the page tells the citizen. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  readonly failure: Failure

  constructor(failure: Failure, cause?: unknown) {
    super(failure.code, { cause })
    this.failure = failure
  }
}

/** No answer at all: `offline` where the browser knows of no network, else the server does not answer. */
export function noAnswer(): Failure {
  return { code: navigator.onLine ? 'unreachable' : 'offline' }
}

/** The answer broke off before its end. */
export const INTERRUPTED: Failure = { code: 'interrupted' }

function readProblem(body: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    // A proxy in between may answer with a page of its own; the status code alone then says what is known.
    return {}
  }
}

function defectsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown) => {
    if (typeof each === 'string') return [each]
    if (typeof each !== 'object' || each === null) return []
    const { message, label } = each as { message?: unknown; label?: unknown }
    return typeof message === 'string' ? [message] : typeof label === 'string' ? [label] : []
  })
}

/** The failure a non-2xx answer tells of (RFC 9457). */
export async function failureOf(response: Response): Promise<Failure> {
  const problem = readProblem(await response.text().catch(() => ''))
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  const details = problem['details']
  const defects = defectsOf(
    problem['defects'] ??
      (typeof details === 'object' && details !== null && 'defects' in details ? details.defects : []),
  )
  return {
    code:
      typeof problem['code'] === 'string'
        ? problem['code']
        : response.status === 429
          ? 'too-many-requests'
          : 'internal',
    ...(typeof problem['detail'] === 'string' ? { detail: problem['detail'] } : {}),
    ...(Number.isFinite(wait) && wait > 0 ? { waitSeconds: Math.ceil(wait) } : {}),
    ...(defects.length > 0 ? { defects } : {}),
  }
}
