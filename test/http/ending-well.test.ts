import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listen } from '../../src/http/index.ts'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { startOpenAiServer, type OpenAiServer } from '../support/openai-server.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

/** A model that never says a word, so that a turn lasts until somebody ends it. */
let silent: OpenAiServer
let dataDir: string
beforeAll(async () => {
  silent = await startOpenAiServer(() => ({ fault: { kind: 'black-hole' } }))
  dataDir = await mkdtemp(join(tmpdir(), 'bianban-test-'))
})
afterAll(async () => {
  await silent[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true, force: true })
})

const withSilentModel = (firstPartMs: number): Promise<RunningApp> =>
  startApp({
    dataDir,
    env: {
      OPENAI_BASE_URL: silent.baseUrl,
      OPENAI_API_KEY: 'test',
      OPENAI_MODEL: 'scripted',
      MODEL_FIRST_PART_MS: String(firstPartMs),
    },
  })

/** Settles when the model has been asked once more. */
async function whileModelIsAsked(act: () => unknown): Promise<void> {
  const before = silent.requests.length
  act()
  await vi.waitFor(() => expect(silent.requests.length).toBeGreaterThan(before))
}

test('a citizen who erases her conversation in the middle of an answer leaves nothing behind', async () => {
  const running = await withSilentModel(60_000)
  const citizen = await openCitizen(running.url)
  const replies: Promise<unknown>[] = []
  await whileModelIsAsked(() => replies.push(citizen.say('我叫陈测试，居住证多少钱')))
  replies.push(citizen.say('手机13800000001'))
  expect((await citizen.call('DELETE', `/api/conversations/${citizen.id}`)).status).toBe(204)
  await Promise.allSettled(replies)
  expect(await running.app.conversation.messages(citizen.id)).toEqual([])
  expect((await citizen.call('GET', `/api/conversations/${citizen.id}`)).status).toBe(401)
  await running.close()
})

test('a server that closes ends the streams of progress and keeps the question of a citizen who left', async () => {
  const running = await withSilentModel(60_000)
  const citizen = await openCitizen(running.url)
  const progress = await citizen.call('GET', `/api/conversations/${citizen.id}/events`)
  const left = new AbortController()
  await whileModelIsAsked(() => {
    const body = JSON.stringify({ id: citizen.id, message: '居住证多少钱' })
    const headers = { authorization: `Bearer ${citizen.token}`, 'content-type': 'application/json' }
    const { signal } = left
    void fetch(`${running.url}/api/chat`, { method: 'POST', headers, body, signal }).catch(() => undefined)
  })
  left.abort()
  await running.close()
  expect(await progress.text()).toContain('event: progress')
  const again = await startApp({ dataDir })
  expect((await again.app.conversation.messages(citizen.id)).map(({ role }) => role)).toEqual(['user', 'assistant'])
  await again.close()
})

test('when a citizen leaves, the model is stopped, and her answer is there when she comes back', async () => {
  const running = await withSilentModel(60_000)
  const citizen = await openCitizen(running.url)
  const left = new AbortController()
  const [asked, abandoned] = [silent.requests.length, silent.abandoned()]
  await whileModelIsAsked(() => {
    const body = JSON.stringify({ id: citizen.id, message: '居住证多久能办好' })
    const headers = { authorization: `Bearer ${citizen.token}`, 'content-type': 'application/json' }
    void fetch(`${running.url}/api/chat`, { method: 'POST', headers, body, signal: left.signal }).catch(() => undefined)
  })
  left.abort()
  await vi.waitFor(() => expect(silent.abandoned()).toBe(abandoned + 1))
  const kept = async () => JSON.stringify(await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json())
  await vi.waitFor(async () => expect(await kept()).toMatch(/15日.*"engine":"embedded"/s), 5000)
  expect(silent.requests).toHaveLength(asked + 1)
  await running.close()
})

test('a receipt does not wait for a slow answer, and the answer offers no card for what was submitted', async () => {
  const running = await withSilentModel(2000)
  const citizen = await openCitizen(running.url)
  const review = await reviewOf(citizen, await fillResidencePermit(citizen))
  const replies: ReturnType<typeof citizen.say>[] = []
  await whileModelIsAsked(() => replies.push(citizen.say('居住证多少钱')))
  expect((await submit(citizen, review, 'submitted-in-a-turn')).status).toBe(201)
  const [reply] = await Promise.all(replies)
  expect(reply?.outcome.outcome).toBe('answered')
  expect(reply?.review).toBeUndefined()
  await vi.waitFor(async () => expect(await running.app.conversation.messages(citizen.id)).toHaveLength(4))
  await running.close()
})

test('two processes on one store answer one conversation at once without losing a turn', async () => {
  const [one, other] = await Promise.all([startApp({ dataDir }), startApp({ dataDir })])
  const citizen = await openCitizen(one.url)
  const headers = { authorization: `Bearer ${citizen.token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ id: citizen.id, message: '居住证多少钱' })
  const answers = await Promise.all(
    [one, other, one, other, one, other].map(async ({ url }) =>
      (await fetch(`${url}/api/chat`, { method: 'POST', headers, body })).text(),
    ),
  )
  expect(answers.filter((answer) => answer.includes('"outcome":"answered"'))).toHaveLength(6)
  expect(await other.app.conversation.messages(citizen.id)).toHaveLength(12)
  await Promise.all([one.close(), other.close()])
})

test('a port that is taken is said in plain words', async () => {
  const running = await startApp()
  const hall = { app: express(), closing: () => undefined }
  await expect(listen(hall, Number(new URL(running.url).port), '127.0.0.1')).rejects.toThrow('端口')
  await running.close()
})
