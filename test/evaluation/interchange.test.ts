import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import {
  fromCsv,
  fromXlsx,
  HTTP_PROVIDER,
  rowOf,
  sampleOf,
  toCsv,
  toXlsx,
  type RawSample,
} from '../../src/evaluation/index.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { FEE_SAMPLE, openEvalHouse, type EvalHouse } from './support/eval-house.ts'
import { OWN_ROOT, ownSuites } from '../support/own-content.ts'

vi.setConfig({ testTimeout: 120_000 })

const suites = await ownSuites()
const samples: readonly RawSample[] = [
  ...suites.answers,
  ...suites.refusals,
  ...suites.hostile,
  ...suites.services,
].map((sample) => JSON.parse(JSON.stringify(sample)) as RawSample)
const ODD: RawSample = {
  id: 'odd',
  ask: ['=SUM(A1)', "'引号", '[方括号]', '有\n换行', ' 有空格 ', '007', 'true', '逗号,和"双引号"'],
  say: ['[先是方括号'],
  because: '-1',
  owner: '{',
  tags: [],
  next_step: false,
}

type Example = {
  providers: [
    {
      config: Record<'url' | 'method' | 'transformResponse', string> & {
        headers: Record<string, string>
        body: { message: string }
      }
    },
  ]
  tests: { vars: { question: string }; assert: { type: string; value: string | string[] }[] }[]
}

describe('samples go into a spreadsheet and come back without loss', () => {
  const all = [ODD, ...samples]
  const rows = all.map((sample) => rowOf('evals/answers/x.yaml', sample))
  const back = (read: typeof rows) => read.map((row, at) => sampleOf(row, at).sample)
  test('as CSV', () => expect(back(fromCsv(toCsv(rows)))).toEqual(all))
  test('as a workbook', () => expect(back(fromXlsx(toXlsx(rows)))).toEqual(all))
  test('and no cell is a formula', () => expect(toCsv(rows)).not.toMatch(/(?:^|,)"?[=+@]/m))
})

describe('the command line', () => {
  let house: EvalHouse
  beforeAll(async () => {
    house = await openEvalHouse(`# 注释\n${FEE_SAMPLE}`)
  })
  afterAll(() => house[Symbol.asyncDispose]())
  const sample = () => readFile(join(house.root, 'evals/answers/sample.yaml'), 'utf8')

  test('leaves files alone that nobody changed, and takes up what was changed in the table', async () => {
    const table = join(house.root, 'samples.csv')
    await house.call(['export', table])
    expect((await house.call(['import', table])).out).toBe('没有要改的。\n')
    expect(await sample()).toContain('# 注释')
    const text = await readFile(table, 'utf8')
    await writeFile(table, text.replace('身份证到期换证多少钱', '身份证过期换证多少钱'))
    expect((await house.call(['import', table])).code).toBe(0)
    expect(await sample()).toContain('身份证过期换证多少钱')
  })

  test('changes nothing when the table has a mistake', async () => {
    const table = join(house.root, 'samples.xlsx')
    await house.call(['export', table])
    const before = await sample()
    const rows = fromXlsx(await readFile(table)).map((row) => ({ ...row, outcome: 'perhaps' }))
    await writeFile(table, toXlsx(rows))
    expect(await house.call(['import', table])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('什么都没有改'),
    })
    expect(await sample()).toBe(before)
    expect(await house.call(['import', 'nowhere.csv'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('nowhere'),
    })
    await writeFile(table, 'no workbook')
    expect((await house.call(['import', table])).code).toBe(2)
    await rm(table)
  })

  test('exports for promptfoo only what can be judged there, and says what it leaves', async () => {
    const file = join(house.root, 'answers.yaml')
    await house.write(
      'evals/answers/terms.yaml',
      `- id: where-registered
  guide: divorce
  question_type: where
  ask: [离婚在哪里办, 離婚在哪裡辦]
  outcome: answer
  facts:
    - {id: place, critical: true, any_of: [[婚姻登记机关]]}
    - {id: papers, critical: true, list: [[身份证, 证件], [户口簿]]}
    - {id: shown, any_of: [[双方]]}
    - {id: days, critical: true, about: [冷静期], quantity: {kind: duration, value: 30, unit: day}}
  must_not: [{text: 保证办成}]
`,
    )
    const { out } = await house.call(['export', file])
    const { tests } = parse(await readFile(file, 'utf8')) as Example
    expect(tests.map(({ vars }) => vars.question)).toEqual(['离婚在哪里办', '離婚在哪裡辦'])
    expect(tests[1]?.assert).toEqual([
      { type: 'contains-any', value: ['婚姻登记机关', '婚姻登記機關'] },
      { type: 'contains-any', value: ['身份证', '身份證', '居民身份证', '居民身份證', '证件', '證件'] },
      { type: 'contains-any', value: ['户口簿', '戶口簿', '户口本', '戶口本'] },
      { type: 'not-contains-any', value: ['保证办成', '保證辦成'] },
    ])
    expect(tests[1]).toMatchObject({ metadata: { left_out: ['shown', 'days'] } })
    expect(out).toContain('另有 1 个样本没有能带走的断言')
    await rm(join(house.root, 'evals/answers/terms.yaml'))
  })

  test('takes up tests written for promptfoo, and refuses an assertion that means nothing here', async () => {
    const file = join(house.root, 'example.yaml')
    const example = readFileSync(join(OWN_ROOT, 'evals/examples/promptfoo.yaml'), 'utf8')
    await writeFile(file, example)
    expect((await house.call(['import', file])).code).toBe(0)
    expect((await house.call(['--suite', 'answers', '--filter', 'example-'])).out).toContain('8 条中 8 条通过')
    await writeFile(file, example.replace('type: contains,', 'type: llm-rubric,'))
    expect(await house.call(['import', file])).toMatchObject({ code: 2, errors: expect.stringContaining('llm-rubric') })
  })
})

describe('the example for tools that speak plain HTTP', () => {
  const example = parse(readFileSync(join(OWN_ROOT, 'evals/examples/promptfoo.yaml'), 'utf8')) as Example
  let running: RunningApp
  beforeAll(async () => {
    running = await startApp()
  })
  afterAll(() => running.close())

  test('asks as the export does', () => {
    expect(example.providers[0].config).toEqual(HTTP_PROVIDER.config)
  })

  for (const { vars, assert } of example.tests)
    test(`gets what it expects of ${vars.question}`, async () => {
      const { url, method, headers, body, transformResponse } = example.providers[0].config
      const response = await fetch(url.replace('http://localhost:3000', running.url), {
        method,
        headers,
        body: JSON.stringify({ message: body.message.replace('{{question}}', vars.question) }),
      })
      const answer = String(runInNewContext(transformResponse, { text: await response.text() }))
      for (const { type, value } of assert) {
        const said = [value].flat().map((words) => answer.includes(words))
        const holds = type === 'contains-all' ? said.every(Boolean) : said.some(Boolean)
        expect([answer, holds]).toEqual([answer, !type.startsWith('not-')])
      }
    })
})
