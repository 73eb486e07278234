import type { Request } from 'express'
import { AppError } from '../errors.ts'
import type { Conversation } from '../conversation/index.ts'

/** Reads `Authorization: Bearer …`; undefined when there is none. */
export function bearerOf(request: Request): string | undefined {
  const match = /^Bearer ([\w-]{20,200})$/i.exec(request.get('authorization') ?? '')
  if (request.get('authorization') !== undefined && match === null)
    throw new AppError('unauthorized', '对话凭证格式不对。')
  return match?.[1]
}

/**
 * The conversation that the request acts for.
 * @throws AppError 'unauthorized' without a valid token, 'forbidden' when the token belongs to another conversation.
 */
export async function requireConversation(conversation: Conversation, request: Request, id?: string) {
  const token = bearerOf(request)
  if (token === undefined) throw new AppError('unauthorized', '请带上对话凭证。')
  return conversation.authorise(token, id)
}
