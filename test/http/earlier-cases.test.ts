import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConsentList, type ApplicationPart } from '../../src/wire.ts'
import { RESIDENCE_PERMIT_VALUES, reviewOf, submit } from '../support/filled-application.ts'
import { openSignedIn as openSignedInAt, type SignedInCitizen } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const [YI, BING, DING] = ['350206198812300021', '350205200002290013', '350212197012200068']

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const openSignedIn = (resident: string): Promise<SignedInCitizen> => openSignedInAt(running.url, resident, 1, 'text')

const fieldOf = (application: ApplicationPart | undefined, id: string) =>
  application?.fields.find((field) => field.id === id)
const originOf = (application: ApplicationPart | undefined, id: string): string | undefined =>
  fieldOf(application, id)?.provenance?.detail

/** Files a form in a conversation of its own; what a sign-in knows is not said. */
async function file(resident: string, form: object, values: Readonly<Record<string, string>>): Promise<void> {
  const citizen = await openSignedIn(resident)
  const start = { ...form, conversationId: citizen.id, values }
  const started = await citizen.call('POST', '/api/applications', start)
  const { application } = (await started.json()) as { application: ApplicationPart }
  const filed = await submit(citizen, await reviewOf(citizen, application.id), `earlier-${application.id}`)
  if (filed.status !== 201) throw new Error(`not filed: ${await filed.text()}`)
}

async function offersIn(citizen: SignedInCitizen, id: string | undefined) {
  const answer = await citizen.call('GET', `/api/applications/${id}/consents`)
  return ConsentList.parse(await answer.json()).offers
}

const { name: _, citizenId: __, mobile: ___, ...ABOUT_HOME } = RESIDENCE_PERMIT_VALUES

test('like last time, all but what is to be done: that was another matter', async () => {
  await file(YI, { service: 'residence-permit' }, ABOUT_HOME)
  const citizen = await openSignedIn(YI)
  await citizen.say('我要办社保卡')
  await citizen.say('给我自己办')
  const { application, text } = await citizen.say('就按上次的')
  expect(text).toContain('您以前的办件')
  expect(fieldOf(application, 'situation')?.shown).toBeNull()
  expect(application?.next?.field).toBe('situation')
})

test('wants another matter done like last time, and what her earlier case holds fills it at once', async () => {
  await file(YI, { service: 'residence-permit' }, ABOUT_HOME)
  const citizen = await openSignedIn(YI)
  const { application } = await citizen.say('跟上次一样，再办一次居住证')
  expect(application?.service).toBe('residence-permit')
  expect(originOf(application, 'address')).toContain('上次办')
})

test('what she filed for her mother, or under another name, is nothing that is known of herself', async () => {
  const mother = { name: '王样例', citizenId: '350203196208150022', actingRight: 'authorised' }
  await file(BING, { service: 'residence-permit', actingFor: 'mother' }, { ...RESIDENCE_PERMIT_VALUES, ...mother })
  await file(BING, { service: 'residence-permit' }, RESIDENCE_PERMIT_VALUES)
  const citizen = await openSignedIn(BING)
  const { application } = await citizen.say('我要办居住证，首次申领')
  expect((await offersIn(citizen, application?.id)).map(({ source }) => source)).not.toContain('earlier-cases')
  expect((await citizen.say('就按上次的')).text).not.toContain('您以前的办件')

  await file(BING, { service: 'residence-permit' }, { ...ABOUT_HOME, address: '湖里区|江头街道|演示路2号' })
  await file(BING, { service: 'residence-permit', actingFor: 'mother' }, { ...RESIDENCE_PERMIT_VALUES, ...mother })
  const again = await openSignedIn(BING)
  await again.say('我要办居住证，首次申领')
  const filled = await again.say('就按上次的')
  expect(fieldOf(filled.application, 'address')?.value).toContain('演示路2号')
})

describe('what she filed for her mother', () => {
  const JIA = '350203199001010018'
  const mother = { name: '王样例', citizenId: '350203196208150022', actingRight: 'authorised' }
  const another = { name: '赵演示', citizenId: '350203195901010023', actingRight: 'authorised' }
  const permit = { service: 'residence-permit' }
  const forMother = { ...permit, actingFor: 'mother' }

  test('is offered for her mother’s next form, and what right she has is asked anew', async () => {
    await file(JIA, forMother, { ...RESIDENCE_PERMIT_VALUES, ...mother })
    const citizen = await openSignedIn(JIA)
    const started = await citizen.say('替我妈办居住证，损坏换领')
    expect(started.application?.fields.find(({ id }) => id === 'name')?.label).toBe('母亲的姓名')
    const { application } = await citizen.say('就按上次的')
    expect([fieldOf(application, 'name')?.value, originOf(application, 'name')]).toEqual([
      '王样例',
      expect.stringContaining('上次办'),
    ])
    expect(originOf(application, 'address')).toContain('上次办')
    expect(fieldOf(application, 'actingRight')?.value).toBeNull()
    // It tells nothing of herself, nor of her father.
    for (const words of ['我要办居住证，损坏换领', '替我爸办居住证，损坏换领']) {
      const other = await openSignedIn(JIA)
      const { application: form } = await other.say(words)
      expect((await offersIn(other, form?.id)).map(({ source }) => source)).not.toContain('earlier-cases')
    }
  })

  test('is not offered once another name is said, nor before one is where it was about two', async () => {
    await file(DING, forMother, { ...RESIDENCE_PERMIT_VALUES, ...mother })
    const citizen = await openSignedIn(DING)
    const { application } = await citizen.say('替我妈办居住证，损坏换领')
    const sources = async () => (await offersIn(citizen, application?.id)).map(({ source }) => source)
    expect(await sources()).toContain('earlier-cases')
    await citizen.say('我妈叫赵演示')
    expect(await sources()).not.toContain('earlier-cases')

    await file(DING, forMother, { ...RESIDENCE_PERMIT_VALUES, ...another, address: '湖里区|江头街道|演示路2号' })
    const again = await openSignedIn(DING)
    const opened = await again.say('替我妈办居住证，损坏换领')
    expect((await offersIn(again, opened.application?.id)).map(({ source }) => source)).not.toContain('earlier-cases')
    await again.say('我妈叫赵演示')
    const filled = await again.say('就按上次的')
    expect(fieldOf(filled.application, 'address')?.value).toContain('演示路2号')
  })
})

test('a bank account of an earlier case is not taken with it: it has a consent and a face check of its own', async () => {
  const rent = { situation: 'ordinary', ownsHome: 'false', fundMonths: '24', married: 'false' }
  const form = { service: 'housing-fund-rent' }
  const address = '思明区|莲前街道|洪莲中路12号'
  await file(DING, form, { ...rent, address, bankCard: '6217000000000000012' })
  const citizen = await openSignedIn(DING)
  const started = await citizen.call('POST', '/api/applications', {
    ...form,
    conversationId: citizen.id,
    values: { situation: 'ordinary', ownsHome: 'false', fundMonths: '24' },
  })
  const { application } = (await started.json()) as { application: ApplicationPart }
  const offers = await offersIn(citizen, application.id)
  const label = fieldOf(application, 'bankCard')?.label ?? ''
  expect(offers.find(({ source }) => source === 'earlier-cases')?.fields).not.toContain(label)
  expect(offers.find(({ source }) => source === 'bank')).toMatchObject({ sensitive: true, fields: [label] })
  const path = `/api/applications/${application.id}`
  await citizen.call('POST', `${path}/consents`, { source: 'earlier-cases', granted: true })
  const after = (await (await citizen.call('GET', path)).json()) as ApplicationPart
  expect(originOf(after, 'address')).toContain('上次办')
  expect(fieldOf(after, 'bankCard')?.shown).toBeNull()
})
