import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { openBrowser, signIn } from '../support/sign-in.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const JIA = '350203199001010018'
const YI = '350206198812300021'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

type Code = { readonly code: string; readonly expiresAt: string }
const codeOf = async (citizen: Citizen, headers = {}): Promise<Code> => {
  const answer = await citizen.call('POST', `/api/conversations/${citizen.id}/resume-code`, undefined, headers)
  expect(answer.status).toBe(201)
  return (await answer.json()) as Code
}
const resume = (code: string, headers = {}): Promise<Response> =>
  fetch(`${running.url}/api/conversations/resume`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ code }),
  })
const asCitizen = async (resident: string): Promise<{ cookie: string }> => {
  const browser = openBrowser()
  await signIn(browser, running.url, { resident })
  return { cookie: browser.cookies(running.url) }
}

describe('a conversation moves to another device', () => {
  test('with its messages, by a code typed in her own way; the device left behind is out', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('居住证多少钱')
    const { code, expiresAt } = await codeOf(citizen)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(590_000)
    const moved = await resume(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)
    expect(moved.status).toBe(200)
    expect(moved.headers.get('cache-control')).toBe('no-store')
    const { id, token } = (await moved.json()) as { id: string; token: string }
    expect(id).toBe(citizen.id)
    const there = await citizen.call('GET', `/api/conversations/${id}`, undefined, { authorization: `Bearer ${token}` })
    expect(JSON.stringify(await there.json())).toContain('居住证多少钱')
    expect((await citizen.call('GET', `/api/conversations/${id}`)).status).toBe(401)
  })
})

describe('a code opens nothing', () => {
  test('when it is wrong, used, replaced by a newer one, or its conversation is erased: all alike', async () => {
    const [used, replaced, erased] = [
      await openCitizen(running.url),
      await openCitizen(running.url),
      await openCitizen(running.url),
    ]
    const usedCode = await codeOf(used)
    expect((await resume(usedCode.code)).status).toBe(200)
    const former = await codeOf(replaced)
    await codeOf(replaced)
    const gone = await codeOf(erased)
    await erased.call('DELETE', `/api/conversations/${erased.id}`)
    const answers: unknown[] = []
    for (const code of [usedCode.code, former.code, gone.code, 'ABCDEFGH']) {
      const refused = await resume(code)
      expect(refused.status).toBe(404)
      const { requestId: _, ...rest } = (await refused.json()) as { requestId: string }
      answers.push(rest)
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test('to two who bring it at the same moment', async () => {
    const { code } = await codeOf(await openCitizen(running.url))
    const answers = await Promise.all([resume(code), resume(code), resume(code)])
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 404, 404])
  })

  test('and is given to nobody without the token of the conversation', async () => {
    const [owner, stranger] = [await openCitizen(running.url), await openCitizen(running.url)]
    const path = `/api/conversations/${owner.id}/resume-code`
    expect((await stranger.call('POST', path)).status).toBe(403)
    expect((await fetch(`${running.url}${path}`, { method: 'POST' })).status).toBe(401)
  })
})

describe('the conversation of a signed-in citizen', () => {
  // A house of its own: the tries of the tests above count against this address.
  beforeAll(async () => {
    await running.close()
    running = await startApp()
  })

  test('opens by its code for her only, and the code stays good until she brings it', async () => {
    const [jia, yi] = [await asCitizen(JIA), await asCitizen(YI)]
    const citizen = await openCitizen(running.url)
    const { code } = await codeOf(citizen, jia)
    const alone = await resume(code)
    expect(alone.status).toBe(401)
    expect(await alone.json()).toMatchObject({ code: 'sign-in-required' })
    expect((await resume(code, yi)).status).toBe(403)
    expect((await resume(code, jia)).status).toBe(200)
    expect((await resume(code, jia)).status).toBe(404)
  })
})

test('a guesser is stopped after ten tries a minute, a good code included', async () => {
  const { code } = await codeOf(await openCitizen(running.url))
  const tries = Array.from({ length: 11 }, (_, at) => resume(`WRNG${at}AAA`))
  expect((await Promise.all(tries)).at(-1)?.status).toBe(429)
  const stopped = await resume(code)
  expect(stopped.status).toBe(429)
  expect(stopped.headers.get('retry-after')).toBe('60')
})
