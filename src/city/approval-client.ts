import { z } from 'zod'
import { AppError } from '../errors.ts'
import { Acknowledgement, type Approval, Filing, Progress } from './approval.ts'
import { createCityCall, unavailableAs, type CityAnswer, type CityCall, type CityCallOptions } from './city-call.ts'

/** Refusals that are over once the city or the operator has put something right: the same call may succeed later. */
const PASSING = new Set([401, 403, 407, 408, 425, 429])

const unavailable = unavailableAs('approval-away')

/** An answer that is not what the contract says counts as no answer: filing again is safe, believing it is not. */
const checked = <T>(schema: z.ZodType<T>, answer: CityAnswer): T => {
  const { success, data, error } = schema.safeParse(answer.json)
  if (success) return data
  throw unavailable('malformed-answer', error)
}

const refusal = ({ status, problem }: CityAnswer): AppError => {
  if (status < 400 || status >= 500 || PASSING.has(status) || problem === undefined)
    return unavailable(`status-${status}`)
  const details = { status, cityCode: problem.code, detail: problem.detail }
  if (status === 409) return new AppError('conflict', '审批系统认为这件事与已有记录冲突。', { details })
  return new AppError('internal', '审批系统没有接受这次请求。', { cause: problem, details })
}

/**
 * The city's approval system over HTTP. Answers are checked against the contract, redirects are not followed, and answers over 1 MiB are refused.
 * Beyond what `Approval` says: `withdraw` throws 'conflict' when the decision is already made and 'not-found' when the filing is unknown;
 * a filing that the city calls malformed is 'internal', our mistake, and trying again will not help.
 */
export const createApproval = (options: CityCallOptions): Approval => {
  const callCity = createCityCall(options)
  const call = (request: CityCall): Promise<CityAnswer> =>
    callCity({ ...request, path: `approval/v1/${request.path}` }, unavailable)

  const file: Approval['file'] = async (filing, idempotencyKey) => {
    const answer = await call({
      method: 'POST',
      path: 'filings',
      body: Filing.parse(filing),
      headers: { 'idempotency-key': idempotencyKey },
    })
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

  /** Something the city takes note of: 204, or a refusal. */
  const tell = async (
    receiptNumber: string,
    what: string,
    body: unknown,
    headers = {},
    method: CityCall['method'] = 'POST',
  ): Promise<void> => {
    const path = `filings/${encodeURIComponent(receiptNumber)}/${what}`
    const answer = await call({ method, path, body, headers })
    if (answer.status === 204) return
    if (answer.status === 404 && answer.problem?.code === 'unknown-filing') {
      throw new AppError('not-found', '审批系统没有这件办件。')
    }
    throw refusal(answer)
  }

  return {
    file,
    progress,
    withdraw: (receiptNumber, reason) => tell(receiptNumber, 'withdrawal', { reason }),
    supplement: (receiptNumber, given, key) => tell(receiptNumber, 'supplement', given, { 'idempotency-key': key }),
    rate: (receiptNumber, rating) => tell(receiptNumber, 'rating', rating),
    sendFile: (receiptNumber, { id, material, name, type, sha256 }, content) => {
      const headers = {
        'content-type': type,
        'content-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
        'x-material': material,
        'x-file-name': encodeURIComponent(name),
      }
      return tell(receiptNumber, `files/${encodeURIComponent(id)}`, content, headers, 'PUT')
    },
  }
}
