import type { Response } from 'express'
import type { CaseView } from '../services/index.ts'

const POLL_MS = 2000

/** Server-sent case progress: `event: progress` with all cases of the conversation, whenever one of them moves. */
export function openCaseEvents(response: Response, cases: () => Promise<readonly CaseView[]>): void {
  let last = ''
  response
    .status(200)
    .set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' })
  response.flushHeaders()
  const look = async () => {
    const now = JSON.stringify({ cases: await cases() })
    response.write(now === last ? ': keep-alive\n\n' : `event: progress\ndata: ${now}\n\n`)
    last = now
  }
  const stop = () => {
    clearInterval(timer)
    response.end()
  }
  const timer = setInterval(() => void look().catch(stop), POLL_MS)
  timer.unref()
  response.on('close', () => clearInterval(timer))
  void look().catch(stop)
}
