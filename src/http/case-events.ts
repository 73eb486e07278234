import type { Response } from 'express'
import type { CaseView } from '../services/index.ts'

const POLL_MS = 2000

/** Pages of one conversation that may follow it at a time; one more ends the oldest. */
const MOST_FOLLOWING = 6

/** Where the cases come from, and who keeps what was told of them. */
export type CaseSource = {
  readonly cases: () => Promise<readonly CaseView[]>
  readonly told: (cases: readonly CaseView[]) => Promise<void>
}

/** Open streams of case progress. */
export type CaseEvents = {
  /**
   * Sends `event: progress` with all cases of the conversation, whenever one of them moves. Ends when the reader leaves
   * and when `cases` throws. `told` learns what was sent.
   */
  readonly follow: (response: Response, conversationId: string, source: CaseSource) => void
  /** Ends every stream: they never would by themselves, and a closing server waits for what is open. */
  readonly endAll: () => void
}

/** Keeps track of who follows which conversation. */
export function createCaseEvents(): CaseEvents {
  const following = new Map<string, Set<Response>>()

  const leave = (conversationId: string, response: Response) => {
    const readers = following.get(conversationId)
    readers?.delete(response)
    if (readers?.size === 0) following.delete(conversationId)
  }

  const enter = (conversationId: string, response: Response) => {
    const readers = following.get(conversationId) ?? new Set()
    following.set(conversationId, readers.add(response))
    const [oldest] = readers
    if (readers.size > MOST_FOLLOWING) oldest?.end()
    response.on('close', () => leave(conversationId, response))
  }

  return {
    follow: (response, conversationId, { cases, told }) => {
      enter(conversationId, response)
      response
        .status(200)
        .set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' })
      response.flushHeaders()
      let last = ''
      const look = async () => {
        const found = await cases()
        const now = JSON.stringify({ cases: found })
        if (response.destroyed || response.writableEnded) return
        response.write(now === last ? ': keep-alive\n\n' : `event: progress\ndata: ${now}\n\n`)
        if (now !== last) await told(found)
        last = now
        setTimeout(() => void look().catch(stop), POLL_MS).unref()
      }
      const stop = () => response.end()
      void look().catch(stop)
    },
    endAll: () => {
      for (const readers of following.values()) for (const response of readers) response.end()
    },
  }
}
