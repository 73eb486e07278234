import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const statusOf = async (citizen: Awaited<ReturnType<typeof openCitizen>>, id: string) =>
  ((await (await citizen.call('GET', `/api/applications/${id}`)).json()) as { status: string }).status

test('P3: typing 确认提交 beside the buttons only shows the card again', async () => {
  const citizen = await openCitizen(running.url)
  const id = await fillResidencePermit(citizen)
  const reply = await citizen.say('确认提交')
  expect(reply.outcome.outcome).toBe('awaiting-review')
  expect(reply.review?.applicationId).toBe(id)
  expect(await statusOf(citizen, id)).toBe('ready')
})

test('P3: a review that is no longer what is filled in cannot be confirmed', async () => {
  const citizen = await openCitizen(running.url)
  const id = await fillResidencePermit(citizen)
  const review = await reviewOf(citizen, id)
  const version = (await citizen.call('GET', `/api/applications/${id}`)).headers.get('etag') ?? ''
  await citizen.call('PATCH', `/api/applications/${id}`, { values: { mobile: '13900000009' } }, { 'if-match': version })
  const late = await submit(citizen, review, 'stale-review-key')
  expect(late.status).toBe(409)
  expect(await statusOf(citizen, id)).toBe('ready')
})

test('P3: fifty presses of the button make one case and one receipt', async () => {
  const citizen = await openCitizen(running.url)
  const review = await reviewOf(citizen, await fillResidencePermit(citizen))
  const answers = await Promise.all(Array.from({ length: 50 }, () => submit(citizen, review, 'fifty-presses')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  const receipts = await Promise.all(answers.map((answer) => answer.text()))
  expect(new Set(receipts).size).toBe(1)
})

test('P3: a confirmation is good once, for its own application and its own citizen', async () => {
  const [one, other] = [await openCitizen(running.url), await openCitizen(running.url)]
  const review = await reviewOf(one, await fillResidencePermit(one))
  const theirs = await reviewOf(other, await fillResidencePermit(other))
  expect((await submit(one, { ...review, confirmation: theirs.confirmation }, 'borrowed-key-1')).status).toBe(409)
  expect((await submit(one, review, 'right-key-1234')).status).toBe(201)
  expect((await submit(one, review, 'another-key-12')).status).toBe(409)
})

test('P3: the same key with another body is refused, and changes nothing', async () => {
  const citizen = await openCitizen(running.url)
  const review = await reviewOf(citizen, await fillResidencePermit(citizen))
  expect((await submit(citizen, review, 'one-key-two-bodies')).status).toBe(201)
  const changed = await submit(citizen, { ...review, reviewHash: 'x'.repeat(64) }, 'one-key-two-bodies')
  expect(changed.status).toBe(409)
  expect(await changed.json()).toMatchObject({ code: 'idempotency-mismatch' })
})

test('P3: what is missing is told completely, once', async () => {
  const citizen = await openCitizen(running.url)
  const started = await citizen.call('POST', '/api/applications', {
    service: 'residence-permit',
    conversationId: citizen.id,
  })
  const { application } = (await started.json()) as { application: { id: string; pending: string[] } }
  const review = await citizen.call('GET', `/api/applications/${application.id}/review`)
  expect(review.status).toBe(422)
  const problem = (await review.json()) as { code: string; defects: unknown[] }
  expect(problem.code).toBe('incomplete-application')
  expect(problem.defects.length).toBe(application.pending.length)
})

test('P7: in a channel without buttons the exact phrase with the printed code submits, and nothing else does', async () => {
  const citizen = await openCitizen(running.url, 'text')
  const id = await fillResidencePermit(citizen)
  const shown = await citizen.say('确认提交')
  const code = /(\d{6})/.exec(shown.text.split('确认提交').at(-1) ?? '')?.[1] ?? ''
  expect(code).not.toBe('')
  const guess = code === '111111' ? '222222' : '111111'
  expect((await citizen.say(`确认提交 ${guess}`)).outcome.outcome).toBe('blocked')
  expect(await statusOf(citizen, id)).toBe('ready')
  const again = await citizen.say('确认提交')
  const fresh = /(\d{6})/.exec(again.text.split('确认提交').at(-1) ?? '')?.[1] ?? ''
  const done = await citizen.say(`确认提交 ${fresh}`)
  expect(done.outcome.outcome).toBe('submitted')
  expect(done.text).toContain(done.receipt?.receiptNumber ?? 'none')
})

test('确认提交 with no form open submits nothing and says so', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('确认提交')
  expect(reply.outcome.outcome).toBe('status')
  expect(reply.text).toContain('没有正在办的事项')
})

test('who has filed nothing and asks how a matter is followed is answered from its guide', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('育儿补贴审核到哪了怎么看')
  expect(reply.outcome.outcome).toBe('answered')
  expect(reply.sources.map((source) => source.split('#')[0])).toContain('childcare-subsidy')
})
