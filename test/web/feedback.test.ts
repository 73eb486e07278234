import { describe, expect, test } from 'vitest'
import { textToCopy } from '../../src/web/widget/export-text.ts'
import { createFeedback } from '../../src/web/widget/feedback.ts'
import { wordsIn } from '../../src/web/widget/words.ts'
import { createPage, json, stream } from './page-server.ts'

const ANSWER = [
  { type: 'start', messageId: 'm1' },
  { type: 'text-start', id: 't' },
  { type: 'text-delta', id: 't', delta: '十五日内。[1]' },
  { type: 'text-end', id: 't' },
  { type: 'source-document', sourceId: 'residence-permit#time', title: '居住证 · 多久办好' },
  { type: 'data-outcome', data: { outcome: 'answered', engine: 'embedded' } },
  { type: 'finish' },
]

function judged(feedbackStatus: number) {
  const bodies: unknown[] = []
  const page = createPage(({ path, body }) => {
    if (!path.endsWith('/feedback')) return stream(ANSWER)
    bodies.push(body)
    return feedbackStatus === 204 ? new Response(null, { status: 204 }) : json({ code: 'busy' }, feedbackStatus)
  })
  return { page, bodies, feedback: createFeedback(page) }
}

describe('an answer is judged', () => {
  test('at once on the page, and by name at the server; a reason replaces the bare thumb', async () => {
    const { page, bodies, feedback } = judged(204)
    await page.chat.send('多久办好？')
    await feedback.judge('m1', { verdict: 'down', reason: '' })
    await feedback.judge('m1', { verdict: 'down', reason: '窗口说的不一样' })
    expect(bodies).toEqual([
      { messageId: 'm1', verdict: 'down', reason: '' },
      { messageId: 'm1', verdict: 'down', reason: '窗口说的不一样' },
    ])
    expect(page.chat.state().verdicts).toEqual({ m1: { verdict: 'down', reason: '窗口说的不一样' } })
  })

  test('and the page takes it back when the server did not keep it', async () => {
    const { page, feedback } = judged(503)
    await page.chat.send('多久办好？')
    await feedback.judge('m1', { verdict: 'up', reason: '' })
    expect(page.chat.state().verdicts).toEqual({})
    expect(page.chat.state().failure).toBeDefined()
  })
})

describe('an answer taken along says whose words it is', () => {
  const marked = async (data: object): Promise<string> => {
    const chunks = ANSWER.map((chunk) => (chunk.type === 'data-outcome' ? { type: 'data-outcome', data } : chunk))
    const page = createPage(() => stream(chunks))
    await page.chat.send('多久办好？')
    const message = page.chat.state().messages.at(-1)
    if (message === undefined) throw new Error('there is no answer')
    return textToCopy(message, { say: wordsIn('zh-Hans'), locale: 'zh-Hans', server: 'https://city.example' })
  }

  test('and where it comes from', async () => {
    const text = await marked({ outcome: 'answered', engine: 'embedded', origin: 'guide' })
    expect(text).toContain('【官方指南】')
    expect(text).toContain('十五日内。[1]')
    expect(text).toContain('[1] 居住证 · 多久办好 https://city.example/guides/residence-permit?lang=zh-Hans#time')
  })

  test.each([
    [{ outcome: 'answered', engine: 'openai:gpt', origin: 'generated' }, 'AI 生成'],
    [{ outcome: 'answered', engine: 'openai:gpt', origin: 'guide' }, '官方指南'],
    [{ outcome: 'handed-over', engine: 'openai:gpt', origin: 'system' }, '系统'],
    [{ outcome: 'status', engine: 'none', origin: 'staff' }, '工作人员'],
    [{ outcome: 'answered', engine: 'embedded' }, '官方指南'],
    [{ outcome: 'no-guidance', engine: 'embedded' }, '系统'],
    [{ outcome: 'submitted', engine: 'none' }, '系统'],
    [{ outcome: 'answered', engine: 'openai:gpt' }, 'AI 生成'],
    [{}, 'AI 生成'],
  ])('%j is %s', async (outcome, mark) => {
    expect(await marked(outcome)).toContain(`【${mark}】`)
  })
})
