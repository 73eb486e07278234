import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { renderPortalPage } from '../../src/web/index.ts'
import { readingIn } from '../web/reading.ts'

/** What the scripted server does with a message: stream chunks, refuse, or stream and then say nothing more. */
export type Reply =
  | { readonly chunks: readonly object[]; readonly ending?: 'done' | 'hang' | 'break' }
  | { readonly status: number; readonly problem: object; readonly headers?: Readonly<Record<string, string>> }

/** Answers of the form's endpoints; undefined leaves the request to the rest of the server. */
export type Desk = (
  method: string,
  path: string,
  body: unknown,
) => { readonly status: number; readonly body: object } | undefined

/** What else the server holds. */
export type Rest = {
  /** Answers any other endpoint before the server's own answer. */
  readonly house?: Desk
  /** Messages of an earlier visit. */
  readonly kept?: readonly object[]
}

const WEB = new URL('../../dist/web/', import.meta.url)
const KINDS: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
}
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

async function serveFile(path: string, response: ServerResponse): Promise<void> {
  if (path === '/') {
    const page = renderPortalPage({ guides: [], services: [], popular: [], bundles: [] }, readingIn('zh-Hans'))
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP }).end(page)
    return
  }
  const name = path.slice(1)
  const kind = KINDS[name.split('.').at(-1) ?? '']
  if (kind === undefined || name.includes('..')) {
    response.writeHead(404).end()
    return
  }
  const file = await readFile(fileURLToPath(new URL(name, WEB)))
  response.writeHead(200, { 'content-type': `${kind}; charset=utf-8`, 'content-security-policy': CSP }).end(file)
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    ...headers,
  })
  response.end(JSON.stringify(body))
}

/**
 * Serves the built page under a strict content security policy and answers its chat from a script. It is for what a
 * healthy server never does on demand: breaking off, refusing, hanging, sending hostile text.
 */
export async function startScriptedServer(
  script: (words: string) => Reply | Promise<Reply>,
  desk: Desk = () => undefined,
  { house = () => undefined, kept = [] }: Rest = {},
) {
  const asked: string[] = []
  const record: object[] = [...kept]

  async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { message } = JSON.parse(await bodyOf(request)) as { message: string }
    asked.push(message)
    const reply = await script(message)
    if ('status' in reply) {
      sendJson(response, reply.status, reply.problem, reply.headers)
      return
    }
    record.push({ id: `u${asked.length}`, role: 'user', parts: [{ type: 'text', text: message }] })
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' })
    for (const chunk of reply.chunks) response.write(`data: ${JSON.stringify(chunk)}\n\n`)
    if (reply.ending === 'hang') return
    if (reply.ending === 'break') {
      // What was written still goes out; the closing chunk never does.
      response.socket?.end()
      return
    }
    response.end('data: [DONE]\n\n')
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const answer = async (): Promise<void> => {
      const own = pathname === '/api/chat' ? undefined : house(request.method ?? 'GET', pathname, undefined)
      if (own !== undefined) sendJson(response, own.status, own.body)
      else if (pathname === '/api/conversations') {
        sendJson(response, 201, { id: 'conversation', token: 'token', expiresAt: '2027-01-01T00:00:00Z' })
      } else if (pathname === '/api/chat') await chat(request, response)
      else if (pathname === '/api/services') sendJson(response, 200, { services: [] })
      else if (pathname === '/api/guides') sendJson(response, 200, { guides: [] })
      else if (pathname === '/api/conversations/conversation') {
        sendJson(response, 200, {
          id: 'conversation',
          locale: 'zh-Hans',
          messages: record,
          application: null,
          cases: [],
        })
      } else if (pathname.startsWith('/api/applications/')) {
        const body = await bodyOf(request)
        const reply = desk(request.method ?? 'GET', pathname, body === '' ? undefined : JSON.parse(body))
        sendJson(response, reply?.status ?? 404, reply?.body ?? {})
      } else await serveFile(pathname, response)
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The chunks of an answer with text, sources and other parts. */
export function answer(text: string, ...others: readonly object[]): readonly object[] {
  return [
    { type: 'start', messageId: `m-${text.length}` },
    ...others.filter((part) => 'sourceId' in part),
    { type: 'text-start', id: 't' },
    { type: 'text-delta', id: 't', delta: text },
    { type: 'text-end', id: 't' },
    ...others.filter((part) => !('sourceId' in part)),
    { type: 'finish' },
  ]
}

/** A source chunk. */
export function source(sourceId: string, title: string): object {
  return { type: 'source-document', sourceId, mediaType: 'text/markdown', title }
}
