import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

test('two tabs that confirm at once, each by its own card and key, file one case', async () => {
  const citizen = await openCitizen(running.url)
  const id = await fillResidencePermit(citizen)
  const cards = [await reviewOf(citizen, id), await reviewOf(citizen, id)] as const
  const answers = await Promise.all(cards.map((card, tab) => submit(citizen, card, `tab-number-${tab}`)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const view = (await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: unknown[] }
  expect(view.cases).toHaveLength(1)
})

test('an answer to a field while a consent is asked for is noted, and the consent is still hers to give', async () => {
  const citizen = await openSignedIn(running.url, '350205200002290013', 1)
  const asked = await citizen.say('我要办居住证，首次申领')
  expect(asked.parts.some(({ type }) => type === 'data-consent')).toBe(true)
  const { application, parts } = await citizen.say('手机号13900000007')
  expect(application?.fields.find(({ id }) => id === 'mobile')?.shown).toBe('139****0007')
  expect(parts.some(({ type }) => type === 'data-consent')).toBe(true)
})
