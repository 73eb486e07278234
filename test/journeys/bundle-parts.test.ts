import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { reviewOf, submit } from '../support/filled-application.ts'
import { answerAll, NEWBORN } from '../support/filled-bundle.ts'

let running: Awaited<ReturnType<typeof startAttended>>
beforeAll(async () => {
  running = await startAttended()
})
afterAll(() => running.close())

const REDRESS = '六十日内可以申请行政复议'
const CHINESE = /\p{Script=Han}/u

const casesOf = async (citizen: Citizen): Promise<CaseView[]> =>
  ((await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: CaseView[] }).cases
const wholeOf = (cases: readonly CaseView[]): CaseView => {
  const whole = cases.find(({ parts }) => parts.length > 0)
  if (whole === undefined) throw new Error('no bundle')
  return whole
}

/** A citizen whose bundle for a newborn is filed: registration and insurance, each a case of its own. */
async function filed(greeting: string) {
  const citizen = await openCitizen(running.url, 'text')
  await citizen.say(greeting)
  const start = await citizen.call('POST', '/api/applications', { bundle: 'birth', conversationId: citizen.id })
  const { application } = (await start.json()) as { application: Parameters<typeof answerAll>[1] }
  const { last } = await answerAll(citizen, application, NEWBORN)
  await submit(citizen, await reviewOf(citizen, last.id), `parts-${citizen.id}`)
  const cases = await casesOf(citizen)
  const receiptOf = (service: string) => cases.find((each) => each.service === service)?.receiptNumber ?? ''
  return { citizen, registration: receiptOf('newborn'), insurance: receiptOf('resident-medical-insurance') }
}

const becomes = (citizen: Citizen, receiptNumber: string, status: string) =>
  eventually(
    async () => (await casesOf(citizen)).find((each) => each.receiptNumber === receiptNumber)?.status,
    (seen) => seen === status,
  )
const notice = {
  status: 'supplement',
  text: '请补正',
  supplement: {
    items: [{ id: 'mobile', kind: 'value', label: '手机号', reason: '打不通' }],
    dueBy: '2099-01-01',
    basis: '《行政许可法》第三十二条',
  },
}
/** The lines that name a service; a request or a refusal is told once more where she has something to do. */
const linesOf = (text: string, title: string) => text.split('\n').filter((line) => line.startsWith(`- ${title}`))

test('P15: a part that is not accepted and a part that waits for her hold up no other, each on one line', async () => {
  const { citizen, registration, insurance } = await filed('你好')
  expect(await running.clerk.act(registration, notice)).toBe(201)
  const refusal = { status: 'not-accepted', text: '今年的参保已经截止', redress: REDRESS }
  expect(await running.clerk.act(insurance, refusal)).toBe(201)
  await becomes(citizen, registration, 'supplement')
  await becomes(citizen, insurance, 'not-accepted')

  const told = await citizen.say('办到哪了')
  expect(linesOf(told.text, '出生登记（上户口）')).toHaveLength(1)
  expect(linesOf(told.text, '城乡居民医保参保')).toMatchObject([expect.stringContaining('今年的参保已经截止')])
  for (const words of [REDRESS, '打不通', '2099年1月1日']) expect(told.text).toContain(words)
  expect(wholeOf(await casesOf(citizen)).status).toBe('accepted')

  const given = await citizen.say('补正 手机号 13900000002')
  expect(given.outcome.outcome).toBe('awaiting-review')
  const code = /\d{6}(?!\d)/.exec(given.text.slice(given.text.lastIndexOf('“确认')))?.[0] ?? ''
  expect((await citizen.say(`确认补正 ${code}`)).text).toContain('已经送出')
  const { supplement } = await eventually(
    () => running.clerk.file(registration),
    (seen) => seen.supplement !== null,
  )
  expect(supplement).toMatchObject({ answers: [{ id: 'mobile', value: '13900000002' }] })
  expect((supplement as { givenAt: string }).givenAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  for (const status of ['accepted', 'approved', 'delivered'])
    expect(await running.clerk.act(registration, { status, text: '户口已上' })).toBe(201)
  await becomes(citizen, registration, 'delivered')
  const whole = wholeOf(await casesOf(citizen))
  expect(whole.status).toBe('delivered')
  expect(whole.parts.flatMap(({ status }) => status ?? [])).toEqual(['delivered', 'not-accepted'])
  expect(linesOf((await citizen.say('办到哪了')).text, '出生登记（上户口）')).toMatchObject([
    expect.stringContaining('户口已上'),
  ])
})

test('P10: the lines of a bundle read English to an English citizen', async () => {
  const { citizen } = await filed('Hello, can you help me with my newborn?')
  const { parts, title } = wholeOf(await casesOf(citizen))
  expect(title).toBe('Having a baby')
  expect(parts.map((part) => part.title).join()).not.toMatch(CHINESE)
  const skipped = parts.filter(({ state }) => state === 'skipped')
  expect(skipped.map(({ reason }) => reason).join()).not.toMatch(CHINESE)
  const told = await citizen.say('Where does my application stand now?')
  expect(linesOf(told.text, 'Household registration')).toHaveLength(1)
})
