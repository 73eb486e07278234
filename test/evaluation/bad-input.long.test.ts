import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Run } from '../../src/evaluation/index.ts'
import { FEE_SAMPLE, openEvalHouse, type EvalHouse } from './support/eval-house.ts'

// Each test opens the house once or more.
vi.setConfig({ testTimeout: 240_000 })

let house: EvalHouse
beforeAll(async () => {
  house = await openEvalHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

const SAMPLE = 'evals/answers/sample.yaml'
const reports = (name: string): string => join(house.root, 'evals/reports', name)
const storedRun = async (): Promise<string> => readFile(reports('run.json'), 'utf8')

describe('a mistake in the suites stops the run before it is played (2)', () => {
  const mistakes: readonly (readonly [string, string, string])[] = [
    ['an empty suite', '[]\n', 'sample.yaml'],
    ['a file that is no list', 'id: x\n', 'sample.yaml'],
    ['an unknown key', `${FEE_SAMPLE}  outcom: answer\n`, 'outcom'],
    ['an id used twice', FEE_SAMPLE + FEE_SAMPLE, 'already used'],
    [
      'a fact that its guide does not hold',
      FEE_SAMPLE.replace('value: 20', 'value: 25'),
      'does not stand in resident-id#fees',
    ],
  ]
  for (const [name, text, words] of mistakes)
    test(name, async () => {
      await house.write(SAMPLE, text)
      const { code, errors } = await house.call([])
      await house.write(SAMPLE, FEE_SAMPLE)
      expect([code, errors]).toEqual([2, expect.stringContaining(words)])
    })
})

describe('a call that cannot be meant (2)', () => {
  const calls: readonly (readonly [readonly string[], string])[] = [
    [['--no-such'], '--no-such'],
    [['--shard', '5/4'], '--shard 5/4'],
    [['--repeat', '0'], '--repeat 0'],
    [['--filter', '['], 'regular expression'],
    [['--engine', 'oracle'], 'oracle'],
    [['--resume'], '没有跑到一半的评测'],
    [['no-such-command'], '用法'],
    [['bless'], '理由'],
    [['compare', 'nowhere', 'neither'], '不是一次完整的评测结果'],
  ]
  for (const [words, told] of calls)
    test(words.join(' '), async () => {
      const { code, errors } = await house.call(words)
      expect([code, errors]).toEqual([2, expect.stringContaining(told)])
    })
})

describe('what a run is compared with', () => {
  test('nothing scored is no pass (5)', async () => {
    expect(await house.call(['--filter', 'nothing-like-this'])).toMatchObject({ code: 5 })
  })

  test('without a baseline there is no verdict (4), and blessing takes a whole run and a reason', async () => {
    expect((await house.call([])).code).toBe(4)
    expect(await house.call(['bless', '--reason', '样例'])).toMatchObject({ code: 0 })
    expect((await house.call([])).code).toBe(0)
  })

  test('a baseline of another engine is refused (4), and one that cannot be read is a mistake (2)', async () => {
    const file = join(house.root, 'evals/baselines/embedded.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('"engine":"embedded"', '"engine":"openai:other"'))
    const { code, out } = await house.call([])
    expect([code, out]).toEqual([4, expect.stringContaining('另一个引擎')])
    await writeFile(file, text.slice(0, 100))
    expect(await house.call([])).toMatchObject({ code: 2, errors: expect.stringContaining('不是基线') })
    await writeFile(file, text)
  })

  test('a baseline in a former form is told, and there is no verdict (4)', async () => {
    const file = join(house.root, 'evals/baselines/embedded.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('"version":2', '"version":1'))
    expect(await house.call([])).toMatchObject({ code: 4, errors: expect.stringContaining('请重新定基线') })
    await writeFile(file, text)
  })

  test('a sample that asks for less is named, and blessing it says so (4)', async () => {
    await house.write(SAMPLE, FEE_SAMPLE.replace('critical: true', 'critical: false'))
    const { code, out } = await house.call([])
    expect([code, out]).toEqual([4, expect.stringMatching(/answers\/renewal-fee 的要求改了，2 条没有和旧的比/)])
    const blessed = await house.call(['bless', '--reason', '样例'])
    expect([blessed.code, blessed.out]).toEqual([0, expect.stringContaining('要求改了 2 条')])
    await house.write(SAMPLE, FEE_SAMPLE)
    await house.call([])
    await house.call(['bless', '--reason', '样例'])
  })

  test('a guide whose fee changed under a sample is told as a mistake of the sample (2)', async () => {
    const guide = join(house.root, 'knowledge/guides/identity/resident-id.md')
    const text = await readFile(guide, 'utf8')
    await writeFile(guide, text.replace('amount: 20, when: 有效期满换领', 'amount: 25, when: 有效期满换领'))
    expect(await house.call([])).toMatchObject({ code: 2, errors: expect.stringContaining('renewal-fee') })
    await writeFile(guide, text)
  })
})

describe('a run that was killed half-way', () => {
  test('goes on where it stopped, to the same bytes; a line cut in the middle is played again', async () => {
    const before = await house.call([])
    const whole = await storedRun()
    const { fingerprint, trials } = Run.parse(JSON.parse(whole))
    const lines = [fingerprint, ...trials].map((line) => JSON.stringify(line))
    await writeFile(reports('trials.partial.jsonl'), `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 40)}`)
    const { code, out } = await house.call(['--resume'])
    expect([code, out]).toEqual([before.code, expect.stringContaining('2 条已经有了')])
    expect(await storedRun()).toBe(whole)
  })

  test('does not go on over other samples', async () => {
    const { fingerprint } = Run.parse(JSON.parse(await storedRun()))
    await writeFile(reports('trials.partial.jsonl'), `${JSON.stringify({ ...fingerprint, suites: 'former' })}\n`)
    expect(await house.call(['--resume'])).toMatchObject({ code: 2, errors: expect.stringContaining('样本变了') })
  })

  test('is no run to compare with or to bless', async () => {
    const whole = await storedRun()
    await writeFile(reports('run.json'), whole.slice(0, whole.length / 2))
    for (const words of [
      ['score', reports('run.json')],
      ['bless', '--reason', '样例'],
    ])
      expect(await house.call(words)).toMatchObject({ code: 2, errors: expect.stringContaining('不是一次完整的') })
  })
})

test('a disk that takes no more is told as such, and the run counts for nothing (3)', async () => {
  const full = join(house.root, 'full')
  await mkdir(full)
  for (const name of ['trials.partial.jsonl', 'run.json']) await symlink('/dev/full', join(full, name))
  const { code, errors } = await house.call(['--out', 'full'])
  expect([code, errors]).toEqual([3, expect.stringContaining('磁盘满了')])
  await rm(full, { recursive: true })
})

test('a trial that is played five times says how often it passed', async () => {
  const { out } = await house.call(['--repeat', '5', '--suite', 'answers'])
  expect(out).toContain('每条 5 遍：5 遍都通过（pass^5）100.0%')
})
