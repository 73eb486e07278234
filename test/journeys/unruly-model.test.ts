import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { call, playbook, text, type Play, type SentTurn } from '../support/model-playbook.ts'
import { startOpenAiServer, type OpenAiServer, type Reply, type SeenRequest } from '../support/openai-server.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let plays: readonly Play[] = []
let server: OpenAiServer
let running: RunningApp
let citizen: Citizen
beforeAll(async () => {
  server = await startOpenAiServer((request, index) => playbook(plays)(request, index))
  running = await startApp({
    env: {
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_API_KEY: 'test',
      OPENAI_MODEL: 'scripted',
      MODEL_BREAKER_FAILURES: '3',
      MODEL_CONCURRENCY: '2',
    },
  })
})
beforeEach(async () => {
  citizen = await openCitizen(running.url)
})
afterAll(async () => {
  await running.close()
  await server[Symbol.asyncDispose]()
})

type Step = Play['steps'][number]

/** The model takes these steps in every turn, the last one again and again. */
function always(...steps: readonly Step[]): void {
  plays = [{ when: /[\s\S]*/, steps }]
}

/** What the model is asked in this many words comes after what was asked before. */
async function requestsDuring(act: () => Promise<unknown>): Promise<readonly SeenRequest[]> {
  const before = server.requests.length
  await act()
  return server.requests.slice(before)
}

const instructionsIn = ({ body }: SeenRequest): string =>
  (JSON.parse(body) as { messages: { content: string }[] }).messages[0]?.content ?? ''

const searchTime = call('searchGuides', { query: '厦门居住证多久办好', sections: ['time'] })
const RIGHT = text('居住证自受理之日起15日内制发。[p1]')

/** The right answer, with its source, from the engine behind the model. */
async function expectRightAnswer(words = '居住证多久能办好', days = '15日') {
  const reply = await citizen.say(words)
  expect(reply.outcome).toMatchObject({ outcome: 'answered', engine: 'embedded' })
  expect(reply.text).toContain(days)
  expect(reply.sources).toContain('residence-permit#time')
  return reply
}

describe('P6: the embedded engine answers when the model', () => {
  test('makes the same call again and again', async () => {
    always(searchTime)
    expect(await requestsDuring(() => expectRightAnswer())).toHaveLength(2)
  })

  test('makes the same call several times at once', async () => {
    always({ calls: [1, 2, 3].map(() => ({ name: 'searchGuides', input: '{"query":"居住证"}' })) })
    await expectRightAnswer()
  })

  test('searches on and on and never answers', async () => {
    always(({ results }: SentTurn) => call('searchGuides', { query: `居住证的第${results.length + 1}个问题` }))
    const requests = await requestsDuring(() => expectRightAnswer())
    expect(requests.length).toBeLessThanOrEqual(6)
  })

  test('refuses in so many words', async () => {
    always(text('抱歉，作为一个语言模型，我无法回答这个问题。请咨询有关部门。'))
    const { text: said } = await expectRightAnswer()
    expect(said).not.toContain('抱歉')
  })

  test('is stopped by its provider’s filter', async () => {
    always({ text: ['抱歉'], finish: 'content_filter' })
    await expectRightAnswer()
  })

  test('cites nothing', async () => {
    always(text('居住证很快就好，不用等。'))
    const { text: said } = await expectRightAnswer()
    expect(said).not.toContain('不用等')
  })

  test('reads more than a turn may cost', async () => {
    const dear = (query: string): Reply => ({ ...call('searchGuides', { query }), promptTokens: 90_000 })
    always(({ results }: SentTurn) => dear(`居住证的第${results.length + 1}个问题`))
    expect(await requestsDuring(() => expectRightAnswer())).toHaveLength(2)
  })

  test.each([
    ['English', 'A residence permit is made within 15 days after the application is accepted.[p1]'],
    [
      'English after its first sentence',
      '居住证自受理之日起15日内制发。[p1]Please pick it up at the counter yourself.',
    ],
    ['Korean', '거주증은 접수일로부터 15일 이내에 발급됩니다.[p1]'],
    ['Japanese', 'きょじゅうしょうはうけつけから15にちいないにわたされます。[p1]'],
  ])('answers a Chinese citizen in %s', async (_language, said) => {
    always(searchTime, text(said))
    const reply = await expectRightAnswer()
    expect(reply.text).not.toMatch(/residence permit|counter|\p{Script=Hangul}|\p{Script=Hiragana}/u)
  })

  test('answers an English-speaking citizen in Chinese', async () => {
    always(searchTime, RIGHT)
    const reply = await citizen.say('How long does a residence permit take?')
    expect(reply.outcome).toMatchObject({ outcome: 'answered', engine: 'embedded' })
    expect(reply.text).toContain('15 days')
    expect(reply.text).not.toContain('制发')
  })
})

test('P6: a citizen is answered in her script whichever the model writes', async () => {
  always(searchTime, RIGHT)
  expect((await citizen.say('請問居住證多久辦好')).text).toContain('居住證自受理之日起15日內')
  always(searchTime, text('居住證自受理之日起15日內製發。[p1]'))
  expect((await (await openCitizen(running.url)).say('请问居住证多久办好')).text).toContain('居住证自受理之日起15日内')
})

describe('P5: the instructions are not told when the model recites them', () => {
  /** A stretch of what the model was last told to be. */
  const recital = (from: number): string =>
    instructionsIn(server.requests.at(-1) as SeenRequest).slice(from, from + 160)

  const recitals: readonly (readonly [string, (secret: string) => readonly Step[]])[] = [
    ['instead of an answer', (secret) => [text(secret)]],
    ['with a source', (secret) => [searchTime, text(secret.replaceAll('。', '[p1]。'))]],
    ['after an answer', (secret) => [searchTime, text(`居住证自受理之日起15日内制发。[p1]${secret}`)]],
    ['as a question to her', (secret) => [call('askCitizen', { question: secret.slice(0, 190), choices: [] })]],
    [
      'as a choice',
      (secret) => [call('askCitizen', { question: '您问哪一件？', choices: [secret.slice(0, 50), '好'] })],
    ],
  ]
  test.each(recitals)('%s', async (_way, stepsOf) => {
    always(searchTime, RIGHT)
    await citizen.say('居住证多久能办好')
    for (const from of [0, 400, 900]) {
      const secret = recital(from)
      always(...stepsOf(secret))
      citizen = await openCitizen(running.url)
      const { text: said, choices, outcome } = await citizen.say('居住证多久能办好')
      const told = [said, ...choices].join('')
      for (const line of secret.split(/[\n。，；：]/u).filter(({ length }) => length >= 14))
        expect(told).not.toContain(line)
      expect(told).toContain('15日')
      expect(outcome.outcome).toBe('answered')
      always(searchTime, RIGHT)
      await (await openCitizen(running.url)).say('居住证多久能办好')
    }
  })
})

describe('P5: a question of the model to the citizen', () => {
  test.each([
    ['a link', '请先打开 http://evil.example/pay 。您办哪一种？', '首次'],
    ['a promise', '我保证能办成，您办哪一种？', '首次'],
    ['an invented fee', '加急要交300元，您要加急吗？', '要'],
    ['a link as a choice', '您办哪一种？', 'http://evil.example/pay'],
  ])('does not bring %s', async (_what, question, choice) => {
    always(call('askCitizen', { question, choices: [choice, '补领'] }), text('。'))
    const { text: said, choices } = await citizen.say('居住证多久能办好')
    const told = [said, ...choices].join('')
    for (const lie of ['evil.example', '保证能办成', '300元']) expect(told).not.toContain(lie)
    expect(told).toContain('15日')
  })
})

test('P6: a model that hands over again and again leaves one ticket', async () => {
  const reasons = ['citizen-asked', 'complaint', 'suggestion']
  always(({ results }: SentTurn) => call('handOver', { reason: reasons[results.length % 3] }))
  const { outcome, parts } = await citizen.say('我要找人工')
  expect(outcome.outcome).toBe('handed-over')
  expect(parts.filter(({ type }) => type === 'data-handover')).toHaveLength(1)
  const view = (await (await citizen.call('GET', `/api/conversations/${citizen.id}/export`)).json()) as object
  expect(JSON.stringify(view).match(/RG\d{8}-/g)?.length ?? 0).toBeLessThanOrEqual(2)
})

test('P6: a model that starts the same application again and again leaves one draft', async () => {
  always(({ serviceToken, results }: SentTurn) =>
    call('startApplication', {
      service: serviceToken('居住证申领'),
      ...(results.length === 0 ? {} : { values: { reason: `第${results.length}次` } }),
    }),
  )
  expect((await citizen.say('我要申请居住证')).outcome.outcome).toBe('drafting')
  expect(await running.app.counter.drafts(citizen.id)).toHaveLength(1)
})

test('what a provider caches stands first and is the same bytes in every request', async () => {
  always(searchTime, RIGHT)
  const requests = await requestsDuring(async () => {
    await citizen.say('居住证多久能办好')
    await citizen.say('那要多少钱')
    await (await openCitizen(running.url)).say('How long does a residence permit take?')
    await (await openCitizen(running.url)).say('我要申请居住证')
  })
  const heads = requests.map(({ body }) => body.slice(0, body.indexOf('{"role":"user"')))
  expect(new Set(heads)).toHaveProperty('size', 1)
  expect(heads[0]?.length).toBeGreaterThan(2000)
  const tools = requests.map(({ body }) => JSON.stringify((JSON.parse(body) as { tools: unknown }).tools))
  expect(new Set(tools)).toHaveProperty('size', 1)
})

test('P6: many citizens at once are all answered, and the provider has no more of them than it was promised', async () => {
  always(searchTime, RIGHT)
  const citizens = await Promise.all(Array.from({ length: 8 }, () => openCitizen(running.url)))
  const replies = await Promise.all(citizens.map((one) => one.say('居住证多久能办好')))
  for (const reply of replies) expect(reply.text).toContain('15日')
  expect(server.mostAtOnce()).toBe(2)
})

test('P6: bad words do not keep the model from the next citizen, a failing provider is left alone', async () => {
  const asked = () => requestsDuring(() => expectRightAnswer())
  always({ text: ['抱歉'], finish: 'content_filter' })
  for (const _ of [1, 2, 3, 4]) expect(await asked()).toHaveLength(1)
  always({ fault: { kind: 'status', status: 503 } })
  for (const _ of [1, 2, 3]) expect(await asked()).toHaveLength(2)
  expect(await asked()).toHaveLength(0)
  const ready = (await (await fetch(`${running.url}/readyz`)).json()) as { model: { breaker: string } }
  expect(ready.model.breaker).toBe('open')
})
