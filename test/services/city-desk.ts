import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { createApproval, type Approval, type Progress } from '../../src/city/index.ts'

type Event = Progress['events'][number]

/** A small approval system behind real HTTP that a test can direct. */
export type CityDesk = {
  readonly approval: Approval
  /** Every filing it has, by idempotency key, in the order of arrival. */
  readonly filings: ReadonlyMap<string, { readonly receiptNumber: string; readonly body: string }>
  readonly withdrawals: readonly string[]
  /** Posts of filings, repeated ones too. */
  readonly posts: () => number
  /** While down it answers 503. */
  readonly down: (down: boolean) => void
  /** Loses the next answer to a filing after having taken the filing in. */
  readonly loseNextAnswer: () => void
  readonly forget: () => void
  readonly say: (receiptNumber: string, ...events: readonly Pick<Event, 'at' | 'status'>[]) => void
  /** Refuses withdrawals as already decided. */
  readonly decided: () => void
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Opens the desk on a free port; it closes with the test. */
export async function openCityDesk(): Promise<CityDesk> {
  const filings = new Map<string, { receiptNumber: string; body: string }>()
  const events = new Map<string, Event[]>()
  const withdrawals: string[] = []
  const state = { down: false, lose: false, decided: false, posts: 0 }

  const answer = (response: ServerResponse, status: number, body?: unknown): void => {
    const problem = status >= 400
    response.writeHead(status, { 'content-type': problem ? 'application/problem+json' : 'application/json' })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }
  const problem = (response: ServerResponse, status: number, code: string): void =>
    answer(response, status, { type: 'about:blank', title: code, status, code })

  const take = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    state.posts += 1
    const key = String(request.headers['idempotency-key'])
    const held = filings.get(key)
    if (held !== undefined && held.body !== body) return problem(response, 409, 'key-used')
    const { receiptNumber } = JSON.parse(body) as { receiptNumber: string }
    filings.set(key, { receiptNumber, body })
    if (state.lose) {
      state.lose = false
      return void request.socket.destroy()
    }
    answer(response, held === undefined ? 201 : 200, {
      filingNumber: `F-${receiptNumber}`,
      receivedAt: '2026-11-23T02:00:00.000Z',
    })
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readText(request)
    if (state.down) return problem(response, 503, 'down')
    const [, receiptNumber = '', act] = /filings(?:\/([^/]+))?(?:\/(\w+))?$/.exec(request.url ?? '') ?? []
    if (request.method === 'POST' && act === undefined) return take(request, response, body)
    const known = [...filings.values()].some((filing) => filing.receiptNumber === receiptNumber)
    if (!known) return problem(response, 404, 'unknown-filing')
    if (request.method === 'GET')
      return answer(response, 200, { receiptNumber, events: events.get(receiptNumber) ?? [] })
    if (state.decided) return problem(response, 409, 'decided')
    withdrawals.push(receiptNumber)
    answer(response, 204)
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => void server.close(() => resolve()))
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    approval: createApproval({ baseUrl: `http://127.0.0.1:${port}`, timeoutMs: 5000 }),
    filings,
    withdrawals,
    posts: () => state.posts,
    down: (down) => {
      state.down = down
    },
    loseNextAnswer: () => {
      state.lose = true
    },
    forget: () => filings.clear(),
    say: (receiptNumber, ...more) => {
      const said = more.map((event) => ({ ...event, text: `状态：${event.status}` }))
      events.set(receiptNumber, [...(events.get(receiptNumber) ?? []), ...said])
    },
    decided: () => {
      state.decided = true
    },
  }
}
