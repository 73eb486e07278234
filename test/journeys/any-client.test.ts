import { AbstractChat, DefaultChatTransport, type ChatState, type ChatStatus, type UIMessage } from 'ai'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReply } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

/** The AI SDK's own chat client, without a framework: what `useChat` is made of. */
class PlainChat extends AbstractChat<UIMessage> {
  constructor(transport: DefaultChatTransport<UIMessage>) {
    super({ transport, state: new PlainState() })
  }
}

class PlainState implements ChatState<UIMessage> {
  status: ChatStatus = 'ready'
  error: Error | undefined = undefined
  messages: UIMessage[] = []
  pushMessage = (message: UIMessage) => {
    this.messages = [...this.messages, message]
  }
  popMessage = () => {
    this.messages = this.messages.slice(0, -1)
  }
  replaceMessage = (index: number, message: UIMessage) => {
    this.messages = this.messages.with(index, structuredClone(message))
  }
  snapshot = <Thing>(thing: Thing): Thing => structuredClone(thing)
}

test('P7: the AI SDK’s own chat client asks, applies and keeps one conversation', async () => {
  let session: Record<string, string> = {}
  const transport = new DefaultChatTransport<UIMessage>({
    api: `${running.url}/api/chat`,
    headers: () => session,
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      const token = response.headers.get('x-conversation-token')
      if (token !== null) session = { authorization: `Bearer ${token}` }
      return response
    },
  })
  const chat = new PlainChat(transport)
  await chat.sendMessage({ text: '居住证要多少钱？' })
  await chat.sendMessage({ text: '帮我办' })
  expect(chat.status).toBe('ready')
  const [, answer, , started] = chat.messages
  expect(answer?.parts.some((part) => part.type === 'text' && part.text.includes('免费'))).toBe(true)
  expect(
    answer?.parts.some((part) => part.type === 'source-document' && part.sourceId === 'residence-permit#fees'),
  ).toBe(true)
  expect(started?.parts.some((part) => part.type === 'data-application')).toBe(true)
})

test('P7: a plain POST without a token opens a conversation and names it in the headers', async () => {
  const response = await fetch(`${running.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: '居住证多久能办好' }),
  })
  expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1')
  expect(response.headers.get('x-conversation-id')).toMatch(/^c_/)
  expect(response.headers.get('x-conversation-token')?.length).toBeGreaterThan(40)
  const reply = await readReply(response)
  expect(reply.text).toContain('15日')
})

test('P7: the contract is published, and every path of it answers', async () => {
  const document = (await (await fetch(`${running.url}/openapi.json`)).json()) as { openapi: string; paths: object }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/api/chat',
      '/api/conversations',
      '/api/applications/{id}/submission',
      '/api/cases/{receiptNumber}',
    ]),
  )
  for (const path of [
    '/api/guides',
    '/api/services',
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/guides/residence-permit',
  ]) {
    expect((await fetch(`${running.url}${path}`)).status, path).toBe(200)
  }
})
