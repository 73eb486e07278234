import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReviewPart } from '../../src/wire.ts'
import { openCitizen, type Reply } from '../support/citizen.ts'
import type { BenefitsPart } from '../../src/wire.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { submit } from '../support/filled-application.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const CHINESE = /\p{Script=Han}/u
/** Names and addresses have no English. */
const OWN_WORDS = /陈测试|思明区\|?莲前街道\|?洪莲中路12号/gu

/** What a card of the form shows, without what the citizen wrote herself. */
function shownIn({ application }: Reply): string {
  const { title, fields = [], next, eligibility, materials = [], fee } = application ?? {}
  const values = fields.flatMap(({ label, shown, provenance, options }) => [label, shown, provenance?.detail, options])
  return JSON.stringify([
    title,
    values,
    next,
    eligibility?.map(({ message }) => message),
    materials.map(({ label, note }) => [label, note]),
    fee,
  ]).replaceAll(OWN_WORDS, '')
}

test('P10: an English conversation fills in, checks and files a residence permit in English', async () => {
  const citizen = await openCitizen(running.url)
  const said = [
    'I want to apply for a residence permit',
    'First application',
    'no',
    '3 May 2024',
    'I rent a flat',
    'My name is 陈测试',
    'My ID number is 350203199001010018',
    '13800000001',
  ]
  for (const words of said) {
    const reply = await citizen.say(words)
    expect(reply.outcome.outcome, words).toBe('drafting')
    expect(reply.text.replaceAll(OWN_WORDS, ''), words).not.toMatch(CHINESE)
    expect(reply.choices.join(' ')).not.toMatch(CHINESE)
    expect(shownIn(reply), words).not.toMatch(CHINESE)
  }
  const last = await citizen.say('思明区莲前街道洪莲中路12号')
  expect(last.outcome.outcome).toBe('awaiting-review')
  const review = last.review as ReviewPart
  const { values, materials, title, fee, deadline, declaration } = review
  const card = JSON.stringify([title, fee, deadline, values, materials]).replaceAll(OWN_WORDS, '')
  expect(card).not.toMatch(CHINESE)
  expect(values.find(({ id }) => id === 'livesSince')).toMatchObject({ value: '3 May 2024' })
  expect(values.find(({ id }) => id === 'reason')).toMatchObject({ value: 'Lawful stable home' })
  // She signs the Chinese declaration, and reads what it says.
  expect(declaration).toContain('I confirm')
  expect(declaration).toContain('我确认')

  const filed = await submit(citizen, review, `english-${citizen.id}`)
  expect(filed.status).toBe(201)
  const asked = await citizen.call('GET', `/api/applications/${review.applicationId}`)
  expect(JSON.stringify(await asked.json()).replaceAll(OWN_WORDS, '')).not.toMatch(CHINESE)
})

test('P10: a form is answered in the language of its conversation, and is one and the same to be filed', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('帮我办居住证，首次申领，户口不在厦门，2025年3月1日开始住在厦门的，租房住')
  await citizen.say('我叫陈测试，手机13800000001，身份证号350203199001010018')
  const chinese = (await citizen.say('住在思明区莲前街道洪莲中路12号')).review
  const english = (await citizen.say('Please show me what I have filled in so far')).review
  expect(chinese?.values.find(({ id }) => id === 'situation')).toMatchObject({ label: '办理情形', value: '首次申领' })
  expect(english?.values.find(({ id }) => id === 'situation')?.label).toBe('Kind of application')
  expect(english?.reviewHash).toBe(chinese?.reviewHash)
})

test('a value refused in an English conversation is refused in English', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('I want to apply for a residence permit, first application')
  const reply = await citizen.say('My ID number is 350203199001010019')
  expect(reply.text).toContain('Resident identity number was not recorded')
  expect(reply.text).not.toMatch(CHINESE)
})

test('what is kept is exported in the language of the conversation, or the one asked for', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('How much is a residence permit in Xiamen?')
  const path = `/api/conversations/${citizen.id}/export?format=page`
  const english = await (await citizen.call('GET', path)).text()
  expect(english).toContain('<html lang="en">')
  expect(english).toContain('What Bianban keeps of you')
  const traditional = await (await citizen.call('GET', `${path}&lang=zh-Hant`)).text()
  expect(traditional).toContain('<h1>邊辦保存的內容</h1>')
  expect(await (await citizen.call('GET', `${path}&lang=zh-Hans`)).text()).toContain('<h1>边办保存的内容</h1>')
})

test('P10: an English question is answered by what the point says in English, with its citation', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('Can I use my residence permit as ID on the high-speed train?')
  expect(reply.text).toMatch(/^For high-speed trains and hotels bring your resident identity card\.\[1\]/u)
  expect(reply.text).not.toMatch(CHINESE)
  const [source] = reply.parts.filter(({ type }) => type === 'source-document')
  expect(source).toMatchObject({ sourceId: expect.stringMatching(/^residence-permit#faq/u) })
})

test('steps are told in English as a numbered list, each with its citation', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('How do I apply for a Xiamen residence permit, step by step?')
  expect(reply.text).toMatch(
    /1\. Check that you have lived in Xiamen for 6 months or more[^\n]+\[\d\]\.?\n2\. Get your identity card/u,
  )
  expect(reply.text).not.toMatch(CHINESE)
})

test('the sources of an English answer have English names', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('How much is a passport?')
  const titles = reply.parts.flatMap((part) =>
    part.type === 'source-document' ? [(part as { title?: string }).title] : [],
  )
  expect(titles.length).toBeGreaterThan(0)
  for (const title of titles) expect(title).not.toMatch(/\p{Script=Han}/u)
})

test('what she may receive is told in English, reasons and amounts too, and is claimed in English', async () => {
  const citizen = await openCitizen(running.url)
  const asked = await citizen.say('Which benefits can I get?')
  const { id, version } = asked.application ?? { id: '', version: 0 }
  const values = { birthDate: '1940-01-01', minimumLiving: 'true' }
  await citizen.call('PATCH', `/api/applications/${id}`, { values }, { 'if-match': `"${version}"` })
  const told = await citizen.say('Which benefits can I get?')
  const card = told.parts.findLast(({ type }) => type === 'data-benefits')?.data as BenefitsPart
  expect(card.benefits.length).toBeGreaterThan(10)
  const read = card.benefits.flatMap(({ title, amount, rules, review }) => [
    title,
    amount,
    review,
    ...rules.map(({ reason }) => reason),
  ])
  // Names of an app and its page stay as they are written there.
  for (const words of read) expect(words.replaceAll(/i厦门|住厦来/g, '')).not.toMatch(/\p{Script=Han}/u)
  const claimed = await citizen.say('Claim Allowance for the very old')
  expect(claimed.application?.service).toBe('senior-allowance')
})
