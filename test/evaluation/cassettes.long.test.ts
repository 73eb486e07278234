import { rm } from 'node:fs/promises'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { call, playbook, text } from '../support/model-playbook.ts'
import { startOpenAiServer, type OpenAiServer, type Reply } from '../support/openai-server.ts'
import { editStaffFile } from '../support/staff-files.ts'
import { openEvalHouse, type EvalHouse } from './support/eval-house.ts'

// Each test opens the house once or more.
vi.setConfig({ testTimeout: 120_000 })

const KEY = 'sk-test-secret-0123456789abcdef'
const MODEL = ['--engine', 'openai', '--suite', 'answers']
const search = call('searchGuides', { query: '居民身份证有效期满换领多少钱', sections: ['fees'] })

const NUMBER_SAMPLE =
  '- id: number\n  guide: resident-id\n  question_type: fee\n  ask: [我的手机13800003483，身份证换证多少钱]\n  outcome: answer\n'

let server: OpenAiServer
/** What the model says in place of the fee, when set. */
let scripted: Reply | undefined
let house: EvalHouse
/** The settings of a model that is there, and of one that cannot be reached. */
let there: Record<string, string>
const away = { OPENAI_MODEL: 'scripted' }

beforeAll(async () => {
  server = await startOpenAiServer(
    playbook([{ when: /身份/, steps: [search, () => scripted ?? text('有效期满换领工本费20元[p1]。')] }]),
  )
  there = { OPENAI_MODEL: 'scripted', OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: KEY }
  house = await openEvalHouse()
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await house[Symbol.asyncDispose]()
})

const folder = (): string => join(house.root, 'evals/cassettes/scripted')
const recordings = (): string[] => readdirSync(folder()).filter((name) => name.endsWith('.json'))

describe('the calls of a model', () => {
  test('are recorded once, and replayed without it to the same bytes', async () => {
    const recorded = await house.call([...MODEL, '--cassettes', 'record'], there)
    expect(recorded.code).toBe(4)
    expect(recorded.out).toContain('2 条中 2 条通过')
    const calls = server.requests.length
    const run = readFileSync(join(house.root, 'evals/reports/run.json'), 'utf8')
    const replayed = await house.call(MODEL, away)
    expect(replayed.errors).not.toContain('录音')
    expect(readFileSync(join(house.root, 'evals/reports/run.json'), 'utf8')).toBe(run)
    expect(server.requests.length).toBe(calls)
  })

  test('are kept without keys and without the numbers of citizens, whoever said them', async () => {
    scripted = text(`您的号码是35020319880512194X，${KEY}。`)
    await house.write('evals/answers/number.yaml', NUMBER_SAMPLE)
    await house.call([...MODEL, '--filter', 'number', '--cassettes', 'record'], there)
    scripted = undefined
    const kept = recordings().map((name) => readFileSync(join(folder(), name), 'utf8'))
    expect(kept.join()).toContain('‹密钥›')
    for (const secret of [KEY, '35020319880512194X', '13800003483']) expect(kept.join()).not.toContain(secret)
    await rm(join(house.root, 'evals/answers/number.yaml'))
  })

  test('have recordings of their own for each repeat', async () => {
    const { code, errors } = await house.call([...MODEL, '--repeat', '2'], away)
    expect(code).toBe(3)
    expect(errors).toContain('重复的次数')
    const before = recordings().length
    const { out } = await house.call([...MODEL, '--repeat', '2', '--cassettes', 'auto'], there)
    expect(out).toContain('pass^2')
    expect(recordings().length).toBe(before + 4)
  })

  test('are told apart from those that were never recorded, with the nearest one and what differs', async () => {
    await house.write(
      'evals/answers/other.yaml',
      '- id: other\n  guide: resident-id\n  question_type: fee\n  ask: [身份证到期换证几块钱]\n  outcome: answer\n',
    )
    const { code, errors } = await house.call(MODEL, away)
    expect(code).toBe(3)
    expect(errors).toMatch(
      /录音里没有这次请求：最接近的 [0-9a-f]{12} 不同在：messages\.\d+\.content\.0\.text：录音里是“/,
    )
    expect(errors).toContain('，现在是“')
  })

  test('miss when a prompt was changed, and the message says so', async () => {
    await editStaffFile(house.root, 'prompts/assistant.md', '称呼“您”。', '一律称呼“您”。')
    const { code, errors } = await house.call(MODEL, away)
    expect(code).toBe(3)
    expect(errors).toContain('提示词改过')
  })

  test('of the former prompt are listed as stale and pruned, once every sample has been run', async () => {
    expect((await house.call(['cassettes', 'stale'])).code).toBe(2)
    await house.call(['--engine', 'openai', '--cassettes', 'auto'], there)
    const stale = await house.call(['cassettes', 'stale'])
    expect(stale.out).toContain('身份证到期换证多少钱')
    const before = recordings().length
    const pruned = await house.call(['cassettes', 'prune'])
    expect(pruned.code).toBe(0)
    expect(recordings().length).toBeLessThan(before)
    expect((await house.call(MODEL, away)).errors).not.toContain('录音')
  })

  test('are not replayed from a recording that was altered', async () => {
    const [name = ''] = recordings()
    const file = join(folder(), name)
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('"scripted"', '"another"'))
    const { code, errors } = await house.call(MODEL, away)
    expect([code, errors]).toEqual([2, expect.stringContaining('录音被改过')])
    writeFileSync(file, text)
  })
})

test('a model that is asked for and not configured was not run, and that is no pass', async () => {
  expect(await house.call(['--engine', 'openai'])).toMatchObject({ code: 2, errors: expect.stringContaining('没有跑') })
  expect(await house.call([...MODEL, '--cassettes', 'live'], away)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('OPENAI_API_KEY'),
  })
})

test('where the embedded engine had to answer for the model, nothing was scored', async () => {
  await using failing = await startOpenAiServer(() => ({ fault: { kind: 'status', status: 500 } }))
  const { code, out } = await house.call([...MODEL, '--cassettes', 'live', '--retry-errors', '1'], {
    ...there,
    OPENAI_BASE_URL: failing.baseUrl,
  })
  expect(code).toBe(5)
  expect(out).toContain('出错后再试了 3 次')
})
