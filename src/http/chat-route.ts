import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { z } from 'zod'
import { AppError } from '../errors.ts'
import { ChatRequest } from '../wire.ts'
import { openMessageStream } from './message-stream.ts'
import { bearerOf, citizenOf, requireConversation, type Gate } from './session.ts'

/** Longest a turn may take before it is cut off, whatever the model does. */
const TURN_LIMIT_MS = 60_000

/** Longest message taken in, in UTF-16 units; one that is shorter and still too long to read is told so in the answer. */
const MAX_TEXT = 20_000

/**
 * `POST /api/chat`: one message in, one streamed turn out. Without a token a new conversation is opened and named in
 * the headers. A citizen who goes away does not stop the turn: its answer is kept for her return, but a model that is paid
 * for is stopped, and the embedded engine finishes.
 */
export function chatRoute({ conversation, citizens }: Gate): RequestHandler {
  return async (request, response) => {
    const body = ChatRequest.parse(request.body)
    const message = messageOf(body)
    const token = bearerOf(request)
    const id = body.id?.startsWith('c_') === true ? body.id : undefined
    const session =
      token === undefined
        ? { ...(await conversation.open(body.locale, body.plain)), citizen: await citizenOf(citizens, request) }
        : await requireConversation({ conversation, citizens }, request, id)
    if ('token' in session) {
      response.set({ 'x-conversation-id': session.id, 'x-conversation-token': session.token })
    }
    const messageId = `m_${randomUUID()}`
    const stream = openMessageStream(response, messageId)
    const left = new AbortController()
    response.on('close', () => {
      if (!response.writableEnded) left.abort()
    })
    try {
      await conversation.answer({
        conversationId: session.id,
        citizen: session.citizen,
        messageId,
        message,
        channel: body.channel ?? 'web',
        ...(body.locale === undefined ? {} : { locale: body.locale }),
        ...(body.plain === undefined ? {} : { plain: body.plain }),
        signal: AbortSignal.timeout(TURN_LIMIT_MS),
        left: left.signal,
        write: stream.write,
      })
    } finally {
      stream.end()
    }
  }
}

/** The citizen's words: our short form, or the text of the last user message of the AI SDK's body. */
function messageOf({ message, messages }: z.infer<typeof ChatRequest>): string {
  const said = message ?? messages?.findLast(({ role }) => role === 'user')
  if (said === undefined) throw AppError.saying('bad-request', 'no-message')
  const text =
    typeof said === 'string' ? said : said.parts.map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('')
  if (text.length > MAX_TEXT) throw AppError.saying('payload-too-large', 'too-long')
  return text
}
