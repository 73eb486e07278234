import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf } from '../../src/evaluation/index.ts'
import { call, playbook, text } from '../support/model-playbook.ts'
import { startOpenAiServer } from '../support/openai-server.ts'
import { openEvalHouse, type EvalHouse } from './support/eval-house.ts'
import { madeRun, madeTrial } from './support/made-run.ts'

vi.setConfig({ testTimeout: 240_000 })

const turn = (text: string) => [{ said: '居住证多少钱', text, ending: 'answer', sources: [] }]

test('two runs differ where a reply does, and where a trial is gone', () => {
  const first = madeRun([
    madeTrial({ key: 'answers/a/0', turns: turn('工本费20元') }),
    madeTrial({ key: 'answers/b/0' }),
  ])
  expect(differencesOf(first, first)).toEqual([])
  const second = madeRun([
    madeTrial({ key: 'answers/a/0', turns: turn('工本费25元') }),
    madeTrial({ key: 'answers/c/0' }),
  ])
  expect(differencesOf(first, second)).toEqual([
    { key: 'answers/a/0', what: 'turns', words: expect.stringMatching(/“[^”]*20元.*成了“[^”]*25元/) },
    { key: 'answers/b/0', what: 'missing', words: '只有第一次有' },
    { key: 'answers/c/0', what: 'missing', words: '只有第二次有' },
  ])
})

let house: EvalHouse
beforeAll(async () => {
  house = await openEvalHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

test('the embedded engine leaves the same bytes twice, and the second run leaves nothing else behind', async () => {
  const { code, out } = await house.call(['determinism'])
  expect([code, out]).toEqual([4, expect.stringContaining('两次结果逐字节相同')])
  const report = (name: string) => readFile(join(house.root, 'evals/reports', name), 'utf8')
  expect(await report('again/run.json')).toBe(await report('run.json'))
})

test('an engine that answers otherwise each time is found out (1), with the trial that shows it', async () => {
  let asked = 0
  const search = call('searchGuides', { query: '居民身份证有效期满换领多少钱', sections: ['fees'] })
  const answer = () => text(`${'您好，'.repeat((asked += 1))}有效期满换领工本费20元[p1]。`)
  await using server = await startOpenAiServer(playbook([{ when: /身份|身份證/, steps: [search, answer] }]))
  const { code, out } = await house.call(
    ['determinism', '--engine', 'openai', '--suite', 'answers', '--cassettes', 'live'],
    { OPENAI_MODEL: 'scripted', OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-none' },
  )
  expect(code).toBe(1)
  expect(out).toMatch(/answers\/renewal-fee\/0 的 \w+：“.*”成了“.*”/)
  expect(out).toContain('两次结果不同：2 条，文件 run.json')
})
