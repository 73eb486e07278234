import { createBreaker } from '../breaker.ts'
import { AppError } from '../errors.ts'
import { readBody } from './bounded-body.ts'
import { CityProblem } from './problem.ts'

/** Where the city's systems are and how long a call may take. */
export type CityCallOptions = {
  /** With or without a path; the system's own path is added to it. */
  readonly baseUrl: string
  /** For one whole call: connecting, waiting and reading the answer. */
  readonly timeoutMs: number
  readonly fetch?: typeof globalThis.fetch | undefined
}

export type CityCall = {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below the base URL, without a leading slash. */
  readonly path: string
  /** Bytes go as they are, with the type its headers name; anything else goes as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What came back. `problem` only when it is a problem+json of the contract. */
export type CityAnswer = { readonly status: number; readonly json: unknown; readonly problem: CityProblem | undefined }

/** Makes the error of a system that cannot be reached, or whose answer cannot be believed. */
export type Unavailable = (reason: string, cause?: unknown) => AppError

const ANSWER_LIMIT_BYTES = 1024 * 1024

/** A system that failed so often in a row is left alone: nobody waits for it, and it is not pressed while it comes up again. */
const FAILURES = 5
const COOL_DOWN_MS = 1_000
const LONGEST_MS = 30_000

/** The error of one system; `key`: what the citizen reads of it, in `prompts/messages.yaml`. */
export function unavailableAs(key: string): Unavailable {
  return (reason, cause) => AppError.saying('city-unavailable', key, { cause, details: { reason } })
}

/**
 * Calls one of the city's systems over HTTP: JSON both ways, redirects not followed, answers over 1 MiB refused.
 * No answer and 5xx count as failures of the system; after five in a row only one call in a while tries it.
 * @throws what `unavailable` makes when there is no answer in time, or the system is left alone.
 */
export function createCityCall(options: CityCallOptions) {
  const send = options.fetch ?? globalThis.fetch
  const base = options.baseUrl.replace(/\/+$/, '')
  // A clock that only runs forward: a day that is set anew neither opens nor closes it.
  const clock = () => performance.now()
  const breaker = createBreaker({ failures: FAILURES, coolDownMs: COOL_DOWN_MS, longestMs: LONGEST_MS, clock })
  return async ({ method, path, body, headers: extra }: CityCall, unavailable: Unavailable): Promise<CityAnswer> => {
    if (!breaker.allow()) throw unavailable('left-alone')
    const headers = new Headers({ accept: 'application/json, application/problem+json', ...extra })
    const bytes = body instanceof Uint8Array ? new Uint8Array(body) : undefined
    if (body !== undefined && bytes === undefined) headers.set('content-type', 'application/json')
    try {
      const response = await send(`${base}/${path}`, {
        method,
        headers,
        body: body === undefined ? null : (bytes ?? JSON.stringify(body)),
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMs),
      })
      const json = parseJson(response.body === null ? '' : await readBody(response.body, ANSWER_LIMIT_BYTES))
      if (response.status >= 500) breaker.fail()
      else breaker.succeed()
      const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
      return { status: response.status, json, problem: isProblem ? CityProblem.safeParse(json).data : undefined }
    } catch (cause) {
      breaker.fail()
      throw unavailable(cause instanceof Error && cause.name === 'TimeoutError' ? 'timeout' : 'no-answer', cause)
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
