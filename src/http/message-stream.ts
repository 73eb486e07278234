import type { Response } from 'express'
import type { TurnPart } from '../conversation/index.ts'
import { wirePart, type WirePart } from './wire-parts.ts'

/** An open answer: parts go out as they are released. */
export type MessageStream = { readonly write: (part: TurnPart) => void; readonly end: () => void }

const KEEP_ALIVE_MS = 10_000

/**
 * Opens the AI SDK's UI message stream (v1) on a response, so that `useChat` and `DefaultChatTransport` read it as it
 * is. Frames are written directly; a client that has gone is written to no more.
 */
export function openMessageStream(response: Response, messageId: string): MessageStream {
  let textOpen = false
  const send = (part: WirePart) => {
    if (!response.destroyed && !response.writableEnded) response.write(`data: ${JSON.stringify(part)}\n\n`)
  }
  const closeText = () => {
    if (textOpen) send({ type: 'text-end', id: 'text' })
    textOpen = false
  }
  response.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-vercel-ai-ui-message-stream': 'v1',
    'x-accel-buffering': 'no',
  })
  const keepAlive = setInterval(() => {
    if (!response.destroyed && !response.writableEnded) response.write(': keep-alive\n\n')
  }, KEEP_ALIVE_MS)
  send({ type: 'start', messageId })

  return {
    write: (part) => {
      if (part.type !== 'text') {
        send(wirePart(part))
        return
      }
      if (!textOpen) send({ type: 'text-start', id: 'text' })
      textOpen = true
      send({ type: 'text-delta', id: 'text', delta: part.text })
    },
    end: () => {
      clearInterval(keepAlive)
      closeText()
      send({ type: 'finish' })
      if (!response.destroyed && !response.writableEnded) response.end('data: [DONE]\n\n')
    },
  }
}
