import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { unquotedFacts } from '../../src/evaluation/index.ts'
import { editStaffFile } from '../support/staff-files.ts'
import { FEE_SAMPLE, openEvalHouse, type EvalHouse } from './support/eval-house.ts'
import { ownSuites } from '../support/own-content.ts'

vi.setConfig({ testTimeout: 120_000 })

let house: EvalHouse
beforeAll(async () => {
  house = await openEvalHouse(`# 一条注释\n${FEE_SAMPLE}`)
})
afterAll(() => house[Symbol.asyncDispose]())

const sample = () => readFile(join(house.root, 'evals/answers/sample.yaml'), 'utf8')

test('the quotes of facts are written into the file, and nothing else of it changes', async () => {
  expect((await house.call(['stale'])).out).toContain('1 条事实还没有记下')
  await house.call(['stale', '--write'])
  const text = await sample()
  expect(text).toMatch(/source: resident-id#fees, quote: '[0-9a-f]{12}'\}/)
  expect(text.replace(/, quote: '[0-9a-f]{12}'/, '')).toBe(`# 一条注释\n${FEE_SAMPLE}`)
  expect((await house.call(['stale'])).out).toBe('没有要重新核对的样本。\n')
})

test('a section that staff change names the samples that rest on it, until they were read again', async () => {
  await editStaffFile(
    house.root,
    'knowledge/guides/identity/resident-id.md',
    '其他情形的金额以受理窗口公布为准',
    '其他情形的金额请向受理窗口核实',
  )
  const { code, out } = await house.call(['stale'])
  expect([code, out]).toEqual([0, expect.stringContaining('resident-id#fees 改过了，要重新核对：renewal-fee 的 fee')])
  const before = await sample()
  await house.call(['stale', '--write'])
  expect((await house.call(['stale'])).out).toBe('没有要重新核对的样本。\n')
  expect((await sample()).length).toBe(before.length)
})

test('coverage counts samples by guide, section, type of question and outcome, and names what has none', async () => {
  await house.write(
    'evals/answers/open.yaml',
    '- {id: open, guide: resident-id, question_type: fee, ask: [身份证多少钱], outcome: partial, cite: {allow: [resident-id#time]}}\n',
  )
  await house.write(
    'evals/refusals/sample.yaml',
    '- {id: thanks, ask: [谢谢你], outcome: "refuse:out-of-scope", twin: {ask: [身份证多少钱], outcome: answer}}\n',
  )
  const { out } = await house.call(['coverage'])
  expect(out).toMatch(/^resident-id .*time fee\(partial×1\)/m)
  expect(out).toContain('answers 应当怎样结束：answer 1、partial 1\n')
  expect(out).toContain('refusals 应当怎样结束：refuse:out-of-scope 1\n')
  expect(out).toContain('twins 应当怎样结束：answer 1\n')
  expect(out).toMatch(/^resident-id .*fees fee×1/m)
  expect(out).toMatch(/个小节里有 \d+ 个还没有样本：.*resident-id#who/)
})

test('every fact of ours says how its section read when it was taken', async () => {
  expect(unquotedFacts(await ownSuites())).toBe(0)
})
