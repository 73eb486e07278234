import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen, readReply } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { openBrowser, signIn } from '../support/sign-in.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const JIA = '350203199001010018'
const YI = '350206198812300021'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const me = async (browser: ReturnType<typeof openBrowser>): Promise<unknown> =>
  (await browser.visit(`${running.url}/api/me`)).json()

describe('a citizen who signs in at the city', () => {
  test('comes back to where she was, and is known by name with her number masked', async () => {
    const browser = openBrowser()
    expect(await me(browser)).toEqual({ signedIn: false })
    const back = await signIn(browser, running.url, { resident: JIA, returnTo: '/guides/resident-id' })
    expect(new URL(back.url).pathname).toBe('/guides/resident-id')
    expect(await me(browser)).toMatchObject({
      signedIn: true,
      name: '测试市民甲',
      idNumber: '350***********0018',
      level: 1,
    })
  })

  test('steps up with a face check, and not with a code', async () => {
    const browser = openBrowser()
    await signIn(browser, running.url, { resident: JIA, level: 2 })
    expect(await me(browser)).toMatchObject({ level: 2 })
    const other = openBrowser()
    const refused = await signIn(other, running.url, { resident: JIA, level: 2, way: 'sms' })
    expect(await refused.response.text()).toContain('需要人脸核验')
    expect(await me(other)).toEqual({ signedIn: false })
  })

  test('is known from the very message that opens her conversation', async () => {
    const browser = openBrowser()
    await signIn(browser, running.url, { resident: JIA })
    const first = await fetch(`${running.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: browser.cookies(running.url) },
      body: JSON.stringify({ message: '帮我换驾照，期满换证' }),
    })
    const { application } = await readReply(first)
    expect(application?.fields.find(({ id }) => id === 'name')).toMatchObject({ value: '测试市民甲' })
  })

  test('signs out, here and everywhere', async () => {
    const [first, second] = [openBrowser(), openBrowser()]
    await signIn(first, running.url, { resident: YI })
    await signIn(second, running.url, { resident: YI })
    const stolen = first.cookies(running.url)
    await first.visit(`${running.url}/auth/logout`, { method: 'POST' })
    const replayed = await fetch(`${running.url}/api/me`, { headers: { cookie: stolen } })
    expect(await replayed.json()).toEqual({ signedIn: false })
    expect(await me(second)).toMatchObject({ signedIn: true })
    await second.visit(`${running.url}/api/me/sessions`, { method: 'DELETE' })
    expect(await me(second)).toEqual({ signedIn: false })
  })

  test('goes back without signing in, and nothing has changed', async () => {
    const browser = openBrowser()
    const page = await browser.follow(`${running.url}/auth/login`)
    const cancel = /href="([^"]+cancel)"/.exec(await page.response.text())?.[1] ?? ''
    const back = await browser.follow(new URL(cancel, page.url).href)
    expect(new URL(back.url).pathname).toBe('/')
    expect(await me(browser)).toEqual({ signedIn: false })
  })

  test('goes back to the page she began from, as from a terminal', async () => {
    const browser = openBrowser()
    const page = await browser.follow(`${running.url}/auth/login?return=${encodeURIComponent('/?mode=kiosk')}`)
    const cancel = /href="([^"]+cancel)"/.exec(await page.response.text())?.[1] ?? ''
    const back = await browser.follow(new URL(cancel, page.url).href)
    expect(back.url).toBe(`${running.url}/?mode=kiosk`)
  })
})

describe('nobody ends a sign-in that another browser began', () => {
  test('an address sent to somebody else signs her in to nothing', async () => {
    const attacker = openBrowser()
    const page = await attacker.follow(`${running.url}/auth/login`)
    const victim = openBrowser()
    const back = await victim.follow(page.url)
    expect(back.response.status).toBeGreaterThanOrEqual(400)
    const callback = await victim.visit(`${running.url}/auth/callback?code=x&state=y`)
    expect(callback.status).toBe(401)
    expect(callback.headers.getSetCookie().join()).not.toContain('bianban_session')
  })

  test('a callback works once', async () => {
    const browser = openBrowser()
    const page = await browser.follow(`${running.url}/auth/login`)
    const action = /action="([^"]+)"/.exec(await page.response.text())?.[1] ?? ''
    let at = new URL(action, page.url).href
    let response = await browser.visit(at, { method: 'POST', form: { resident: JIA, way: 'sms' } })
    while (!at.includes('/auth/callback')) {
      at = new URL(response.headers.get('location') ?? '', at).href
      if (!at.includes('/auth/callback')) response = await browser.visit(at)
    }
    const cookies = browser.cookies(running.url)
    expect((await browser.visit(at)).status).toBe(303)
    const again = await fetch(at, { redirect: 'manual', headers: { cookie: cookies } })
    expect(again.status).toBe(401)
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'she never comes back to another site: %s',
    async (place) => {
      const response = await fetch(`${running.url}/auth/login?return=${encodeURIComponent(place)}`, {
        redirect: 'manual',
      })
      expect(response.status).toBe(400)
    },
  )
})

describe('a conversation belongs to the citizen who signed in during it', () => {
  const asCitizen = async (resident: string) => {
    const browser = openBrowser()
    await signIn(browser, running.url, { resident })
    return { cookie: browser.cookies(running.url) }
  }

  test('its token opens it to nobody else, nor to nobody', async () => {
    const citizen = await openCitizen(running.url)
    const path = `/api/conversations/${citizen.id}`
    const jia = await asCitizen(JIA)
    expect((await citizen.call('GET', path, undefined, jia)).status).toBe(200)
    expect((await citizen.call('GET', path, undefined, await asCitizen(YI))).status).toBe(403)
    const alone = await citizen.call('GET', path)
    expect(alone.status).toBe(401)
    expect(await alone.json()).toMatchObject({ code: 'sign-in-required' })
    expect((await citizen.call('GET', path, undefined, await asCitizen(JIA))).status).toBe(200)
  })

  test('her cases of all conversations are hers to see, and only hers', async () => {
    const jia = await asCitizen(JIA)
    const cases = await fetch(`${running.url}/api/me/cases`, { headers: jia })
    expect(await cases.json()).toEqual({ cases: [] })
    expect((await fetch(`${running.url}/api/me/cases`)).status).toBe(401)
  })

  test('a case of hers opens the conversation it was filed in, for her alone, and the former token is void', async () => {
    const me = await openSignedIn(running.url, JIA, 1)
    const filed = await submit(me, await reviewOf(me, await fillResidencePermit(me)), `case-${me.id}`)
    expect(filed.status).toBe(201)
    const { cases } = (await (await me.call('GET', '/api/me/cases')).json()) as { cases: { applicationId: string }[] }
    const path = `/api/me/cases/${cases[0]?.applicationId}/conversation`
    const open = (headers: HeadersInit) => fetch(`${running.url}${path}`, { method: 'POST', headers })
    expect((await open({})).status).toBe(401)
    expect((await open(await asCitizen(YI))).status).toBe(404)
    const jia = await asCitizen(JIA)
    const opened = (await (await open(jia)).json()) as { id: string; token: string }
    expect(opened.id).toBe(me.id)
    const seen = (token: string) =>
      fetch(`${running.url}/api/conversations/${me.id}`, { headers: { ...jia, authorization: `Bearer ${token}` } })
    expect((await seen(opened.token)).status).toBe(200)
    expect((await seen(me.token)).status).toBe(401)
  })
})

test('after a restart she is the same citizen: her case and her conversation are still hers', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bianban-restart-'))
  try {
    const before = await startApp({ dataDir, env: { CITY: 'sandbox' } })
    const first = await openSignedIn(before.url, JIA, 1)
    const filed = await submit(first, await reviewOf(first, await fillResidencePermit(first)), 'before-the-restart')
    const { receiptNumber } = (await filed.json()) as { receiptNumber: string }
    await before.close()

    const after = await startApp({ dataDir, env: { CITY: 'sandbox' } })
    const back = await openSignedIn(after.url, JIA, 1)
    const { cases } = (await (await back.call('GET', '/api/me/cases')).json()) as { cases: object[] }
    expect(cases).toMatchObject([{ receiptNumber }])
    const headers = { authorization: `Bearer ${first.token}`, cookie: back.cookie }
    expect((await fetch(`${after.url}/api/conversations/${first.id}`, { headers })).status).toBe(200)
    const other = await openSignedIn(after.url, YI, 1)
    expect(await (await other.call('GET', '/api/me/cases')).json()).toEqual({ cases: [] })
    await after.close()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
