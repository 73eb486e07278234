import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/errors.ts'
import { readStaffContent } from '../../src/content/index.ts'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

/** What a citizen reads when a request comes to nothing, in her own language. */
let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

type Problem = { title: string; detail: string; code: string }
const HAN = /\p{Script=Han}/u

/** An English conversation. */
async function englishCitizen() {
  const opened = await fetch(`${running.url}/api/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ locale: 'en' }),
  })
  const { id, token } = (await opened.json()) as { id: string; token: string }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return {
    id,
    call: async (method: string, path: string, body?: object): Promise<Problem> => {
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
      const response = await fetch(`${running.url}${path}`, init)
      expect(response.headers.get('content-type'), path).toContain('problem+json')
      return (await response.json()) as Problem
    },
  }
}

test('who talks in English reads what went wrong in English, without a browser that says so', async () => {
  const { id, call } = await englishCitizen()
  const problems = [
    await call('GET', '/api/applications/a-none'),
    await call('GET', '/api/applications/a-none/consents'),
    await call('POST', '/api/applications/a-none/submission', {}),
    await call('POST', '/api/applications', { conversationId: id }),
    await call('PATCH', '/api/applications/a-none', { values: {} }),
    await call('POST', `/api/conversations/${id}/benefits/none/claim`),
    await call('POST', `/api/conversations/${id}/feedback`, { messageId: 'm_none', rating: 'up' }),
  ]
  for (const { title, detail } of problems) {
    expect(title).not.toMatch(HAN)
    expect(detail).not.toMatch(HAN)
    expect(detail).toMatch(/[A-Z].*\.$/)
  }
})

test('before there is a conversation, the language of the browser counts', async () => {
  const asked = async (language: string) =>
    (await (
      await fetch(`${running.url}/api/guides/none`, { headers: { 'accept-language': language } })
    ).json()) as Problem
  expect((await asked('en-GB,en')).detail).toBe('There is no such guide.')
  expect((await asked('zh-TW')).detail).toBe('沒有這份指南。')
  expect((await asked('zh-CN')).detail).toBe('没有这份指南。')
})

test('a case looked up by its code reads in the language of who looks', async () => {
  const headers = { 'x-query-code': 'AAAA-AAAA', 'accept-language': 'en' }
  const { detail } = (await (await fetch(`${running.url}/api/cases/XM1`, { headers })).json()) as Problem
  expect(detail).not.toMatch(HAN)
})

test('a 繁體 citizen reads the words of the counter in her script', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我想辦居住證，請問要帶什麼？')
  const problem = (await (await citizen.call('GET', '/api/applications/a-none')).json()) as Problem
  expect(problem.detail).toBe('沒有找到這份申請。')
})

describe('no error is without its words', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('src', file), 'utf8'))
  const keys = sources.flatMap((source) =>
    [...source.matchAll(/(?:\bsaying\(\s*'[\w-]+',|\bunavailableAs\(|\brefuse\()\s*'(?<key>[\w-]+)'/g)].map(
      (found) => found.groups?.['key'] ?? '',
    ),
  )

  test('every code has a title, and every key its text', () => {
    const { content } = readStaffContent('.')
    expect(keys.length).toBeGreaterThan(50)
    const wanted = [...keys.map((key) => `problem-${key}`), ...ERROR_CODES.map((code) => `problem-title-${code}`)]
    expect(wanted.filter((key) => !content.messages.has(key))).toEqual([])
  })
})
