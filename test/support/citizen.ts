import type { ApplicationPart, OutcomePart, ReceiptPart, ReviewPart } from '../../src/wire.ts'

type StreamPart = {
  readonly type: string
  readonly delta?: string
  readonly sourceId?: string
  readonly data?: unknown
}

/** What one turn brought, as a page would see it. */
export type Reply = {
  readonly text: string
  readonly parts: readonly StreamPart[]
  readonly outcome: OutcomePart
  readonly sources: readonly string[]
  readonly choices: readonly string[]
  readonly application: ApplicationPart | undefined
  readonly review: ReviewPart | undefined
  readonly receipt: ReceiptPart | undefined
}

/** A citizen at the HTTP door: keeps her token, says things, reads the stream. */
export type Citizen = {
  readonly id: string
  readonly token: string
  readonly say: (message: string) => Promise<Reply>
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>
}

/** Opens a conversation. `channel: 'text'` stands for a channel without buttons. */
export async function openCitizen(url: string, channel: 'web' | 'text' = 'web'): Promise<Citizen> {
  const opened = await fetch(`${url}/api/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const { id, token } = (await opened.json()) as { id: string; token: string }
  const call: Citizen['call'] = (method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    id,
    token,
    call,
    say: async (message) => readReply(await call('POST', '/api/chat', { id, message, channel })),
  }
}

/** Reads a UI message stream to its end. Fails unless it holds exactly one outcome and ends properly. */
export async function readReply(response: Response): Promise<Reply> {
  const body = await response.text()
  if (response.status !== 200) throw new Error(`chat answered ${response.status}: ${body}`)
  const frames = body.split('\n\n').filter((frame) => frame.startsWith('data: '))
  if (frames.at(-1) !== 'data: [DONE]') throw new Error(`the stream did not end properly: ${body.slice(-200)}`)
  const parts = frames.slice(0, -1).map((frame) => JSON.parse(frame.slice(6)) as StreamPart)
  const data = <Shape>(type: string) => parts.findLast((part) => part.type === type)?.data as Shape | undefined
  const outcomes = parts.filter((part) => part.type === 'data-outcome')
  if (outcomes.length !== 1) throw new Error(`a turn has one outcome, this one has ${outcomes.length}`)
  return {
    text: parts.map((part) => (part.type === 'text-delta' ? (part.delta ?? '') : '')).join(''),
    parts,
    outcome: outcomes[0]?.data as OutcomePart,
    sources: parts.flatMap((part) => (part.type === 'source-document' ? [part.sourceId ?? ''] : [])),
    choices: data<{ choices: string[] }>('data-choices')?.choices ?? [],
    application: data('data-application'),
    review: data('data-review'),
    receipt: data('data-receipt'),
  }
}
