import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationPart, ConsentResponse } from '../../src/wire.ts'
import { RESIDENCE_PERMIT_VALUES, reviewOf, submit } from '../support/filled-application.ts'
import { openSignedIn as openSignedInAt } from '../support/signed-in-citizen.ts'
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

describe('a signed-in citizen who starts an application', () => {
  test('is never asked who she is, and the origin says from where it is known', async () => {
    const citizen = await openSignedIn(JIA)
    const reply = await citizen.say('帮我办居住证，第一次办')
    expect(originOf(reply.application, 'name')).toMatch(/^统一身份认证·\d{4}-\d{2}-\d{2}$/)
    expect(reply.application?.pending).not.toContain('name')
    expect(reply.application?.pending).not.toContain('citizenId')
    expect(reply.application?.pending).not.toContain('mobile')
  })

  test('is offered a register with its purpose, consents in words where there are no buttons, and is not asked for what it holds', async () => {
    const citizen = await openSignedIn(JIA)
    const offered = await citizen.say('帮我办居住证，第一次办')
    expect(offered.outcome.outcome).toBe('awaiting-consent')
    expect(offered.text).toContain('户籍库')
    expect(offered.text).toContain('同意查询户籍库')
    const filled = await citizen.say('同意查询户籍库')
    expect(filled.text).toContain('户口是否在厦门 是')
    expect(originOf(filled.application, 'registeredInXiamen')).toMatch(/^户籍库·/)
  })

  test('refuses, and the form simply asks', async () => {
    const citizen = await openSignedIn(JIA)
    await citizen.say('帮我办居住证，第一次办')
    const asked = await citizen.say('不查询户籍库')
    expect(asked.text).toContain('您的户口在厦门吗')
    const { offers, consents } = (await (
      await citizen.call('GET', `/api/applications/${asked.application?.id}/consents`)
    ).json()) as { offers: { source: string }[]; consents: unknown[] }
    expect(offers.map(({ source }) => source)).not.toContain('household')
    expect(consents).toMatchObject([{ source: 'household', granted: false }])
  })

  test('is shown the card again where there are buttons and another question was asked since, and consents by pressing one', async () => {
    const citizen = await openSignedIn(JIA, { channel: 'web' })
    const offered = await citizen.say('帮我办居住证，第一次办')
    const again = await citizen.say('居住证要多少钱')
    expect(again.parts.some(({ type }) => type === 'data-consent')).toBe(true)
    await citizen.say('居住证多久办好')
    const typed = await citizen.say('同意查询户籍库')
    expect(typed.outcome.outcome).toBe('awaiting-consent')
    const id = offered.application?.id ?? ''
    const pressed = await citizen.call('POST', `/api/applications/${id}/consents`, {
      source: 'household',
      granted: true,
    })
    expect(pressed.status).toBe(201)
    const result = (await pressed.json()) as ConsentResponse
    expect(result.outcome).toBe('filled')
    expect(result.said).toContain('户籍库')
  })

  describe.each(['web', 'text'])('while the card stands last (%s)', (channel) => {
    test.each(['可以', '同意', '好的，查吧', '嗯'])('%s is a yes to it and fills nothing else', async (words) => {
      const citizen = await openSignedIn(JIA, { channel })
      await citizen.say('帮我办居住证')
      const { text, application } = await citizen.say(words)
      expect(text).toContain('按您的同意查了户籍库')
      expect(originOf(application, 'registeredInXiamen')).toMatch(/^户籍库·/)
      expect(application?.next?.field).toBe('situation')
    })

    test.each(['不用', '不同意', '不要查', '先不查', '我自己填吧'])(
      '%s is a no to it, and the form simply asks',
      async (words) => {
        const citizen = await openSignedIn(JIA, { channel })
        await citizen.say('帮我办居住证，第一次办')
        const { text, application } = await citizen.say(words)
        expect(text).toContain('好的，不查户籍库')
        expect(application?.next?.field).toBe('registeredInXiamen')
      },
    )
  })

  test('takes it back in words: what it had filled leaves the form, and is asked', async () => {
    const citizen = await openSignedIn(JIA)
    await citizen.say('帮我办居住证，第一次办')
    await citizen.say('同意查询户籍库')
    const { text, application } = await citizen.say('撤回对户籍库的同意')
    expect(text).toContain('已经撤回对户籍库的同意')
    expect(application?.fields.find(({ id }) => id === 'registeredInXiamen')?.shown).toBeNull()
    expect(application?.pending).toContain('registeredInXiamen')
    expect((await citizen.say('撤销刚才的授权')).text).toContain('没有您给过的同意')
  })

  test('asks what it is for, and is told again before she decides', async () => {
    const citizen = await openSignedIn(JIA)
    await citizen.say('帮我办居住证，第一次办')
    const why = await citizen.say('为什么要查这个')
    expect(why.outcome.outcome).toBe('awaiting-consent')
    expect(why.text).toContain('户籍库')
    expect((await citizen.say('可以')).text).toContain('按您的同意查了户籍库')
  })

  test('of several cards, a yes is for the one shown last', async () => {
    const citizen = await openSignedIn(JIA)
    await citizen.say('我要办居住证')
    expect((await citizen.say('首次申领')).text).toContain('社保库')
    const { text, application } = await citizen.say('可以')
    expect(text).toContain('查了社保库')
    expect(application?.fields.find(({ id }) => id === 'registeredInXiamen')?.shown).toBeNull()
  })

  test('of several cards, 都同意 is a yes to every one that was shown', async () => {
    const citizen = await openSignedIn(JIA)
    await citizen.say('我要办居住证')
    await citizen.say('首次申领')
    const { text } = await citizen.say('都同意')
    expect(text).toContain('查了户籍库')
    expect(text).toContain('查了社保库')
  })

  test('says more than yes, and all of it is heard', async () => {
    const citizen = await openSignedIn(JIA)
    await citizen.say('帮我办居住证')
    const { text, application } = await citizen.say('同意，我是首次申领')
    expect(text).toContain('查了户籍库')
    expect(application?.fields.find(({ id }) => id === 'situation')?.value).toBe('first-issue')
  })

  test('asks for a moment, and the card still stands', async () => {
    const citizen = await openSignedIn(JIA)
    await citizen.say('帮我办居住证')
    await citizen.say('等一下')
    expect((await citizen.say('可以')).text).toContain('查了户籍库')
  })
})

test('what a consent brought goes when it is withdrawn, and the review card shown before confirms nothing', async () => {
  const citizen = await openSignedIn(YI, { channel: 'web' })
  const start = await citizen.call('POST', '/api/applications', {
    service: 'residence-permit',
    conversationId: citizen.id,
  })
  const { application } = (await start.json()) as { application: ApplicationPart }
  const path = `/api/applications/${application.id}/consents`
  const { offers } = (await (await citizen.call('GET', path)).json()) as { offers: { source: string }[] }
  const source = offers[0]?.source ?? ''
  expect(offers.length).toBeGreaterThan(0)
  const granted = (await (await citizen.call('POST', path, { source, granted: true })).json()) as ConsentResponse
  const brought = granted.accepted.map(({ field }) => field)
  const after = (await (await citizen.call('DELETE', `${path}/${source}`)).json()) as ApplicationPart
  for (const field of brought) expect(originOf(after, field) ?? '').not.toMatch(/库·/)
  expect(after.version).toBeGreaterThan(granted.application.version)
  const { messages } = (await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as {
    messages: { parts: { text?: string }[] }[]
  }
  const told = messages.flatMap(({ parts }) => parts.map(({ text }) => text ?? ''))
  expect(told.some((text) => text.startsWith('已经撤回对'))).toBe(true)
  expect((await citizen.call('DELETE', `${path}/${source}`)).status).toBe(409)
})

test('a consent withdrawn between review and submission: nothing is filed, and once she says it herself it is', async () => {
  const citizen = await openSignedIn(JIA, { channel: 'web' })
  const values = { ...RESIDENCE_PERMIT_VALUES, reason: 'employment', name: '测试市民甲' }
  const start = { service: 'residence-permit', conversationId: citizen.id, values }
  const started = await citizen.call('POST', '/api/applications', start)
  const { application } = (await started.json()) as { application: ApplicationPart }
  expect(application.pending).toEqual(['workplace'])
  const path = `/api/applications/${application.id}`
  const now = async () => (await (await citizen.call('GET', path)).json()) as ApplicationPart
  await citizen.call('POST', `${path}/consents`, { source: 'social-security', granted: true })
  expect(originOf(await now(), 'workplace')).toMatch(/^社保库·/)
  const review = await reviewOf(citizen, application.id)

  expect((await citizen.call('DELETE', `${path}/consents/social-security`)).status).toBe(200)
  const refused = await submit(citizen, review, `withdrawn-${citizen.id}`)
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({ code: 'stale-review', detail: expect.stringContaining('改动') })
  const left = await now()
  expect([left.status, left.pending, left.receiptNumber]).toEqual(['draft', ['workplace'], null])

  await citizen.call('PATCH', path, { values: { workplace: '示例工厂' } }, { 'if-match': `"${left.version}"` })
  const again = await reviewOf(citizen, application.id)
  expect(again.values.find(({ id }) => id === 'workplace')).toMatchObject({ provenance: { kind: 'citizen' } })
  expect((await submit(citizen, again, `said-${citizen.id}`)).status).toBe(201)
})

test('a sensitive register wants a face check first', async () => {
  const start = { service: 'housing-fund-rent' }
  const decide = async (level: 1 | 2) => {
    const citizen = await openSignedIn(JIA, { level })
    const started = await citizen.call('POST', '/api/applications', { ...start, conversationId: citizen.id })
    const { application } = (await started.json()) as { application: ApplicationPart }
    return citizen.call('POST', `/api/applications/${application.id}/consents`, { source: 'bank', granted: true })
  }
  const refused = await decide(1)
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({ code: 'step-up-required', signIn: '/auth/login?level=2' })
  expect((await decide(2)).status).toBe(201)
})

test('nobody who is not signed in reaches a register', async () => {
  const citizen = await openSignedIn(JIA)
  const started = await citizen.call('POST', '/api/applications', {
    service: 'residence-permit',
    conversationId: citizen.id,
  })
  const { application } = (await started.json()) as { application: ApplicationPart }
  const path = `/api/applications/${application.id}/consents`
  const alone = await citizen.call('POST', path, { source: 'household', granted: true }, { cookie: '' })
  expect(alone.status).toBe(401)
})
