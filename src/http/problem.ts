import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { ProblemDocument } from '../wire.ts'
import { STATUS } from './status.ts'

/** Where the last line of defence writes. */
export type HttpLog = { readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void }

const TITLES: Partial<Record<keyof typeof STATUS, string>> = {
  'bad-request': '请求有误',
  unauthorized: '需要对话凭证',
  'sign-in-required': '请先登录',
  'step-up-required': '请先完成人脸核验',
  forbidden: '无权访问',
  'not-found': '没有找到',
  conflict: '与当前状态冲突',
  'stale-review': '核对之后内容有变化，请重新核对',
  'confirmation-invalid': '确认已失效，请重新核对',
  'idempotency-mismatch': '同一幂等键用于了不同内容',
  'precondition-failed': '内容已在别处改动，请刷新',
  'precondition-required': '缺少 If-Match',
  'payload-too-large': '内容太大',
  'unsupported-media-type': '不支持的内容类型',
  'incomplete-application': '还有内容需要补正',
  'too-many-requests': '操作太频繁，请稍后再试',
}

/** Answers an error as RFC 9457 problem+json. What was not expected is logged whole and shown as `internal`. */
export function problemHandler(log: HttpLog): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const known = asAppError(error)
    if (STATUS[known.code] >= 500)
      log.error({ error, requestId: requestIdOf(response), path: request.path }, 'a request failed')
    sendProblem(response, known)
  }
}

export function sendProblem(response: Response, error: AppError): void {
  const document: ProblemDocument = {
    type: `urn:bianban:problem:${error.code}`,
    title: TITLES[error.code] ?? '服务暂时不可用',
    status: STATUS[error.code],
    code: error.code,
    detail: error.message,
    requestId: requestIdOf(response),
    ...error.details,
  }
  response.status(document.status).type('application/problem+json').send(JSON.stringify(document))
}

/** Any path that no route knows. */
export const notFound: RequestHandler = (_request, response) =>
  sendProblem(response, new AppError('not-found', '没有这个地址。'))

export function requestIdOf(response: Response): string {
  return String(response.getHeader('x-request-id') ?? '')
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof z.ZodError) {
    return new AppError('bad-request', '请求的内容不符合约定。', {
      details: { errors: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) },
    })
  }
  return clientError(error) ?? new AppError('internal', '服务出了点问题，请稍后再试。', { cause: error })
}

/** What Express, its router and its body parser refuse by themselves carries a 4xx `status`: the request is at fault. */
function clientError(error: unknown): AppError | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error) || typeof error.status !== 'number')
    return undefined
  if (error.status < 400 || error.status > 499) return undefined
  if (error.status === STATUS['payload-too-large']) return new AppError('payload-too-large', '内容太长，请精简后再发。')
  if (error.status === STATUS['unsupported-media-type'])
    return new AppError('unsupported-media-type', '请使用 UTF-8 编码的 JSON。')
  if (error instanceof URIError) return new AppError('bad-request', '地址里的 % 编码不对。')
  return new AppError('bad-request', '请求体不是有效的 UTF-8 JSON。')
}
