import { describe, expect, test } from 'vitest'
import { textOf } from '../../src/web/widget/parts.ts'
import { createPage, json, stream } from './page-server.ts'

const ANSWER = [
  { type: 'start', messageId: 'm1' },
  { type: 'text-start', id: 't' },
  { type: 'text-delta', id: 't', delta: '十五日内。' },
  { type: 'text-end', id: 't' },
  { type: 'data-outcome', data: { outcome: 'answered', engine: 'embedded' } },
  { type: 'finish' },
]

const said = (page: ReturnType<typeof createPage>): readonly string[] => page.chat.state().messages.map(textOf)

describe('a conversation on the page', () => {
  test('opens with the first question and goes on with its secret', async () => {
    const page = createPage(() => stream(ANSWER))
    await page.chat.send('多久办好？')
    await page.chat.send('要多少钱？')
    expect(page.calls.map(({ path }) => path)).toEqual(['/api/conversations', '/api/chat', '/api/chat'])
    expect(page.calls[2]?.headers.get('authorization')).toBe('Bearer secret')
    expect(said(page).slice(0, 2)).toEqual(['多久办好？', '十五日内。'])
    expect(page.chat.state().phase).toBe('idle')
  })

  test('keeps the question of a failed turn and sends it again once', async () => {
    let up = false
    const page = createPage(() => {
      if (!up) throw new TypeError('no network')
      return stream(ANSWER)
    })
    await page.chat.send('多久办好？')
    expect(page.chat.state().failure?.code).toBe('offline')
    expect(said(page)).toEqual(['多久办好？'])
    up = true
    await page.chat.retry()
    expect(page.chat.state().failure).toBeUndefined()
    expect(said(page)).toEqual(['多久办好？', '十五日内。'])
  })

  test('shows what came of an answer that broke off, and says that it did', async () => {
    const page = createPage(() => stream(ANSWER.slice(0, 3), false))
    await page.chat.send('多久办好？')
    expect(page.chat.state().failure?.code).toBe('interrupted')
    expect(said(page)).toEqual(['多久办好？', '十五日内。'])
    expect(page.chat.state().messages[1]?.state).toBe('failed')
  })

  test('keeps what was said when the citizen stops the answer', async () => {
    const page = createPage(() => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const events = ANSWER.slice(0, 3).map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`)
          controller.enqueue(new TextEncoder().encode(events.join('')))
          controller.error(new DOMException('stopped', 'AbortError'))
        },
      })
      return new Response(body)
    })
    await page.chat.send('多久办好？')
    expect(page.chat.state().failure).toBeUndefined()
    expect(page.chat.state().messages.at(-1)?.state).toBe('stopped')
  })

  test('sends nothing when nothing was written', async () => {
    const page = createPage(() => stream(ANSWER))
    await page.chat.send('  \n')
    expect(page.calls).toEqual([])
  })

  test('begins anew, with the question kept, when the old conversation has ended', async () => {
    const page = createPage(() => json({ code: 'unauthorized' }, 401))
    await page.chat.send('多久办好？')
    expect(page.chat.state().failure?.code).toBe('gone')
    expect(page.chat.state().unsent).toBe('多久办好？')
    expect(page.keepsake.read().conversation).toBeUndefined()
  })

  test('comes back after a reload with its record and the open form', async () => {
    const record = [
      { id: 'u1', role: 'user', parts: [{ type: 'text', text: '我要办居住证' }] },
      {
        id: 'm1',
        role: 'assistant',
        parts: [
          { type: 'text', text: '好的。' },
          { type: 'data-application', data: { id: 'a1', title: '居住证' } },
        ],
      },
    ]
    const application = { id: 'a1', version: 2, fields: [], pending: [], status: 'draft' }
    const page = createPage(() => json({ id: 'c1', locale: 'zh-Hans', messages: record, application, cases: [] }))
    page.keepsake.keep({ conversation: { id: 'c1', token: 'secret' } })
    await page.chat.restore()
    expect(said(page)).toEqual(['我要办居住证', '好的。'])
    expect(page.chat.state().applications['a1']?.version).toBe(2)
  })

  test('asks the server for nothing when there is no conversation to come back to', async () => {
    const page = createPage(() => json({}))
    await page.chat.restore()
    expect(page.calls).toEqual([])
  })
})

test('is spoken to plainly from the message on in which the server heard that', async () => {
  const page = createPage(() =>
    stream([...ANSWER.slice(0, 1), { type: 'data-manner', data: { plain: true } }, ...ANSWER.slice(1)]),
  )
  await page.chat.send('请说简单点')
  await page.chat.send('多久办好？')
  const asked = page.calls.filter(({ path }) => path === '/api/chat').map(({ body }) => body)
  expect(asked).toMatchObject([{ plain: false }, { plain: true }])
})
