import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { baselineOf, judge, Run, writeReports } from '../../src/evaluation/index.ts'
import { madeCheck, madeRun, madeTrial } from './support/made-run.ts'

const ATTACK = '<script>alert(1)</script> & "引号"\u0007'
const before = madeRun([madeTrial({ key: 'answers/fee/0' }), madeTrial({ key: 'answers/fee/1' })])
const after = madeRun([
  madeTrial({
    key: 'answers/fee/0',
    checks: [{ ...madeCheck('fact:fee', false, `说错了 ${ATTACK}`), evidence: '工本费40元' }],
    turns: [{ said: `=HYPERLINK("x") ${ATTACK}`, text: '工本费40元。', ending: 'answer', sources: ['permit#fees'] }],
  }),
  madeTrial({ key: 'answers/fee/1' }),
  { ...madeTrial({ key: 'hostile/echo/0' }), passed: null, error: 'timed out' },
])

const folder = mkdtempSync(join(tmpdir(), 'bianban-reports-'))
const baseline = baselineOf(before, 'the first')
writeReports(folder, after, judge(after, baseline, { whole: true }), baseline)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

test('the stored run is the truth and reads back', () => {
  expect(Run.parse(JSON.parse(read('run.json')))).toEqual(after)
})

test('CI sees a failure and an error apart, and nothing that breaks XML', () => {
  const xml = read('junit.xml')
  expect(xml).toContain('<testsuite name="answers" tests="2" failures="1" errors="0" skipped="0">')
  expect(xml).toContain('<testsuite name="hostile" tests="1" failures="0" errors="1" skipped="0">')
  expect(xml).toContain('说错了 &lt;script&gt;')
  expect(xml).not.toContain('\u0007')
})

test('staff open the table in Excel: UTF-8 is recognised, and no cell is taken for a formula', () => {
  const text = read('trials.csv')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const { data } = Papa.parse<Record<string, string>>(text.slice(1).trim(), { header: true })
  expect(data.map((row) => row['结果'])).toEqual(['不通过', '通过', '出错'])
  expect(data[0]?.['问']?.startsWith("'=HYPERLINK")).toBe(true)
})

test('a pull request shows the decision and the interval, never a bare percentage', () => {
  const text = read('summary.md')
  expect(text).toContain('2 条中 1 条通过，真实通过率约')
  expect(text).not.toContain('<script>')
})

test('the page for staff needs no network, runs nothing from an answer, and can show only what got worse', () => {
  const page = read('report.html')
  expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/)
  expect(page.match(/<script>/g)).toHaveLength(1)
  expect(page).toContain('data-view="all failed different worse"')
  expect(page).toContain('<mark>工本费40元</mark>')
})

test('a build server prints the summary and where the page is, and nothing of an earlier run', () => {
  const script = resolve(import.meta.dirname, '../../scripts/tell-reports.sh')
  const tell = (since: string): string => execFileSync('bash', [script, folder, since], { encoding: 'utf8' })
  const [old, young] = ['run.json', 'trials.csv'].map((name) => join(folder, name)) as [string, string]
  utimesSync(old, 1, 1)
  utimesSync(young, Date.now() / 1000 + 60, Date.now() / 1000 + 60)
  expect(tell(old)).toContain(read('summary.md'))
  expect(tell(old)).toContain(`${folder}/report.html`)
  expect(tell(young)).toBe('')
})
