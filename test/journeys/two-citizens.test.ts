import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

test("P9: another citizen's conversation and application cannot be read, changed or filed", async () => {
  const [owner, stranger] = [await openCitizen(running.url), await openCitizen(running.url)]
  const id = await fillResidencePermit(owner)
  const review = await reviewOf(owner, id)
  const attempts: [string, string, unknown?, Record<string, string>?][] = [
    ['GET', `/api/conversations/${owner.id}`],
    ['GET', `/api/conversations/${owner.id}/export`],
    ['GET', `/api/conversations/${owner.id}/events`],
    ['DELETE', `/api/conversations/${owner.id}`],
    ['POST', `/api/conversations/${owner.id}/handover`, { reason: 'citizen-asked' }],
    ['POST', '/api/chat', { id: owner.id, message: '看看我填了什么' }],
    ['POST', '/api/applications', { service: 'residence-permit', conversationId: owner.id }],
    ['GET', `/api/applications/${id}`],
    ['GET', `/api/applications/${id}/review`],
    ['PATCH', `/api/applications/${id}`, { values: { name: '别人' } }, { 'if-match': '"1"' }],
    ['POST', `/api/applications/${id}/withdrawal`, { reason: '' }],
    [
      'POST',
      `/api/applications/${id}/submission`,
      { reviewHash: review.reviewHash, confirmation: review.confirmation },
      { 'idempotency-key': 'stranger-key' },
    ],
  ]
  for (const [method, path, body, headers] of attempts) {
    const response = await stranger.call(method, path, body, headers)
    expect([403, 404], `${method} ${path}`).toContain(response.status)
    expect(await response.text()).not.toContain('陈测试')
  }
  expect((await submit(owner, review, 'owner-still-can')).status).toBe(201)
})

test('P9: without a token, or with a wrong one, nothing is shown', async () => {
  const owner = await openCitizen(running.url)
  const none = await fetch(`${running.url}/api/conversations/${owner.id}`)
  expect(none.status).toBe(401)
  const wrong = await fetch(`${running.url}/api/conversations/${owner.id}`, {
    headers: { authorization: `Bearer ${'a'.repeat(43)}` },
  })
  expect(wrong.status).toBe(401)
  expect(wrong.headers.get('content-type')).toContain('application/problem+json')
})

test('P9: a case opens with its query code only, and does not say whether the number exists', async () => {
  const owner = await openCitizen(running.url)
  const answer = await submit(owner, await reviewOf(owner, await fillResidencePermit(owner)), 'query-code-key')
  const { receiptNumber } = (await answer.json()) as { receiptNumber: string }
  const wrongCode = await fetch(`${running.url}/api/cases/${receiptNumber}`, {
    headers: { 'x-query-code': 'AAAAAAAA' },
  })
  const wrongNumber = await fetch(`${running.url}/api/cases/XM20260101-AAAAAAAA`, {
    headers: { 'x-query-code': 'AAAAAAAA' },
  })
  expect([wrongCode.status, wrongNumber.status]).toEqual([404, 404])
})

test('P9: what is erased is gone, and its token is void', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('居住证多少钱')
  expect((await citizen.call('DELETE', `/api/conversations/${citizen.id}`)).status).toBe(204)
  expect((await citizen.call('GET', `/api/conversations/${citizen.id}`)).status).toBe(401)
})
