import { describe, expect, test } from 'vitest'
import { deskOf, withApplication } from '../../src/web/widget/chat-state.ts'
import { dataOf } from '../../src/web/widget/parts.ts'
import { sampleApplication, sampleReview } from '../browser/sample-parts.ts'
import { createPage, json, type Call } from './page-server.ts'

const RECEIPT = { receiptNumber: 'R-1', queryCode: 'Q-1', dueBy: null }

function pageWithDraft(answer: (call: Call) => Response) {
  const page = createPage(answer)
  page.chat.update((state) => withApplication(state, sampleApplication()))
  return page
}

describe("the citizen's acts on a form", () => {
  test('fills the version she sees', async () => {
    const page = pageWithDraft(() =>
      json({ application: sampleApplication({ version: 4 }), accepted: [], rejected: [], changed: [] }),
    )
    await page.desk.fill('app1', { mobile: '13800000000' })
    const call = page.calls.at(-1)
    expect(call?.method).toBe('PATCH')
    expect(call?.headers.get('if-match')).toBe('"3"')
    expect(call?.body).toEqual({ values: { mobile: '13800000000' } })
    expect(page.chat.state().applications['app1']?.version).toBe(4)
  })

  test('shows beside the field why its value was refused', async () => {
    const rejected = [{ field: 'mobile', label: '手机号', message: '手机号要 11 位。' }]
    const page = pageWithDraft(() => json({ application: sampleApplication(), accepted: [], rejected, changed: [] }))
    await page.desk.fill('app1', { mobile: '138' })
    expect(deskOf(page.chat.state(), 'app1').wrong).toEqual({ mobile: '手机号要 11 位。' })
  })

  test('takes over the newest form when it was changed elsewhere', async () => {
    const page = pageWithDraft(({ method }) =>
      method === 'PATCH' ? json({ code: 'precondition-failed' }, 412) : json(sampleApplication({ version: 9 })),
    )
    await page.desk.fill('app1', { mobile: '13800000000' })
    expect(page.chat.state().applications['app1']?.version).toBe(9)
    expect(deskOf(page.chat.state(), 'app1').failure?.code).toBe('precondition-failed')
  })

  test('sends a file with its material, and shows the form as it is afterwards', async () => {
    const page = pageWithDraft(({ method }) =>
      method === 'POST'
        ? json({ materials: [], version: 4, said: '收到了，系统没有核对内容。' }, 201)
        : json(sampleApplication({ version: 4 })),
    )
    expect(await page.desk.upload('app1', 'proof', new File(['x'], '合同.pdf'))).toBe(true)
    const sent = page.calls.find(({ path }) => path === '/api/applications/app1/materials')
    expect(sent?.method).toBe('POST')
    expect(sent?.headers.has('content-type')).toBe(false)
    expect(page.chat.state().applications['app1']?.version).toBe(4)
    expect(deskOf(page.chat.state(), 'app1').sending).toBeUndefined()
    expect(JSON.stringify(page.chat.state().messages.at(-1))).toContain('系统没有核对内容')
  })

  test('does not send a file the server would not take', async () => {
    const page = pageWithDraft(() => json({}, 500))
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], '大.jpg')
    expect(await page.desk.upload('app1', 'proof', large)).toBe(false)
    expect(deskOf(page.chat.state(), 'app1').failure?.code).toBe('file-too-large')
    expect(page.calls.map(({ path }) => path)).not.toContain('/api/applications/app1/materials')
  })

  test('files with one key however often she presses after a failure', async () => {
    let tries = 0
    const page = pageWithDraft(({ path }) => {
      if (!path.endsWith('/submission')) return json(sampleApplication({ status: 'submitted', version: 5 }))
      tries += 1
      return tries === 1 ? json({ code: 'busy' }, 503) : json(RECEIPT, 201)
    })
    const review = sampleReview()
    expect(await page.desk.submit(review)).toBe(false)
    expect(await page.desk.submit(review)).toBe(true)
    const keys = page.calls
      .filter(({ path }) => path.endsWith('/submission'))
      .map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(1)
    const last = page.chat.state().messages.at(-1)
    expect(last === undefined ? undefined : dataOf(last, 'data-receipt')).toEqual({
      ...RECEIPT,
      title: '居住证申领',
    })
  })

  test('presses twice at once and files once', async () => {
    const page = pageWithDraft(({ path }) =>
      path.endsWith('/submission') ? json(RECEIPT, 201) : json(sampleApplication()),
    )
    await Promise.all([page.desk.submit(sampleReview()), page.desk.submit(sampleReview())])
    expect(page.calls.filter(({ path }) => path.endsWith('/submission'))).toHaveLength(1)
  })

  test('shows a fresh review, and files nothing, when the old one is void', async () => {
    const page = pageWithDraft(({ path }) => {
      if (path.endsWith('/submission')) return json({ code: 'stale-review' }, 409)
      return path.endsWith('/review')
        ? json(sampleReview({ confirmation: 'twice' }))
        : json(sampleApplication({ version: 4 }))
    })
    expect(await page.desk.submit(sampleReview())).toBe(false)
    const last = page.chat.state().messages.at(-1)
    expect(last === undefined ? undefined : dataOf(last, 'data-review')?.confirmation).toBe('twice')
    expect(page.chat.state().reviewable).toEqual(['app1'])
  })

  test('voids the review on the page as soon as the form changes', async () => {
    const page = pageWithDraft(() => json(sampleReview()))
    await page.desk.review('app1')
    page.chat.update((state) => withApplication(state, sampleApplication({ version: 4 })))
    expect(page.chat.state().reviewable).toEqual([])
  })
})
