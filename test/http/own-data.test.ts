import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConversationExport } from '../../src/wire.ts'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

test('a citizen takes what is kept of her with her, as JSON and as a page to print', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('居住证多少钱？<script>alert(1)</script>')
  await submit(citizen, await reviewOf(citizen, await fillResidencePermit(citizen)), `own-${citizen.id}`)
  const json = await citizen.call('GET', `/api/conversations/${citizen.id}/export`)
  const { cases } = (await json.json()) as { cases: { receiptNumber: string }[] }
  const page = await citizen.call('GET', `/api/conversations/${citizen.id}/export?format=page&lang=zh-Hans`)
  expect(page.headers.get('content-type')).toContain('text/html')
  const html = await page.text()
  expect(html).toContain(cases[0]?.receiptNumber)
  expect(html).toContain('居住证多少钱')
  expect([...html.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, who]) => who)).toEqual([
    '您',
    '边办（官方指南）',
    '您',
    '边办（系统）',
  ])
  expect(html).not.toContain('<script')
  const stranger = await openCitizen(running.url)
  expect((await stranger.call('GET', `/api/conversations/${citizen.id}/export?format=page`)).status).toBe(403)
})

test('what she filled in and consented to goes with it, every value whole and with where it is from', async () => {
  const citizen = await openSignedIn(running.url, '350203199001010018', 1)
  const start = { service: 'residence-permit', conversationId: citizen.id, values: { situation: 'first-issue' } }
  const started = await citizen.call('POST', '/api/applications', start)
  const { id } = ((await started.json()) as { application: { id: string } }).application
  await citizen.call('POST', `/api/applications/${id}/consents`, { source: 'household', granted: true })
  const exported = await citizen.call('GET', `/api/conversations/${citizen.id}/export`)
  const { forms } = ConversationExport.parse(await exported.json())
  expect(forms).toHaveLength(1)
  expect(forms[0]?.receiptNumber).toBeNull()
  const values = new Map(forms[0]?.values.map(({ label, value, origin }) => [label, [value, origin]]))
  expect(values.get('身份证号码')?.[0]).toBe('350203199001010018')
  expect(values.get('办理情形')?.[0]).toBe('首次申领')
  expect(values.get('户口是否在厦门')?.[1]).toMatch(/^户籍库·/)
  expect(forms[0]?.consents).toMatchObject([{ title: '户籍库', granted: true, withdrawnAt: null }])
  const page = await citizen.call('GET', `/api/conversations/${citizen.id}/export?format=page&lang=en`)
  const html = await page.text()
  expect(html).toContain('350203199001010018')
  expect(html).toContain('consent to look up 户籍库')
  const stranger = await openCitizen(running.url)
  expect((await stranger.call('GET', `/api/conversations/${citizen.id}/export`)).status).toBe(403)
})

test('how each answer ended and whose words it is stays with it, and no later answer is told of it', async () => {
  const citizen = await openCitizen(running.url)
  const told = [
    await citizen.say('居住证多少钱？'),
    await citizen.say('我要找人工'),
    await citizen.say('办护照多少钱？'),
  ]
  expect(told.map(({ outcome }) => outcome.origin)).toEqual(['guide', 'system', 'guide'])
  const kept = (await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as {
    messages: { role: string; parts: { type: string; data?: unknown }[] }[]
  }
  const endings = kept.messages.map(({ parts }) => parts.filter(({ type }) => type === 'data-outcome'))
  expect(endings.flat().map(({ data }) => data)).toEqual(told.map(({ outcome }) => outcome))
  expect(endings.map(({ length }) => length)).toEqual([0, 1, 0, 1, 0, 1])
  const ticket = told[1]?.parts.find(({ type }) => type === 'data-handover')
  expect(ticket).toBeDefined()
  expect(told.map(({ text }) => text).join('\n')).not.toMatch(/outcome|origin/)
})

test('a citizen deletes her account: conversations and drafts are gone, she is nobody here, her filed case stays', async () => {
  const resident = '350205200002290013'
  const weak = await openSignedIn(running.url, resident, 1)
  expect((await weak.call('DELETE', '/api/me')).status).toBe(403)
  const me = await openSignedIn(running.url, resident, 2)
  const other = await openSignedIn(running.url, '350212197012200068', 2)
  const started = await me.call('POST', '/api/applications', {
    service: 'residence-permit',
    conversationId: me.id,
  })
  expect(started.status).toBe(201)
  const filed = await submit(me, await reviewOf(me, await fillResidencePermit(me)), `me-${me.id}`)
  const { receiptNumber, queryCode } = (await filed.json()) as { receiptNumber: string; queryCode: string }

  expect((await me.call('DELETE', '/api/me')).status).toBe(204)
  expect(await (await me.call('GET', '/api/me')).json()).toEqual({ signedIn: false })
  expect((await me.call('GET', `/api/conversations/${me.id}`)).status).toBe(401)
  const tracked = await fetch(`${running.url}/api/cases/${receiptNumber}`, { headers: { 'x-query-code': queryCode } })
  expect(tracked.status).toBe(200)
  expect((await other.call('GET', `/api/conversations/${other.id}`)).status).toBe(200)
  const again = await openSignedIn(running.url, resident, 2)
  expect(await (await again.call('GET', '/api/me/cases')).json()).toEqual({ cases: [] })
})
