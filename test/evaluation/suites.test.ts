import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSuites } from '../../src/evaluation/index.ts'
import { ownContent } from '../support/own-content.ts'

const content = await ownContent()
const root = mkdtempSync(join(tmpdir(), 'bianban-suites-'))
mkdirSync(join(root, 'evals/answers'), { recursive: true })
afterAll(() => rmSync(root, { recursive: true, force: true }))

const SAMPLE = `- id: renewal-fee
  guide: resident-id
  question_type: fee
  ask: [换身份证多少钱]
  outcome: answer
  facts:
    - {id: fee, critical: true, about: [期满换领], quantity: {kind: money, value: 20}, source: resident-id#fees}
`

function problemsOf(text: string): string[] {
  writeFileSync(join(root, 'evals/answers/sample.yaml'), text)
  return readSuites(root, content).problems.map(({ file, line, problem }) => `${file}:${line} ${problem}`)
}

test('a sample that its guide holds has no problem', () => {
  expect(problemsOf(SAMPLE)).toEqual([])
})

test('an unknown key is told with its file and line', () => {
  const [problem, ...rest] = problemsOf(`${SAMPLE}  outcom: answer\n`)
  expect(problem).toMatch(/^evals\/answers\/sample\.yaml:\d+ .*outcom/)
  expect(rest).toEqual([])
})

test('an id that is used twice is told where it stands', () => {
  expect(problemsOf(SAMPLE + SAMPLE)).toEqual([
    'evals/answers/sample.yaml:8 the id "renewal-fee" is already used in evals/answers/sample.yaml',
  ])
})

test('an empty suite is a mistake', () => {
  expect(problemsOf('[]\n')).toHaveLength(1)
})

test('a fact that its section does not hold is told, and a section that is not there', () => {
  expect(problemsOf(SAMPLE.replace('value: 20', 'value: 25'))).toEqual([
    'evals/answers/sample.yaml:7 the fact "fee" of renewal-fee does not stand in resident-id#fees',
  ])
  expect(problemsOf(SAMPLE.replace('#fees', '#prices'))).toEqual([
    'evals/answers/sample.yaml:7 there is no section "resident-id#prices"',
  ])
})
