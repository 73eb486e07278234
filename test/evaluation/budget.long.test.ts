import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { judge, Run, startBudget, baselineOf } from '../../src/evaluation/index.ts'
import { call, playbook, text } from '../support/model-playbook.ts'
import { startOpenAiServer, type OpenAiServer } from '../support/openai-server.ts'
import { FEE_SAMPLE, openEvalHouse, type EvalHouse } from './support/eval-house.ts'
import { FINGERPRINT, madeCheck, madeRun, madeTrial } from './support/made-run.ts'

vi.setConfig({ testTimeout: 120_000 })

describe('a budget', () => {
  const none = { cost: undefined, tokens: undefined, seconds: undefined }
  const used = () => ({ inputTokens: 900_000, outputTokens: 100_000 })

  test('is spent when the limit is reached, and says which one', () => {
    const price = { input: 2, output: 8 }
    expect(startBudget(none, { price, used }).spent()).toBeUndefined()
    expect(startBudget({ ...none, tokens: 1_000_001 }, { price, used }).spent()).toBeUndefined()
    expect(startBudget({ ...none, tokens: 1_000_000 }, { price, used }).spent()).toContain('限 1000000 个')
    expect(startBudget({ ...none, cost: 2.61 }, { price, used }).spent()).toBeUndefined()
    expect(startBudget({ ...none, cost: 2.6 }, { price, used }).spent()).toContain('已用约 2.6000 元')
  })

  test('of time counts from its start', () => {
    let now = 5000
    const budget = startBudget({ ...none, seconds: 2 }, { price: undefined, used, now: () => now })
    now += 1999
    expect(budget.spent()).toBeUndefined()
    now += 1
    expect(budget.spent()).toContain('限 2 秒')
  })
})

test('a run that was stopped is never as good as before, and as bad as what was played', () => {
  const check = (ok: boolean) => [madeCheck('fact:fee', ok, '说错了')]
  const before = baselineOf(madeRun([madeTrial({ key: 'answers/a/0', checks: check(true) })]), '样例')
  const stopped = { stopped: '时间用完了' }
  const fine = { ...madeRun([madeTrial({ key: 'answers/a/0', checks: check(true) })]), ...stopped }
  const worse = { ...madeRun([madeTrial({ key: 'answers/a/0', checks: check(false) })]), ...stopped }
  expect(judge(fine, before, { whole: true })).toMatchObject({ code: 5, reasons: ['没有跑完，时间用完了'] })
  expect(judge(worse, before, { whole: true })).toMatchObject({ code: 1 })
  expect(judge({ ...madeRun([], FINGERPRINT), ...stopped }, before, { whole: true }).code).toBe(5)
})

describe('npm run eval with a limit', () => {
  let house: EvalHouse
  let server: OpenAiServer
  let env: Record<string, string>
  const ENGINE = ['--engine', 'openai', '--cassettes', 'live', '--concurrency', '1']
  const MODEL = [...ENGINE, '--suite', 'answers']
  const stored = async () => Run.parse(JSON.parse(await readFile(join(house.root, 'evals/reports/run.json'), 'utf8')))

  beforeAll(async () => {
    const search = call('searchGuides', { query: '居民身份证有效期满换领多少钱', sections: ['fees'] })
    const answer = text('有效期满换领工本费20元[p1]。')
    server = await startOpenAiServer(playbook([{ when: /身份|身份證/, steps: [search, () => answer] }]))
    env = { OPENAI_MODEL: 'scripted', OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-none' }
    house = await openEvalHouse(FEE_SAMPLE)
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await house[Symbol.asyncDispose]()
  })

  test('stops in words, keeps what was played and marks it, and goes on with --resume', async () => {
    // A question takes two calls of 15 tokens each.
    const { code, out } = await house.call([...MODEL, '--max-tokens', '20'], env)
    expect(out).toContain('没有跑完，token 用完了：限 20 个，已用 30 个（--max-tokens）；2 条跑了 1 条')
    expect(out).toContain('调用模型 2 次，输入 20、输出 10 个 token')
    // There is no baseline of this model yet.
    expect(code).toBe(4)
    expect(await stored()).toMatchObject({ stopped: expect.stringContaining('token'), trials: [{ passed: true }] })
    expect(await house.call(['bless', '--reason', '样例'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('没有跑完'),
    })
    const whole = await house.call([...MODEL, '--resume'], env)
    expect(whole.out).toContain('接着上次的跑：1 条已经有了')
    const run = await stored()
    expect([run.stopped, run.trials.length]).toEqual([undefined, 2])
    // One suite alone would make a baseline that forgets the others.
    expect((await house.call(['bless', '--reason', '样例'])).code).toBe(2)
    await house.call([...ENGINE], env)
    expect((await house.call(['bless', '--reason', '样例'])).code).toBe(0)
  })

  test('counts as not scored in full (5) where what was played is as good as before', async () => {
    const { code, out } = await house.call([...MODEL, '--max-cost', '0.0001', '--price', '2/8'], env)
    expect([code, out]).toEqual([5, expect.stringContaining('费用用完了：限 0.0001 元，已用约 0.0001 元')])
    expect(out).toContain('不作数：没有评到，或者没有评完。')
  })

  test('does not count what is replayed, and times the embedded engine too', async () => {
    await house.call([...MODEL, '--cassettes', 'record'], env)
    const replayed = await house.call([...MODEL, '--cassettes', 'replay', '--max-tokens', '1'], env)
    expect(replayed.out).not.toContain('没有跑完')
    const { code, out } = await house.call(['--max-seconds', '0.000001'])
    expect([code, out]).toEqual([5, expect.stringContaining('时间用完了：限 0.000001 秒')])
  })

  test.each([
    [['--max-cost', '3'], '--price'],
    [['--max-tokens', '0'], '--max-tokens 0'],
    [['--max-seconds', 'soon'], '--max-seconds soon'],
    [['--price', '2'], '2/8'],
  ])('is a mistake of the call (2) as %j', async (words, told) => {
    expect(await house.call(words)).toMatchObject({ code: 2, errors: expect.stringContaining(told) })
  })
})
