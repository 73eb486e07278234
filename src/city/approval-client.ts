import { z } from 'zod'
import { AppError } from '../errors.ts'
import { Acknowledgement, type Approval, Filing, Progress } from './approval.ts'
import { readBody } from './bounded-body.ts'
import { CityProblem } from './problem.ts'

/** Where the approval system is and how long a call may take. */
type ApprovalOptions = {
  /** With or without a path; `/approval/v1/…` is added to it. */
  readonly baseUrl: string
  /** For one whole call: connecting, waiting and reading the answer. */
  readonly timeoutMs: number
  readonly fetch?: typeof globalThis.fetch | undefined
}

type Call = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown; readonly key?: string }
type Answer = { readonly status: number; readonly json: unknown; readonly problem: CityProblem | undefined }

const ANSWER_LIMIT_BYTES = 1024 * 1024
/** Refusals that are over once the city or the operator has put something right: the same call may succeed later. */
const PASSING = new Set([401, 403, 407, 408, 425, 429])

const unavailable = (reason: string, cause?: unknown): AppError =>
  new AppError('city-unavailable', '审批系统暂时联系不上，请稍后再试。', { cause, details: { reason } })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An answer that is not what the contract says counts as no answer: filing again is safe, believing it is not. */
const checked = <T>(schema: z.ZodType<T>, answer: Answer): T => {
  const { success, data, error } = schema.safeParse(answer.json)
  if (success) return data
  throw unavailable('malformed-answer', error)
}

const refusal = ({ status, problem }: Answer): AppError => {
  if (status < 400 || status >= 500 || PASSING.has(status) || problem === undefined)
    return unavailable(`status-${status}`)
  const details = { status, cityCode: problem.code }
  if (status === 409) return new AppError('conflict', '审批系统认为这件事与已有记录冲突。', { details })
  return new AppError('internal', '审批系统没有接受这次请求。', { cause: problem, details })
}

/**
 * The city's approval system over HTTP. Answers are checked against the contract, redirects are not followed, and answers over 1 MiB are refused.
 * Beyond what `Approval` says: `withdraw` throws 'conflict' when the decision is already made and 'not-found' when the filing is unknown;
 * a filing that the city calls malformed is 'internal', our mistake, and trying again will not help.
 */
export const createApproval = (options: ApprovalOptions): Approval => {
  const send = options.fetch ?? globalThis.fetch
  const base = options.baseUrl.replace(/\/+$/, '')

  const call = async ({ method, path, body, key }: Call): Promise<Answer> => {
    const headers = new Headers({ accept: 'application/json, application/problem+json' })
    if (body !== undefined) headers.set('content-type', 'application/json')
    if (key !== undefined) headers.set('idempotency-key', key)
    try {
      const response = await send(`${base}/approval/v1/${path}`, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMs),
      })
      const json = parseJson(response.body === null ? '' : await readBody(response.body, ANSWER_LIMIT_BYTES))
      const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
      return { status: response.status, json, problem: isProblem ? CityProblem.safeParse(json).data : undefined }
    } catch (cause) {
      throw unavailable(cause instanceof Error && cause.name === 'TimeoutError' ? 'timeout' : 'no-answer', cause)
    }
  }

  const file: Approval['file'] = async (filing, idempotencyKey) => {
    const answer = await call({ method: 'POST', path: 'filings', body: Filing.parse(filing), key: idempotencyKey })
    if (answer.status === 200 || answer.status === 201) return checked(Acknowledgement, answer)
    throw refusal(answer)
  }

  const progress: Approval['progress'] = async (receiptNumber) => {
    const answer = await call({ method: 'GET', path: `filings/${encodeURIComponent(receiptNumber)}` })
    // A bare 404 may come from a wrong address; only the contract's own says that the filing is unknown.
    if (answer.status === 404 && answer.problem?.code === 'unknown-filing') return undefined
    if (answer.status !== 200) throw refusal(answer)
    const known = checked(Progress, answer)
    if (known.receiptNumber !== receiptNumber) throw unavailable('answer-about-another-filing')
    return known
  }

  const withdraw: Approval['withdraw'] = async (receiptNumber, reason) => {
    const path = `filings/${encodeURIComponent(receiptNumber)}/withdrawal`
    const answer = await call({ method: 'POST', path, body: { reason } })
    if (answer.status === 204) return
    if (answer.status === 404 && answer.problem?.code === 'unknown-filing') {
      throw new AppError('not-found', '审批系统没有这件办件。')
    }
    throw refusal(answer)
  }

  return { file, progress, withdraw }
}
