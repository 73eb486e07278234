import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openCitizen } from '../support/citizen.ts'
import { call, playbook, text } from '../support/model-playbook.ts'
import { startOpenAiServer, type OpenAiServer, type Reply } from '../support/openai-server.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

/** Each step reads this much and writes 5 tokens; a turn has two. */
const READ = 1000
const TURN_TOKENS = 2 * (READ + 5)
const QUESTION = '居住证多久能办好'

let reply: (step: Reply) => Reply
let server: OpenAiServer
let dataDir: string
const opened: RunningApp[] = []
beforeAll(async () => {
  const steps = [
    call('searchGuides', { query: '厦门居住证多久办好', sections: ['time'] }),
    text('居住证自受理之日起15日内制发。[p1]'),
  ]
  const script = playbook([{ when: /./, steps: steps.map((step) => () => reply({ ...step, promptTokens: READ })) }])
  server = await startOpenAiServer(script)
})
beforeEach(async () => {
  reply = (step) => step
  dataDir = await mkdtemp(join(tmpdir(), 'bianban-test-'))
})
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
  await rm(dataDir, { recursive: true, force: true })
})
afterAll(() => server[Symbol.asyncDispose]())

/** One more process of the house over the same store. */
async function open(env: Record<string, string>): Promise<RunningApp> {
  const settings = { OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: 'scripted', MODEL_BREAKER_FAILURES: '1', ...env }
  const running = await startApp({ dataDir, env: settings })
  opened.push(running)
  return running
}

/** Which engine answers the next citizen; whoever it is, she hears what is right. */
async function engineAt({ url }: RunningApp): Promise<string> {
  const said = await (await openCitizen(url)).say(QUESTION)
  expect(said.text).toContain('15日')
  return said.outcome.engine
}

const metricsOf = async ({ url }: RunningApp): Promise<string> => (await fetch(`${url}/metrics`)).text()

test('P6: when the tokens of the day are spent the embedded engine answers, in every process and after a restart', async () => {
  const limits = { MODEL_DAY_TOKENS: String(2 * TURN_TOKENS) }
  const [one, other] = [await open(limits), await open(limits)]
  expect(await engineAt(one)).toBe('openai:scripted')
  expect(await metricsOf(other)).toContain('bianban_model_day_budget_spent 0')
  expect(await engineAt(other)).toBe('openai:scripted')
  const asked = server.requests.length
  expect([await engineAt(one), await engineAt(other)]).toEqual(['embedded', 'embedded'])
  await opened.pop()?.close()
  expect(await engineAt(await open(limits))).toBe('embedded')
  expect(server.requests).toHaveLength(asked)
  const metrics = await metricsOf(one)
  expect(metrics).toContain(`bianban_model_day_tokens{kind="input"} ${4 * READ}`)
  expect(metrics).toContain('bianban_model_day_tokens{kind="output"} 20')
  expect(metrics).toContain('bianban_model_day_budget_spent 1')
  const ready = (await (await fetch(`${one.url}/readyz`)).json()) as { model: { breaker: string } }
  expect(ready.model.breaker).toBe('closed')
})

test('P6: a budget in money is spent by the prices of what is read and what is written', async () => {
  const costOfOneTurn = (2 * READ * 4 + 10 * 12) / 1_000_000
  const prices = { MODEL_PRICE_INPUT: '4', MODEL_PRICE_OUTPUT: '12' }
  const running = await open({ ...prices, MODEL_DAY_COST: String(costOfOneTurn) })
  expect(await engineAt(running)).toBe('openai:scripted')
  expect(await engineAt(running)).toBe('embedded')
})

test('P6: a call that breaks off is paid for as well', async () => {
  reply = (step) => ({ ...step, text: ['居住证'], fault: { kind: 'cut', after: 1 } })
  const running = await open({ MODEL_DAY_TOKENS: '1000', MODEL_BREAKER_FAILURES: '1000' })
  expect(await engineAt(running)).toBe('embedded')
  const asked = server.requests.length
  expect(await engineAt(running)).toBe('embedded')
  expect(server.requests).toHaveLength(asked)
})

test('the log says that the budget is spent', async () => {
  const folder = join(dataDir, 'telemetry')
  vi.stubEnv('TELEMETRY_DIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const running = await open({ MODEL_DAY_TOKENS: '1' })
  // The first call is let pass, and takes it all.
  expect([await engineAt(running), await engineAt(running)]).toEqual(['embedded', 'embedded'])
  const log = readdirSync(folder).find((name) => name.startsWith('log-')) ?? ''
  expect(readFileSync(join(folder, log), 'utf8').match(/"reason":"budget-spent"/g)).toHaveLength(2)
})

test('a budget in money without prices is refused at the start', () => {
  expect(() => readConfig({ MODEL_DAY_COST: '10' })).toThrow(/MODEL_DAY_COST: give MODEL_PRICE_INPUT/)
})
