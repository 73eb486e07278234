import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

test('P1: a question about the residence permit is answered from the guide, with its section', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('外地户口在厦门租房，居住证怎么办？')
  expect(reply.outcome).toMatchObject({ outcome: 'answered', engine: 'embedded' })
  expect(reply.sources.length).toBeGreaterThan(0)
  for (const source of reply.sources) expect(source).toMatch(/^residence-permit#/)
  expect(reply.text).toContain('[1]')
})

test('P1: the fee is the fee of the guide, and its section is cited', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('第一次办居住证要多少钱')
  expect(reply.text).toContain('免费')
  expect(reply.sources).toContain('residence-permit#fees')
})

test('P2: from the question to a receipt that can be tracked, in one conversation', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('请问厦门居住证怎么办')
  const started = await citizen.say('帮我办')
  expect(started.outcome.outcome).toBe('drafting')
  expect(started.application?.service).toBe('residence-permit')
  expect(started.application?.status).toBe('draft')

  await citizen.say('首次申领，户口不在厦门，2025年3月1日开始住在厦门的')
  const filled = await citizen.say('租房住。我叫陈测试，手机13800000001')
  expect(valueOf(filled, 'name')).toBe('陈测试')

  const asked = await citizen.say('对了，这个要多少钱？')
  expect(asked.text).toContain('免费')
  expect(asked.sources).toContain('residence-permit#fees')
  expect(asked.application?.pending).toEqual(filled.application?.pending)
  expect(asked.application?.next).toEqual(filled.application?.next)

  const wrong = await citizen.say('身份证号350203199001010019')
  expect(valueOf(wrong, 'citizenId')).toBeNull()
  await citizen.say('看错了，身份证号是350203199001010018')
  const last = await citizen.say('住在思明区莲前街道洪莲中路12号')
  expect(last.outcome.outcome).toBe('awaiting-review')

  const corrected = await citizen.say('手机号写错了，应该是13900000002')
  expect(corrected.outcome.outcome).toBe('awaiting-review')
  const review = corrected.review
  expect(review?.values.find(({ id }) => id === 'mobile')).toMatchObject({ value: '13900000002' })
  expect(review?.values.every(({ provenance }) => provenance.detail !== '')).toBe(true)

  const submitted = await citizen.call(
    'POST',
    `/api/applications/${review?.applicationId}/submission`,
    { reviewHash: review?.reviewHash, confirmation: review?.confirmation },
    { 'idempotency-key': 'journey-main-job' },
  )
  expect(submitted.status).toBe(201)
  const receipt = (await submitted.json()) as { receiptNumber: string; queryCode: string; dueBy: string | null }
  expect(receipt.dueBy).toMatch(/^\d{4}-\d{2}-\d{2}$/)

  const tracked = await fetch(`${running.url}/api/cases/${receipt.receiptNumber}`, {
    headers: { 'x-query-code': receipt.queryCode },
  })
  expect(tracked.status).toBe(200)
  expect(await tracked.json()).toMatchObject({ receiptNumber: receipt.receiptNumber, service: 'residence-permit' })

  const status = await citizen.say('我的居住证办到哪了？')
  expect(status.outcome.outcome).toBe('status')
  expect(status.text).toContain(receipt.receiptNumber)
})

test('P2: an application that is done in person ends in a pre-fill and an appointment, and says so', async () => {
  const citizen = await openCitizen(running.url)
  const started = await citizen.say('我要申请台湾居民居住证')
  expect(started.application?.service).toBe('taiwan-residence-permit')
  expect(started.application?.completion).toBe('appointment')
  expect(started.application?.inPerson).toBeTruthy()
})

test('P2: someone who is not eligible is told before filling in her personal data', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要申请居住证')
  await citizen.say('首次申领')
  const reply = await citizen.say('我户口就在厦门')
  expect(reply.application?.eligibility.map(({ outcome }) => outcome)).toContain('no')
  expect(reply.application?.fields.find(({ id }) => id === 'citizenId')?.value ?? null).toBeNull()
})

function valueOf(reply: { application: { fields: { id: string; value: string | null }[] } | undefined }, id: string) {
  return reply.application?.fields.find((field) => field.id === id)?.value ?? null
}

test('an answer about a matter as a whole brings its guide at a glance, one about a detail does not', async () => {
  const citizen = await openCitizen(running.url)
  const cardOf = ({ parts }: Awaited<ReturnType<typeof citizen.say>>) =>
    parts.find(({ type }) => type === 'data-guide')?.data as { id: string; lines: { section: string; text: string }[] }
  const whole = cardOf(await citizen.say('居住证怎么办？'))
  expect(whole).toMatchObject({ id: 'residence-permit', service: 'residence-permit' })
  expect(whole.lines.map(({ section }) => section)).toEqual(['who', 'time', 'fees'])
  const page = (await (await fetch(`${running.url}/api/guides/residence-permit`)).json()) as {
    version: string
    checked: string
    sections: { text: string }[]
  }
  expect(whole).toMatchObject({ version: page.version, checked: page.checked })
  const told = page.sections.map(({ text }) => text.replaceAll('**', '')).join('\n')
  for (const { text } of whole.lines) expect(told).toContain(text)
  expect(cardOf(await citizen.say('居住证多少钱？'))).toBeUndefined()
})
