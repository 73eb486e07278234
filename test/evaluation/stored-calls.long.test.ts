import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Run } from '../../src/evaluation/index.ts'
import { openEvalHouse, type EvalHouse } from './support/eval-house.ts'

// Each test opens the house once or more.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let house: EvalHouse
let whole: Run
const at = (...names: string[]): string => join(house.root, ...names)
const stored = async (...names: string[]): Promise<Run> =>
  Run.parse(JSON.parse(await readFile(at('evals/reports', ...names), 'utf8')))
const cut = async (name: string, keep: (key: string) => boolean): Promise<string> => {
  await mkdir(at('parts', name), { recursive: true })
  await writeFile(
    at('parts', name, 'run.json'),
    JSON.stringify({ ...whole, trials: whole.trials.filter(({ key }) => keep(key)) }),
  )
  return at('parts', name)
}

beforeAll(async () => {
  house = await openEvalHouse()
  await house.call([
    '--json',
    at('copies/run.json'),
    '--junit',
    at('copies/junit.xml'),
    '--html',
    at('copies/report.html'),
  ])
  await house.call(['bless', '--reason', '样例'])
  whole = await stored('run.json')
})
afterAll(() => house[Symbol.asyncDispose]())

test('reports are put where --json, --junit and --html say, and the run leaves no folder of its own', async () => {
  for (const [copy, report] of [
    ['run.json', 'run.json'],
    ['junit.xml', 'junit.xml'],
    ['report.html', 'report.html'],
  ] as const)
    expect(await readFile(at('copies', copy), 'utf8')).toBe(await readFile(at('evals/reports', report), 'utf8'))
  expect(await readdir(at('data/evaluation/runs'))).toEqual([])
  expect((await readdir(at('data/evaluation'))).toSorted()).toEqual([
    'index',
    'recogniser',
    'runs',
    'staff-content.bin',
  ])
})

test('every prompt is a trial with its checks', () => {
  const prompts = whole.trials.filter(({ suite }) => suite === 'prompts')
  expect(prompts.map(({ key, passed }) => [key, passed])).toContainEqual(['prompts/assistant', true])
  expect(prompts[0]?.checks.map(({ name }) => name)).toEqual([
    'size',
    'label',
    'changelog',
    'placeholders',
    'delimiters',
  ])
})

describe('stored runs', () => {
  test('a part is scored without missing what was not played, beside the last run and not in its place', async () => {
    const part = await cut('answers', (key) => key.startsWith('answers/'))
    const { code, out } = await house.call(['score', part])
    expect([code, out]).toEqual([0, expect.stringContaining('只有一部分')])
    expect(await stored('run.json')).toEqual(whole)
    expect((await stored('scored/run.json')).trials.map(({ suite }) => suite)).toEqual(['answers', 'answers'])
  })

  test('all shards make the run; with one left out not all was scored (5), unless no more was asked for', async () => {
    const one = await cut('one', (key) => key.endsWith('/0'))
    const other = await cut('other', (key) => !key.endsWith('/0'))
    expect((await house.call(['merge', one, other])).code).toBe(0)
    expect(await stored('merged/run.json')).toEqual(whole)
    const { code, out } = await house.call(['merge', one])
    expect([code, out]).toEqual([5, expect.stringContaining('少了')])
    expect((await house.call(['merge', '--filter', '/0$', one])).code).toBe(0)
  })

  test('where every word is the same, the comparison says what was changed, and blames no engine for it', async () => {
    const as = async (name: string, fingerprint: Partial<Run['fingerprint']>): Promise<string> => {
      await mkdir(at('parts', name), { recursive: true })
      await writeFile(
        at('parts', name, 'run.json'),
        JSON.stringify({ ...whole, fingerprint: { ...whole.fingerprint, ...fingerprint } }),
      )
      return at('parts', name)
    }
    const same = await as('same', {})
    const words = async (fingerprint: Partial<Run['fingerprint']>) =>
      (await house.call(['compare', same, await as('changed', fingerprint)])).out
    expect(await words({})).toContain('两次之间没有记下的改动')
    expect(await words({ content: 'other' })).toMatch(/指南改了，这里没有一句因此不同/)
    const { prompts } = whole.fingerprint
    expect(await words({ prompts: prompts.replace(/assistant \w+/, 'assistant 0') })).toContain(
      '离线引擎不读 assistant，离线无法衡量',
    )
    expect(await words({ prompts: prompts.replace(/messages \w+/, 'messages 0') })).toContain('固定文本改了')
  })
})

describe('a call', () => {
  test('plays the suites that it names', async () => {
    const { code, out } = await house.call(['prompts', 'retrieval'])
    expect(code).toBe(0)
    expect(new Set((await stored('run.json')).trials.map(({ suite }) => suite))).toEqual(
      new Set(['prompts', 'retrieval']),
    )
    expect(out).toContain('提示词：')
  })

  test('of a suite that does not exist is a mistake, and names those that do (2)', async () => {
    for (const words of [['--suite', 'answer'], ['answer'], ['answers', 'refusal']]) {
      const { code, errors } = await house.call(words)
      expect([code, errors]).toEqual([
        2,
        expect.stringContaining('answers、retrieval、refusals、hostile、services、signed-in、prompts'),
      ])
    }
  })

  test('that crashes says that nothing is known (3), not that the engine is worse', async () => {
    await writeFile(at('no-folder'), '')
    const { code, errors } = await house.call(['answers'], { DATA_DIR: at('no-folder') })
    expect([code, errors]).toEqual([3, expect.stringContaining('没有跑成')])
  })

  test('with settings that cannot be read is a mistake (2)', () => {
    const main = resolve(import.meta.dirname, '../../src/main.ts')
    const { status } = spawnSync(process.execPath, [main, 'eval'], { env: { ...process.env, PORT: 'eins' } })
    expect(status).toBe(2)
  })

  test('that is made while another run plays leaves its cases alone', async () => {
    const other = at('data/evaluation/runs', `${process.pid}-other`)
    const dead = at('data/evaluation/runs/4194303-dead')
    for (const folder of [other, dead]) await mkdir(folder, { recursive: true })
    await house.call(['prompts'])
    expect(await readdir(at('data/evaluation/runs'))).toEqual([`${process.pid}-other`])
  })
})
