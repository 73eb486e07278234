import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigProblem, readConfig } from '../../src/config.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const FRIEND = 'https://www.example.gov.cn'
const STRANGER = 'https://stranger.example'

let running: RunningApp
beforeAll(async () => {
  running = await startApp({ env: { EMBED_ORIGINS: `${FRIEND}, http://localhost:8080` } })
})
afterAll(() => running.close())

const open = (origin: string, method = 'POST'): Promise<Response> =>
  fetch(`${running.url}/api/conversations`, {
    method,
    headers: { origin, 'content-type': 'application/json', 'access-control-request-method': 'POST' },
    ...(method === 'POST' ? { body: '{}' } : {}),
  })

describe('a page of a listed origin', () => {
  test('may call the API, without cookies', async () => {
    const asked = await open(FRIEND, 'OPTIONS')
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(FRIEND)
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization')
    const answered = await open(FRIEND)
    expect(answered.status).toBe(201)
    expect(answered.headers.get('access-control-allow-origin')).toBe(FRIEND)
    expect(answered.headers.get('vary')?.toLowerCase()).toContain('origin')
    expect(answered.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('reads why it was refused', async () => {
    const refused = await fetch(`${running.url}/api/conversations/c_none`, { headers: { origin: FRIEND } })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('access-control-allow-origin')).toBe(FRIEND)
  })

  test('may frame the portal', async () => {
    const portal = await fetch(running.url)
    expect(portal.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${FRIEND}`)
    expect(portal.headers.get('x-frame-options')).toBeNull()
  })
})

describe('a page of any other origin', () => {
  test.each([STRANGER, 'null', `${FRIEND}.evil.example`, 'http://www.example.gov.cn'])(
    '%s is told nothing',
    async (origin) => {
      for (const method of ['OPTIONS', 'POST']) {
        const answered = await open(origin, method)
        expect(answered.headers.get('access-control-allow-origin')).toBeNull()
      }
    },
  )

  test('may load the script, which is the same for everyone', async () => {
    const script = await fetch(`${running.url}/assets/bianban-chat.js`, { headers: { origin: STRANGER } })
    expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const portal = await fetch(running.url)
    expect(portal.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

test.each(['https://a.example/path', 'a.example', '*', 'javascript:alert(1)', 'https://a.example; script-src *'])(
  'a start with %s as an origin stops and says so',
  (value) => {
    expect(() => readConfig({ EMBED_ORIGINS: value })).toThrow(ConfigProblem)
  },
)
