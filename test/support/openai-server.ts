import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { speakChat } from './openai-chat.ts'
import { speakResponses } from './openai-responses.ts'

/** A tool call a scripted model makes. `input` is the JSON text as the model writes it, sound or not. */
type ScriptedCall = { readonly name: string; readonly input: string }

/** What can go wrong on the way, each as a provider really does it. */
export type Fault =
  | { readonly kind: 'black-hole' }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'error-event' }
  /** The connection is cut after so many pieces of text. */
  | { readonly kind: 'cut'; readonly after: number }
  /** The stream ends in good order after so many pieces, but without its last event. */
  | { readonly kind: 'half'; readonly after: number }
  | { readonly kind: 'stall'; readonly after: number }
  | { readonly kind: 'late-error'; readonly after: number }
  | { readonly kind: 'endless' }
  /** Every event comes so late. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  | { readonly kind: 'no-done' }
  /** Bytes are sent in small odd portions, so that characters arrive in pieces. */
  | { readonly kind: 'split-bytes' }
  | { readonly kind: 'wrong-charset' }

/** One reply of the scripted model: text in pieces, then tool calls, and what goes wrong with it. */
export type Reply = {
  readonly text?: readonly string[]
  readonly calls?: readonly ScriptedCall[]
  readonly finish?: 'stop' | 'length' | 'content_filter'
  /** Tokens that the reply reports as read; 10 when it does not say. */
  readonly promptTokens?: number
  /** Milliseconds from the end of the request to the first byte of the reply; 0 when it does not say. */
  readonly delayMs?: number
  readonly fault?: Fault
}

/** A request as the server saw it. */
export type SeenRequest = { readonly path: string; readonly authorization: string | undefined; readonly body: string }

/** Answers a request; the number says how many came before it. */
export type Script = (request: SeenRequest, index: number) => Reply

export type OpenAiServer = {
  readonly baseUrl: string
  readonly requests: readonly SeenRequest[]
  /** Requests that were open at one time, at most. */
  readonly mostAtOnce: () => number
  /** Requests whose connection the client closed before the reply was over. */
  readonly abandoned: () => number
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * A server that speaks the wire protocol of OpenAI — chat completions, responses and embeddings — on a free port, and
 * says what the script tells it to.
 */
export async function startOpenAiServer(script: Script): Promise<OpenAiServer> {
  const requests: SeenRequest[] = []
  let abandoned = 0
  let open = 0
  let mostAtOnce = 0
  const server = createServer((request, response) => {
    open += 1
    mostAtOnce = Math.max(mostAtOnce, open)
    response.on('close', () => {
      open -= 1
      if (!response.writableFinished) abandoned += 1
    })
    void readBody(request).then((body) => {
      const seen = { path: request.url ?? '', authorization: request.headers.authorization, body }
      requests.push(seen)
      return reply(response, seen, () => script(seen, requests.length - 1))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    mostAtOnce: () => mostAtOnce,
    abandoned: () => abandoned,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The script that gives these replies in turn, the last one again and again. */
export function inTurn(...replies: readonly Reply[]): Script {
  return (_request, index) => replies[Math.min(index, replies.length - 1)] ?? {}
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function reply(response: ServerResponse, seen: SeenRequest, script: () => Reply): Promise<void> {
  if (seen.path.endsWith('/embeddings')) return replyEmbeddings(response, seen, script())
  const scripted = script()
  const { fault, delayMs = 0 } = scripted
  if (delayMs > 0) await sleep(delayMs)
  if (fault?.kind === 'black-hole') return
  if (fault?.kind === 'status') {
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
    response.end(JSON.stringify({ error: { message: 'scripted', type: 'server_error', code: null, param: null } }))
    return
  }
  const charset = fault?.kind === 'wrong-charset' ? 'iso-8859-1' : 'utf-8'
  response.writeHead(200, { 'content-type': `text/event-stream; charset=${charset}` })
  const events = seen.path.endsWith('/responses') ? speakResponses(scripted) : speakChat(scripted)
  await send(response, events, fault)
}

async function send(response: ServerResponse, events: Iterable<string>, fault: Fault | undefined): Promise<void> {
  for (const event of events) {
    if (response.destroyed) return
    if (event === 'cut') return void response.destroy()
    if (event === 'stall') return
    if (fault?.kind === 'drip') await sleep(fault.everyMs)
    if (fault?.kind !== 'split-bytes') {
      await written(response, event)
      continue
    }
    const bytes = Buffer.from(event, 'utf8')
    for (let from = 0; from < bytes.length; from += ODD_BYTES)
      await written(response, bytes.subarray(from, from + ODD_BYTES))
  }
  response.end()
}

/** No multiple of a character's bytes. */
const ODD_BYTES = 17

function written(response: ServerResponse, data: string | Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.write(data, () => setImmediate(resolve))
  })
}

/** Vectors of four numbers that depend on the text, or the scripted status. */
function replyEmbeddings(response: ServerResponse, { body }: SeenRequest, { fault }: Reply): void {
  if (fault?.kind === 'black-hole') return
  if (fault?.kind === 'status') {
    response.writeHead(fault.status, { 'content-type': 'application/json' })
    response.end('{"error":{"message":"scripted"}}')
    return
  }
  const { input, model } = JSON.parse(body) as { input: string[]; model: string }
  const data = input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: [text.length, text.charCodeAt(0) || 0, 1, 0].map((value) => value / 100),
  }))
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } }))
}
