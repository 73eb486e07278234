import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen, readReply } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const JSON_TYPE = { 'content-type': 'application/json' }

describe('a request that cannot be read is its sender’s fault, never ours', () => {
  test.each(['/api/guides/%E0%A4%A', '/guides/%E0%A4%A', '/api/applications/%ff'])('GET %s', async (path) => {
    const response = await fetch(`${running.url}${path}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'bad-request' })
  })

  test.each(['gzip', 'deflate', 'br', 'zstd'])('a body that is not the %s it says', async (encoding) => {
    const headers = { ...JSON_TYPE, 'content-encoding': encoding }
    const response = await fetch(`${running.url}/api/chat`, { method: 'POST', headers, body: 'not compressed' })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  })

  test('a small body that unpacks to a large one', async () => {
    const body = gzipSync(JSON.stringify({ message: '办'.repeat(2_000_000) }))
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' }
    const response = await fetch(`${running.url}/api/chat`, { method: 'POST', headers, body })
    expect(response.status).toBe(413)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk'])(
    'a body of type %s',
    async (type) => {
      const headers = { 'content-type': type }
      const response = await fetch(`${running.url}/api/chat`, { method: 'POST', headers, body: '{"message":"居住证"}' })
      expect(response.status).toBe(415)
      expect(await response.json()).toMatchObject({ code: 'unsupported-media-type' })
    },
  )

  test('a range of a page that it does not have', async () => {
    const response = await fetch(`${running.url}/`, { headers: { range: 'bytes=99999999-' } })
    expect(response.status).toBeLessThan(500)
  })
})

test('a client that sends the whole conversation each time is still answered after many turns', async () => {
  const citizen = await openCitizen(running.url)
  const turn = (role: string, text: string) => ({ id: 'x', role, parts: [{ type: 'text', text }] })
  const earlier = Array.from({ length: 60 }, () => [
    turn('user', '那要多久'),
    turn('assistant', '办'.repeat(1500)),
  ]).flat()
  const response = await citizen.call('POST', '/api/chat', {
    id: citizen.id,
    trigger: 'submit-message',
    messages: [...earlier, turn('user', '居住证要多少钱')],
  })
  expect((await readReply(response)).sources).toContain('residence-permit#fees')
})

test('what is personal is kept by no cache', async () => {
  const citizen = await openCitizen(running.url)
  const response = await citizen.call('GET', `/api/conversations/${citizen.id}`)
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('figures name routes as they are written, whatever was asked for', async () => {
  await fetch(`${running.url}/API/GuIdEs`)
  const citizen = await openCitizen(running.url)
  await citizen.call('GET', '/api/conversations/c_somebody-else')
  const figures = await (await fetch(`${running.url}/metrics`)).text()
  expect(figures).toContain('method="GET",route="/api/guides",status="200"')
  expect(figures).toContain('method="GET",route="/api/conversations/:id",status="403"')
  expect(figures).not.toContain('GuIdEs')
})

describe('an address that leads nowhere', () => {
  test.each(['/nowhere', '/guides/no-such-guide'])('%s is a page with ways on for a person', async (path) => {
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const response = await fetch(`${running.url}${path}`, { headers })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('<a href="/">回首页')
  })

  test.each(['/nowhere', '/guides/no-such-guide', '/api/guides/no-such-guide'])(
    '%s is a problem document for a program',
    async (path) => {
      const response = await fetch(`${running.url}${path}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ code: 'not-found' })
    },
  )
})

describe('pages', () => {
  test.each([
    ['/', 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['/', 'zh-Hant-HK,en;q=0.5', 'zh-Hant'],
    ['/', 'en-GB,en;q=0.9', 'en'],
    ['/', 'fr-FR', 'en'],
    ['/', '*', 'zh-Hans'],
    ['/?lang=zh-Hant', 'en', 'zh-Hant'],
    ['/?lang=xx&lang=en', 'zh-TW', 'zh-Hant'],
    ['/guides/residence-permit?lang=en', 'zh-CN', 'en'],
  ])('%s for a browser that reads "%s" is written in %s', async (path, reads, locale) => {
    const response = await fetch(`${running.url}${path}`, { headers: { 'accept-language': reads } })
    expect(response.headers.get('vary')).toMatch(/accept-language/i)
    expect(await response.text()).toContain(`<html lang="${locale}">`)
  })

  test.each(['/', '/guides/residence-permit'])('%s travels compressed', async (path) => {
    const response = await fetch(`${running.url}${path}`, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
  })

  test('what a citizen is told never does: an answer streams as it comes', async () => {
    const response = await fetch(`${running.url}/api/chat`, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'accept-encoding': 'gzip' },
      body: '{"message":"居住证多少钱"}',
    })
    expect(response.headers.get('content-encoding')).toBeNull()
    await response.body?.cancel()
  })
})
