import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationPart, ConsentResponse } from '../../src/wire.ts'
import { openSignedIn as openSignedInAt } from '../support/signed-in-citizen.ts'
import { signIn } from '../support/sign-in.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const JIA = '350203199001010018'
const YI = '350206198812300021'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

/** A signed-in citizen in a channel, with a conversation of her own. */
const openSignedIn = (resident: string, { level = 1, channel = 'text' }: { level?: 1 | 2; channel?: string } = {}) =>
  openSignedInAt(running.url, resident, level, channel)

const originOf = (application: ApplicationPart | undefined, field: string): string | undefined =>
  application?.fields.find(({ id }) => id === field)?.provenance?.detail

test('nobody is asked for her account while an answer to come may close the way', async () => {
  const citizen = await openSignedIn(JIA)
  const sources = async (values: Record<string, string>) => {
    const started = await citizen.call('POST', '/api/applications', {
      service: 'housing-fund-rent',
      conversationId: citizen.id,
      values,
    })
    const { application } = (await started.json()) as { application: ApplicationPart }
    const list = (await (await citizen.call('GET', `/api/applications/${application.id}/consents`)).json()) as {
      offers: { source: string }[]
    }
    return list.offers.map(({ source }) => source)
  }
  expect(await sources({ situation: 'ordinary' })).not.toContain('bank')
  expect(await sources({ ownsHome: 'false', fundMonths: '24' })).toContain('bank')
})

describe('a form that a guardian files for a child of hers', () => {
  const start = async (level: 1 | 2) => {
    const citizen = await openSignedIn(YI, { level })
    const started = await citizen.call('POST', '/api/applications', {
      service: 'school-enrolment',
      conversationId: citizen.id,
      values: { situation: 'local' },
    })
    const { application } = (await started.json()) as { application: ApplicationPart }
    return { citizen, application, path: `/api/applications/${application.id}/consents` }
  }

  test('knows the guardian by her sign-in, and takes nothing of hers for the child’s', async () => {
    const { citizen, application, path } = await start(1)
    expect(originOf(application, 'guardianName')).toContain('统一身份认证')
    expect(originOf(application, 'guardianCitizenId')).toContain('统一身份认证')
    const { offers } = (await (await citizen.call('GET', path)).json()) as {
      offers: { source: string; fields: string[] }[]
    }
    expect(offers.map(({ source }) => source)).not.toContain('population')
    expect(offers.find(({ source }) => source === 'guardianship')?.fields).toEqual(
      expect.arrayContaining(['孩子姓名', '孩子身份证号码', '孩子户籍地址']),
    )
  })

  test('brings the child from the register of guardians', async () => {
    const { citizen, path } = await start(2)
    const granted = await citizen.call('POST', path, { source: 'guardianship', granted: true })
    const { application } = (await granted.json()) as ConsentResponse
    expect(application.fields.find(({ id }) => id === 'childName')?.value).toBe('测试幼儿戊')
    expect(originOf(application, 'householdAddress')).toMatch(/^监护关系库·/)
    expect(application.fields.find(({ id }) => id === 'guardianName')?.value).toBe('测试市民乙')
  })
})

test.each(['text', 'web'])(
  'where a face check comes first, the chat says where, and the offer stands until she is back (%s)',
  async (channel) => {
    const citizen = await openSignedIn(JIA, { channel })
    const values = { situation: 'ordinary', ownsHome: 'false', fundMonths: '24', married: 'false' }
    const start = { service: 'housing-fund-rent', conversationId: citizen.id, values }
    await citizen.call('POST', '/api/applications', start)
    expect((await citizen.say('继续办')).text).toContain('社保卡金融账户')
    const sent = await citizen.say('同意')
    expect(sent.outcome.outcome).toBe('awaiting-consent')
    expect(sent.text).toContain('人脸核验')
    if (channel === 'text') expect(sent.text).toContain('/auth/login?level=2')
    expect(sent.parts.find(({ type }) => type === 'data-consent')?.data).toMatchObject({ source: 'bank', stepUp: true })
    await signIn(citizen.browser, running.url, { resident: JIA, level: 2 })
    const back = await citizen.say('核验好了')
    expect(back.text).toContain('按您的同意查了社保卡金融账户')
    expect(originOf(back.application, 'bankCard')).toMatch(/^社保卡金融账户·/)
  },
)
