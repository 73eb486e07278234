import { createApi } from '../../src/web/widget/api.ts'
import { createApplicationDesk } from '../../src/web/widget/application-desk.ts'
import { createChat } from '../../src/web/widget/chat.ts'
import { createKeepsake } from '../../src/web/widget/keepsake.ts'

export type Call = { readonly method: string; readonly path: string; readonly headers: Headers; readonly body: unknown }

/** A response of the scripted network. */
export function json(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), { status })
}

/** An answer as an event stream; `whole` false breaks it off before its end. */
export function stream(chunks: readonly object[], whole = true): Response {
  const events = chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')
  return new Response(whole ? `${events}data: [DONE]\n\n` : events)
}

const OPENED = { id: 'c1', token: 'secret', expiresAt: '2027-01-01T00:00:00Z' }

/** A page whose network answers from a script, with every call it made. */
export function createPage(answer: (call: Call) => Response | Promise<Response>, storage?: Storage) {
  const calls: Call[] = []
  let made = 0
  let plain = false
  const newId = (): string => `local-${(made += 1)}`
  const fetch = async (path: unknown, init?: RequestInit): Promise<Response> => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const call = {
      method: init?.method ?? 'GET',
      path: typeof path === 'string' ? path : '',
      headers: new Headers(init?.headers),
      body,
    }
    calls.push(call)
    return call.path === '/api/conversations' ? json(OPENED, 201) : answer(call)
  }
  const api = createApi({ server: '', fetch })
  const keepsake = createKeepsake({ tab: storage, device: undefined })
  const chat = createChat({
    api,
    keepsake,
    newId,
    locale: () => 'zh-Hans',
    manner: { plain: () => plain, changed: (now) => (plain = now) },
    onChange: () => undefined,
  })
  return { api, chat, desk: createApplicationDesk({ api, chat, newId }), keepsake, calls }
}
