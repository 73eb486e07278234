import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { baselineOf, judge, Run, writeReports } from '../../src/evaluation/index.ts'
import { madeCheck, madeRun, madeTrial } from './support/made-run.ts'
import { ownContent } from '../support/own-content.ts'

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

const content = await ownContent()

describe('the page for staff', () => {
  const turn = {
    said: '身份证到期换证多少钱',
    text: '- **期满换领**：工本费20元。[1]',
    ending: 'refuse:no-guidance',
    sources: ['resident-id#fees'],
  }
  const missed = {
    ...madeCheck('fact:fee', false, '期满换领应为20元：没有说到'),
    english: '期满换领: 20 yuan: not stated',
  }
  const ended = madeCheck('outcome', false, '结局应为 answer 或 start:resident-id，实为 refuse:no-guidance')
  const known = { guide: 'resident-id', tags: ['fee'], turns: [turn] }
  const trials = [
    madeTrial({ key: 'answers/renewal/0', checks: [missed, ended], ...known }),
    madeTrial({ key: 'answers/renewal/1', checks: [missed], ...known }),
    madeTrial({
      key: 'answers/married/0',
      guide: 'marriage',
      tags: ['materials'],
      measures: { 'citation recall': 0.978 },
    }),
  ]
  const earlier = baselineOf(madeRun([madeTrial({ key: 'answers/renewal/0' }), ...trials.slice(1, 2)]), 'x')
  const run = madeRun(trials)
  const shelved = mkdtempSync(join(tmpdir(), 'bianban-reports-'))
  writeReports(shelved, run, judge(run, earlier, { whole: true }), earlier, content)
  const page = readFileSync(join(shelved, 'report.html'), 'utf8')

  test('says how many failures are known, and which are not', () => {
    expect(page).toContain('不通过 2 条：其中 1 条在基线里就不通过（已知，定基线时接受了），1 条不是。')
    expect(page).toContain('1 of these failed in the baseline already')
  })

  test('gives every reason in Chinese and English, and no code', () => {
    expect(page).toContain('期满换领: 20 yuan: not stated')
    expect(page).toContain('结局应为 “答了” 或 “开始办“居民身份证预约预填””，实为 “说没有依据”')
    expect(page).toContain('有数字的句子里，依据撑得住的 97.8%')
    const shown = page.replaceAll(/<(?:script|style)>[^]*?<\/(?:script|style)>|<[^>]*>/g, ' ')
    expect(shown).not.toMatch(/fact:fee|no-guidance|citation recall|\*\*|\[1\]/)
  })

  test('shows the section behind every citation, on the page itself', () => {
    expect(page).toContain('<a href="#s-resident-id-fees"')
    expect(page).toMatch(/id="s-resident-id-fees">.*有效期满换领居民身份证，工本费20元/s)
  })

  test('can be narrowed to a suite, a guide and a kind of question, and draws both with intervals', () => {
    for (const name of ['suite', 'guide', 'kind']) expect(page).toContain(`<select name="${name}"`)
    expect(page).toContain('data-guide="resident-id" data-kind="fee"')
    expect(page).toContain('按指南')
    expect(page).toContain('0/2 (0%–66%)')
  })
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
