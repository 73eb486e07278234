import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit } from '../support/filled-application.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${running.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

describe('P8: a malformed request gets problem+json', () => {
  test.each<[name: string, body: BodyInit, status: number, code: string]>([
    ['100 kB', JSON.stringify({ message: '居'.repeat(40_000) }), 413, 'payload-too-large'],
    ['broken JSON', '{"message": "居住证', 400, 'bad-request'],
    ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0x6d, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'bad-request'],
    ['a number for a message', '{"message": 7}', 400, 'bad-request'],
    ['an unknown field', '{"message": "居住证", "role": "admin"}', 400, 'bad-request'],
    ['no message', '{}', 400, 'bad-request'],
    ['an array', '[]', 400, 'bad-request'],
  ])('%s', async (_name, body, status, code) => {
    const response = await post('/api/chat', body)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ code, status })
    expect(response.headers.get('x-request-id')).toBeTruthy()
  })

  test.each([
    ['/api/nothing', 404],
    ['/api/guides/no-such-guide', 404],
    ['/api/services/__proto__', 404],
  ])('GET %s', async (path, status) => {
    expect((await fetch(`${running.url}${path}`)).status).toBe(status)
  })
})

describe('P8: odd words get an answer in the citizen’s language', () => {
  test.each([
    ['blank', '   ', 'blocked'],
    ['only invisible characters', '\u200b\u2060\ufeff', 'blocked'],
    ['too long to read and nothing asked', '办'.repeat(6000), 'out-of-scope'],
  ])('%s', async (_name, message, outcome) => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say(message)
    expect(reply.outcome.outcome).toBe(outcome)
    expect(reply.text.length).toBeGreaterThan(4)
  })

  test('zero-width characters inside a question do not hide it', async () => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('居\u200b住\u200b证\u200b要\u200b多少钱')
    expect(reply.sources).toContain('residence-permit#fees')
  })

  test('emoji alone are met with words, not with an error', async () => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('😀😀😀')
    expect(['no-guidance', 'out-of-scope', 'clarify', 'blocked']).toContain(reply.outcome.outcome)
    expect(reply.text.length).toBeGreaterThan(4)
  })
})

describe('P8: a wrong value is refused with its reason, and good values stay', () => {
  test.each([
    ['citizenId', '350203199001010019'],
    ['citizenId', '350203199002300018'],
    ['mobile', '1380000000'],
    ['livesSince', '2025-02-30'],
    ['situation', 'no-such-option'],
    ['name', ''],
  ])('%s = %s', async (field, value) => {
    const citizen = await openCitizen(running.url)
    const id = await fillResidencePermit(citizen)
    const before = await citizen.call('GET', `/api/applications/${id}`)
    const answer = await citizen.call(
      'PATCH',
      `/api/applications/${id}`,
      { values: { [field]: value } },
      { 'if-match': before.headers.get('etag') ?? '' },
    )
    expect(answer.status).toBe(200)
    const result = (await answer.json()) as {
      rejected: { field: string; message: string }[]
      application: { status: string }
    }
    expect(result.rejected.map((one) => one.field)).toEqual([field])
    expect(result.rejected[0]?.message.length).toBeGreaterThan(4)
    expect(result.application.status).toBe('ready')
  })

  test('a field the form does not have is refused', async () => {
    const citizen = await openCitizen(running.url)
    const id = await fillResidencePermit(citizen)
    const etag = (await citizen.call('GET', `/api/applications/${id}`)).headers.get('etag') ?? ''
    const answer = await citizen.call(
      'PATCH',
      `/api/applications/${id}`,
      { values: { __proto__x: '1', status: 'approved' } },
      { 'if-match': etag },
    )
    const result = (await answer.json()) as { rejected: { field: string }[]; application: { status: string } }
    expect(result.rejected.map(({ field }) => field).toSorted()).toEqual(['__proto__x', 'status'])
    expect(result.application.status).toBe('ready')
  })

  test('a change over somebody else’s change needs the current version', async () => {
    const citizen = await openCitizen(running.url)
    const id = await fillResidencePermit(citizen)
    expect((await citizen.call('PATCH', `/api/applications/${id}`, { values: {} })).status).toBe(428)
    expect((await citizen.call('PATCH', `/api/applications/${id}`, { values: {} }, { 'if-match': '"0"' })).status).toBe(
      412,
    )
  })
})

test('P8: too many messages a minute are asked to wait', async () => {
  const limited = await startApp({ env: { RATE_LIMIT_PER_CONVERSATION: '3' } })
  try {
    const citizen = await openCitizen(limited.url)
    const statuses = []
    for (let i = 0; i < 5; i += 1) {
      const response = await citizen.call('POST', '/api/chat', { id: citizen.id, message: '居住证多少钱' })
      await response.text()
      statuses.push(response.status)
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  } finally {
    await limited.close()
  }
})

test('P8: citizens behind one address open many conversations a minute, each with messages of its own', async () => {
  const hall = await startApp({ env: { RATE_LIMIT_PER_CONVERSATION: '2', RATE_LIMIT_OPENINGS_PER_ADDRESS: '4' } })
  try {
    const ask = async (): Promise<number> => {
      const response = await fetch(`${hall.url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message: '居住证多少钱' }),
      })
      await response.text()
      return response.status
    }
    const opened = [await ask(), await ask(), await ask()]
    const citizen = await openCitizen(hall.url)
    expect([...opened, await ask()]).toEqual([200, 200, 200, 429])
    const hers = await citizen.call('POST', '/api/chat', { id: citizen.id, message: '居住证多少钱' })
    await hers.text()
    expect(hers.status).toBe(200)
  } finally {
    await hall.close()
  }
})
