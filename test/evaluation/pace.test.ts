import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createPace } from '../../src/evaluation/index.ts'
import { call, playbook, text } from '../support/model-playbook.ts'
import { startOpenAiServer, type OpenAiServer } from '../support/openai-server.ts'
import { openEvalHouse, type EvalHouse } from './support/eval-house.ts'

vi.setConfig({ testTimeout: 120_000 })

test('a complaint halves how many play at once, and rounds without one bring them back one by one', async () => {
  const pace = createPace(8, { restMs: 20 })
  expect(pace.width()).toBe(8)
  pace.slowDown()
  // Calls from before the rest complain as well: it is the same complaint.
  pace.slowDown()
  expect([pace.width(), pace.complaints()]).toEqual([4, 2])
  const began = performance.now()
  await pace.enter()
  expect(performance.now() - began).toBeGreaterThanOrEqual(19)
  pace.leave()
  for (let round = 0; round < 4; round += 1) {
    await pace.enter()
    pace.leave()
  }
  expect(pace.width()).toBe(5)
  for (let round = 0; round < 100; round += 1) {
    await pace.enter()
    pace.leave()
  }
  expect(pace.width()).toBe(8)
})

test('nobody enters beyond the width, and never fewer than one', async () => {
  const pace = createPace(2, { restMs: 5 })
  for (let again = 0; again < 3; again += 1) {
    pace.slowDown()
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  expect(pace.width()).toBe(1)
  let inside = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      await pace.enter()
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 1))
      inside -= 1
      pace.leave()
    }),
  )
  expect(most).toBeLessThanOrEqual(2)
})

let server: OpenAiServer
let house: EvalHouse
beforeAll(async () => {
  const search = call('searchGuides', { query: '居民身份证有效期满换领多少钱', sections: ['fees'] })
  const play = playbook([{ when: /身份/, steps: [search, () => text('有效期满换领工本费20元[p1]。')] }])
  server = await startOpenAiServer((request, index) =>
    index < 2 ? { fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } } } : play(request, index),
  )
  house = await openEvalHouse()
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await house[Symbol.asyncDispose]()
})

test('trials that a provider turned away are played again after the rest it asked for, and that is shown', async () => {
  const began = performance.now()
  const { out } = await house.call(['--engine', 'openai', '--suite', 'answers', '--cassettes', 'live'], {
    OPENAI_MODEL: 'scripted',
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: 'sk-none',
  })
  expect(performance.now() - began).toBeGreaterThanOrEqual(1000)
  expect(out).toContain('2 条中 2 条通过')
  expect(out).toMatch(/出错后再试了 [1-9] 次/)
})
