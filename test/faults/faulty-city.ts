import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SeededRandom } from './seeded-random.ts'

/** What may happen to a call on its way to the city and back. */
export const FAULTS = [
  'none',
  'drop-request',
  'drop-answer',
  'delay',
  'late-answer',
  'duplicate',
  'reorder',
  'error-500',
  'garbage',
  'half-answer',
] as const
type Fault = (typeof FAULTS)[number]

/** Shorter than the caller waits, and longer. */
const DELAY_MS = 60
const LATE_MS = 220
const GARBAGE = ['<html>502</html>', '{}', '{"filingNumber":1}', '', 'null', '{"receiptNumber":"XM1","events":[]}']

/** A way to the city on which things go wrong, by seeded chance; `calm` lets everything through. */
export async function openFaultyWay(cityUrl: string, random: SeededRandom) {
  const counts: Record<Fault, number> = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>
  let calm = false
  /** A call that waits to be overtaken. */
  let held: (() => void) | undefined
  const server = createServer((request, response) => {
    carry(request, response).catch(() => response.destroy())
  })

  const carry = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk as Uint8Array)
    const body = Buffer.concat(chunks)
    const fault =
      calm || random.chance(0.35) ? 'none' : (FAULTS[Math.floor(random.between(1, FAULTS.length))] ?? 'none')
    counts[fault] += 1
    const forward = () => pass(request, body)
    switch (fault) {
      case 'drop-request':
        response.destroy()
        return
      case 'drop-answer':
        await forward()
        response.destroy()
        return
      case 'error-500':
        response.writeHead(500).end('oops')
        return
      case 'garbage':
        if (random.chance(0.5)) await forward()
        response
          .writeHead(random.chance(0.5) ? 200 : 201, { 'content-type': 'application/json' })
          .end(GARBAGE[Math.floor(random.between(0, GARBAGE.length))])
        return
      case 'delay':
        await sleep(random.between(0, DELAY_MS))
        break
      case 'late-answer':
        void answer(response, await forward(), LATE_MS)
        return
      case 'duplicate':
        await Promise.all([forward(), forward()])
        break
      case 'reorder':
        // Waits until another call has gone before it, or for a while.
        await Promise.race([new Promise<void>((resolve) => (held = resolve)), sleep(DELAY_MS)])
        break
      case 'half-answer': {
        const text = await (await forward()).text()
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length + 10) })
        response.write(text.slice(0, text.length >> 1), () => response.destroy())
        return
      }
      case 'none':
        break
    }
    const answered = await forward()
    if (fault !== 'reorder') {
      held?.()
      held = undefined
    }
    await answer(response, answered, 0)
  }

  const pass = (request: IncomingMessage, body: Buffer): Promise<Response> => {
    const headers = Object.fromEntries(
      ['content-type', 'idempotency-key', 'x-consent'].flatMap((name) => {
        const value = request.headers[name]
        return typeof value === 'string' ? [[name, value]] : []
      }),
    )
    const method = request.method ?? 'GET'
    return fetch(`${cityUrl}${request.url ?? '/'}`, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
    })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    counts,
    calmDown: () => {
      calm = true
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function answer(response: ServerResponse, answered: Response, afterMs: number): Promise<void> {
  const text = await answered.text()
  await sleep(afterMs)
  if (response.destroyed) return
  response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? 'application/json' })
  response.end(text)
}
