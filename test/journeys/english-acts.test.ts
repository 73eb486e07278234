import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProblemDocument } from '../../src/wire.ts'
import { caseOf } from '../support/case-of.ts'
import { openCitizen } from '../support/citizen.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'

let running: Awaited<ReturnType<typeof startAttended>>
beforeAll(async () => {
  running = await startAttended()
})
afterAll(() => running.close())

const CHINESE = /\p{Script=Han}/u
/** The clerk's own words stay as she wrote them. */
const CLERK = { text: 'see below', redress: 'Apply for administrative reconsideration within 60 days.' }

/** An English conversation whose case stands where a clerk has put it. */
async function filedIn(status: string, more: object = {}) {
  const citizen = await openCitizen(running.url, 'text')
  await citizen.say('Hello, can you help me with my papers?')
  const id = await fillResidencePermit(citizen)
  const receipt = await submit(citizen, await reviewOf(citizen, id), `english-${citizen.id}`)
  const { receiptNumber } = (await receipt.json()) as { receiptNumber: string }
  expect(await running.clerk.act(receiptNumber, { status, text: CLERK.text, ...more })).toBe(201)
  await eventually(
    () => caseOf(citizen),
    (seen) => seen.status === status,
  )
  return { citizen, id, receiptNumber }
}
const refusalOf = async (response: Response): Promise<string> => {
  expect(response.status).toBeGreaterThanOrEqual(400)
  return ((await response.json()) as ProblemDocument).detail ?? ''
}
const notice = (dueBy: string) => ({
  supplement: {
    items: [{ id: 'mobile', kind: 'value', label: '手机号', reason: 'no answer' }],
    dueBy,
    basis: 'Administrative Licensing Law, article 32',
  },
})

test('P10: a supplement that is late, wrong or not asked for is refused in English', async () => {
  const late = await filedIn('supplement', notice('2020-01-01'))
  const path = `/api/applications/${late.id}/supplement`
  const over = await refusalOf(await late.citizen.call('POST', path, { answers: { mobile: '13900000002' } }))
  expect(over).toContain('1 Jan 2020')
  expect(over).not.toMatch(CHINESE)
  const said = await late.citizen.say('supplement mobile 13900000002')
  expect(said.text).toContain('1 Jan 2020')
  expect(said.text).not.toMatch(CHINESE)

  const { citizen, id } = await filedIn('supplement', notice('2099-01-01'))
  const refused = await citizen.call('POST', `/api/applications/${id}/supplement`, { answers: { mobile: '1', x: 'y' } })
  const { defects, detail } = (await refused.json()) as ProblemDocument & { defects: object[] }
  expect(defects).toHaveLength(2)
  expect(JSON.stringify([defects, detail])).not.toMatch(CHINESE)
})

test('P10: what is decided is not withdrawn and is rated once, told in English', async () => {
  const { citizen, id } = await filedIn('not-accepted', { redress: CLERK.redress })
  const before = await caseOf(citizen)
  const refusal = await refusalOf(await citizen.call('POST', `/api/applications/${id}/withdrawal`, {}))
  expect(refusal).toContain('administrative reconsideration')
  expect(refusal).not.toMatch(CHINESE)
  expect(await caseOf(citizen)).toEqual(before)
  for (const [method, act, body] of [
    ['GET', 'review', undefined],
    ['POST', 'reliefs', { material: 'none' }],
  ] as const)
    expect(await refusalOf(await citizen.call(method, `/api/applications/${id}/${act}`, body))).not.toMatch(CHINESE)
  const told = await citizen.say('Where does my application stand now?')
  expect(told.text).toContain(CLERK.redress)
  expect((await citizen.say('4 stars')).outcome.outcome).toBe('status')
  expect(await caseOf(citizen)).toMatchObject({ rating: 4 })
  expect(await refusalOf(await citizen.call('POST', `/api/applications/${id}/rating`, { score: 1 }))).not.toMatch(
    CHINESE,
  )
})

test('P10: a code that confirms nothing is refused in English', async () => {
  const { citizen } = await filedIn('accepted')
  const asked = await citizen.say('I want to withdraw my application')
  expect(asked.outcome.outcome).toBe('awaiting-review')
  const wrong = await citizen.say('confirm withdrawal 000000')
  expect(wrong.outcome.outcome).toBe('blocked')
  expect(wrong.text).not.toMatch(CHINESE)
})
