import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { call, playbook, text, type SentTurn } from '../support/model-playbook.ts'
import { startOpenAiServer, type Fault, type Script } from '../support/openai-server.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const opened: { close: () => Promise<void> }[] = []
async function closeAll(): Promise<void> {
  for (const one of opened.splice(0).toReversed()) await one.close()
}

async function withScript(script: Script, env: Record<string, string> = {}): Promise<RunningApp> {
  const server = await startOpenAiServer(script)
  opened.push({ close: () => server[Symbol.asyncDispose]() })
  const running = await startApp({
    env: {
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_API_KEY: 'test',
      OPENAI_MODEL: 'scripted',
      MODEL_FIRST_PART_MS: '300',
      MODEL_CHUNK_MS: '300',
      MODEL_TOTAL_MS: '3000',
      MODEL_BREAKER_FAILURES: '1000',
      ...env,
    },
  })
  opened.push(running)
  return running
}

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['says nothing at all', { kind: 'black-hole' }],
  ['answers 429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }],
  ['answers 500', { kind: 'status', status: 500 }],
  ['sends an error inside a stream that began well', { kind: 'error-event' }],
  ['breaks off half-way', { kind: 'cut', after: 4 }],
  ['ends without an end', { kind: 'half', after: 4 }],
  ['falls silent half-way', { kind: 'stall', after: 4 }],
  ['errs late', { kind: 'late-error', after: 4 }],
  ['never stops', { kind: 'endless' }],
]

describe('P6: the turn is answered when the model', () => {
  let fault: Fault | undefined
  let running: RunningApp
  beforeAll(async () => {
    running = await withScript(() =>
      fault === undefined
        ? { calls: [{ name: 'searchGuides', input: '{"query": "居住' }] }
        : { text: ['居住证', '的手续', '费是', '多少'], fault },
    )
  })
  afterAll(closeAll)

  test.each(FAULTS)('%s', async (_name, scripted) => {
    fault = scripted
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('居住证多久能办好')
    expect(reply.outcome).toMatchObject({ outcome: 'answered', engine: 'embedded' })
    expect(reply.text).toContain('15日')
    expect(reply.sources).toContain('residence-permit#time')
  })

  test('calls a tool with broken JSON', async () => {
    fault = undefined
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('居住证多久能办好')
    expect(reply.outcome).toMatchObject({ outcome: 'answered', engine: 'embedded' })
  })
})

test('P6: the turn is answered when the model is not there', async () => {
  const running = await startApp({
    env: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_API_KEY: 'test', OPENAI_MODEL: 'gone' },
  })
  opened.push(running)
  const citizen = await openCitizen(running.url)
  expect((await citizen.say('居住证多久能办好')).outcome).toMatchObject({ outcome: 'answered', engine: 'embedded' })
  await closeAll()
})

/** The main job as a scripted model does it, with tools and tokens. */
function plays() {
  const fill = (values: (sent: SentTurn) => Record<string, string>) => [
    (sent: SentTurn) => call('fillApplication', { values: values(sent) }),
    text('好的。'),
  ]
  const token = (sent: SentTurn) => /⟨[^⟩]+⟩/u.exec(sent.words)?.[0] ?? ''
  return playbook([
    {
      when: /^请问/,
      steps: [call('searchGuides', { query: '居住证怎么办' }), text('居住证自受理之日起15日内制作发放。[p1]')],
    },
    {
      when: /帮我办/,
      steps: [(sent) => call('startApplication', { service: sent.serviceToken('居住证申领') }), text('好的。')],
    },
    {
      when: /首次申领/,
      steps: fill(() => ({
        situation: '首次申领',
        registeredInXiamen: '户口不在厦门',
        livesSince: '2025年3月1日',
        reason: '租房',
      })),
    },
    { when: /我叫/, steps: fill((sent) => ({ name: '陈测试', mobile: token(sent) })) },
    { when: /身份证/, steps: fill((sent) => ({ citizenId: token(sent) })) },
    { when: /住在/, steps: fill(() => ({ address: '思明区莲前街道洪莲中路12号' })) },
  ])
}

const WORDS = [
  '请问厦门居住证多久能办好',
  '帮我办居住证',
  '首次申领，户口不在厦门，2025年3月1日开始住在厦门，租房住',
  '我叫陈测试，手机13800000001',
  '身份证号是350203199001010018',
  '住在思明区莲前街道洪莲中路12号',
]

async function doMainJob(running: RunningApp) {
  const citizen = await openCitizen(running.url)
  const replies = []
  for (const words of WORDS) replies.push(await citizen.say(words))
  const review = replies.at(-1)?.review
  const values = Object.fromEntries(review?.values.map(({ id, value }) => [id, value]) ?? [])
  const submitted = await citizen.call(
    'POST',
    `/api/applications/${review?.applicationId}/submission`,
    { reviewHash: review?.reviewHash, confirmation: review?.confirmation },
    { 'idempotency-key': `main-job-${citizen.id}` },
  )
  return { replies, values, status: submitted.status }
}

describe('P6: the main job', () => {
  afterEach(closeAll)

  test.each(['chat', 'responses'] as const)('passes with a model behind the %s protocol', async (api) => {
    const running = await withScript(plays(), { OPENAI_API: api })
    const { status, values, replies } = await doMainJob(running)
    expect(values).toMatchObject({
      name: '陈测试',
      mobile: '13800000001',
      citizenId: '350203199001010018',
      livesSince: '2025年3月1日',
    })
    expect(status).toBe(201)
    expect(replies.map(({ outcome }) => outcome.engine)).toEqual(WORDS.map(() => 'openai:scripted'))
  })

  test('passes with a model that dies at any point of it', async () => {
    let alive = 0
    let calls = 0
    const good = plays()
    const running = await withScript((request, index) => {
      calls += 1
      if (calls <= alive) return good(request, index)
      const fault: Fault = calls % 2 === 0 ? { kind: 'status', status: 500 } : { kind: 'cut', after: 1 }
      return { text: ['居住证手续费'], fault }
    })
    for (alive = 0; alive < 14; alive += 1) {
      calls = 0
      const { status, values } = await doMainJob(running)
      expect(status, `death at call ${alive}`).toBe(201)
      expect(values).toMatchObject({
        name: '陈测试',
        mobile: '13800000001',
        citizenId: '350203199001010018',
        reason: '合法稳定住所',
      })
    }
  })
})
