import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationPart, ConsentPart, ConsentResponse, ReviewPart } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { reviewOf, submit } from '../support/filled-application.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

type Started = { readonly application: ApplicationPart }

const CODE = /确认提交 (\d{6})/

/** Answers each question in words until the card is shown. */
async function talkThrough(citizen: Citizen, opening: string, answers: Readonly<Record<string, string>>) {
  let reply = await citizen.say(opening)
  const asked: string[] = []
  while (reply.application?.next !== undefined && reply.application.next !== null) {
    const { field } = reply.application.next
    const answer = answers[field]
    if (answer === undefined || asked.includes(field)) throw new Error(`asked for ${field}: ${reply.text}`)
    asked.push(field)
    reply = await citizen.say(answer)
  }
  return { reply, asked }
}

const values = (review: Pick<ReviewPart, 'values'> | undefined) =>
  Object.fromEntries(review?.values.map(({ id, value, provenance }) => [id, `${value}（${provenance.detail}）`]) ?? [])

describe('acting for somebody else (P17)', () => {
  test('P17: for a mother, by words alone: whose matter, who acts and by what right stand on the card and in the audit log', async () => {
    const citizen = await openCitizen(running.url, 'text')
    const first = await citizen.say('替我妈办居住证，首次申领')
    expect(first.application?.title).toBe('居住证申领、换领、补领（替母亲办）')
    expect(first.text).toContain('经办人')
    expect(first.text).toContain('行动不便')
    const { reply } = await talkThrough(citizen, '我妈户口在外省', {
      livesSince: '2024年3月1日',
      registeredInXiamen: '在外地',
      reason: '租房',
      name: '王样例',
      citizenId: '350203196208150022',
      mobile: '13800000001',
      address: '思明区莲前街道洪莲中路12号',
      agentName: '我叫陈测试',
      agentCitizenId: '350203199001010018',
      actingRight: '有她的委托书',
    })
    const card = values(reply.review)
    expect(card['name']).toContain('王样例')
    expect(card['citizenId']).toContain('350203196208150022')
    expect(card['agentName']).toContain('陈测试')
    expect(card['agentCitizenId']).toContain('350203199001010018')
    expect(card['actingRight']).toContain('本人书面委托')
    expect(card['actingRelation']).toBe('母亲（您说的·第1轮）')
    expect(reply.review?.materials.map(({ label }) => label)).toContain('授权委托书')
    expect(reply.review?.declaration).toContain('我替母亲办理')

    const filed = await citizen.say(`确认提交 ${CODE.exec(reply.text)?.[1]}`)
    expect(filed.receipt?.receiptNumber).toMatch(/^XM/)
    const shown = await (await citizen.call('GET', `/api/applications/${reply.application?.id}`)).json()
    expect(shown).toMatchObject({ service: 'residence-permit', title: '居住证申领、换领、补领（替母亲办）' })
  })

  test('P17: said in the middle of a form, it becomes hers: what the citizen said of herself is then of the one who acts', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('帮我办居住证，首次申领')
    await citizen.say('我叫陈测试，手机13800000001')
    const changed = await citizen.say('说错了，我是替我爸办的')
    const fields = Object.fromEntries(changed.application?.fields.map(({ id, shown }) => [id, shown]) ?? [])
    expect(changed.application?.title).toContain('替父亲办')
    expect(fields).toMatchObject({ name: null, agentName: '陈测试', situation: '首次申领' })
    const back = await citizen.say('还是给我自己办')
    expect(back.application?.title).toBe('居住证申领、换领、补领')
    expect(back.application?.fields.find(({ id }) => id === 'name')?.shown).toBe('陈测试')
  })

  test('P17: what the agent says of herself never takes the place of what she said of her father', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('帮我爸办居住证，首次申领')
    await citizen.say('我爸叫陈样老，身份证350503195001010016')
    const { application, text } = await citizen.say('我叫陈测试，身份证350203199001010018')
    expect(text).not.toContain('改成')
    expect(Object.fromEntries(application?.fields.map(({ id, shown }) => [id, shown]) ?? [])).toMatchObject({
      name: '陈样老',
      citizenId: '350***********0016',
      agentName: '陈测试',
      agentCitizenId: '350***********0018',
    })
  })

  test('P17: a matter nobody may do for another says so and cannot be submitted', async () => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('替我妈申请换身份证')
    expect(reply.application?.title).toContain('替母亲办')
    expect(reply.text).toContain('不能代办')
    const id = reply.application?.id ?? ''
    expect((await citizen.call('GET', `/api/applications/${id}/review`)).status).toBe(422)
  })

  test('P17: an own draft and one for somebody else stand side by side and never share who they are about', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('帮我办居住证，首次申领')
    await citizen.say('我叫陈测试')
    const start = await citizen.call('POST', '/api/applications', {
      service: 'residence-permit',
      conversationId: citizen.id,
      actingFor: 'mother',
    })
    const { application } = (await start.json()) as Started
    expect(start.status).toBe(201)
    expect(application.fields.find(({ id }) => id === 'name')).toMatchObject({ label: '母亲的姓名', shown: null })
  })

  test('P17: the registers tell nothing of a represented adult, and of a child only to the guardian they know', async () => {
    const guardian = await openSignedIn(running.url, '350206198812300021', 2)
    const open = async (actingFor: string) => {
      const body = { service: 'taiwan-pass', conversationId: guardian.id, actingFor }
      return ((await (await guardian.call('POST', '/api/applications', body)).json()) as Started).application
    }
    const offersOf = async (id: string) =>
      ((await (await guardian.call('GET', `/api/applications/${id}/consents`)).json()) as { offers: ConsentPart[] })
        .offers
    const mothers = await open('mother')
    expect(await offersOf(mothers.id)).toEqual([])
    expect(mothers.fields.find(({ id }) => id === 'agentName')?.provenance?.detail).toContain('统一身份认证')

    const child = await open('child')
    expect((await offersOf(child.id)).map(({ source }) => source)).toEqual(['guardianship'])
    const decided = await guardian.call('POST', `/api/applications/${child.id}/consents`, {
      source: 'guardianship',
      granted: true,
    })
    const { application } = (await decided.json()) as ConsentResponse
    const fields = Object.fromEntries(application.fields.map((field) => [field.id, field]))
    expect(fields['name']?.shown).toBe('测试幼儿戊')
    expect(fields['actingRight']).toMatchObject({ value: 'guardian', provenance: { kind: 'registry' } })
    expect(fields['agentName']?.shown).toBe('测试市民乙')

    const stranger = await openSignedIn(running.url, '350203199001010018', 2)
    const body = { service: 'taiwan-pass', conversationId: stranger.id, actingFor: 'child' }
    const theirs = ((await (await stranger.call('POST', '/api/applications', body)).json()) as Started).application
    const refused = await stranger.call('POST', `/api/applications/${theirs.id}/consents`, {
      source: 'guardianship',
      granted: true,
    })
    expect(((await refused.json()) as ConsentResponse).outcome).toBe('nothing-held')
  })

  test('P17: where the form asks by itself who acts, the city tells of whoever signed in only once it is she', async () => {
    const agent = await openSignedIn(running.url, '350203199001010018', 2)
    const start = await agent.call('POST', '/api/applications', {
      service: 'senior-allowance',
      conversationId: agent.id,
    })
    const { application, etag } = { ...((await start.json()) as Started), etag: start.headers.get('etag') ?? '' }
    const known = (of: ApplicationPart) =>
      of.fields.filter(({ provenance }) => provenance?.kind === 'registry').map(({ id, shown }) => `${id} ${shown}`)
    const sources = async () => {
      const offered = await agent.call('GET', `/api/applications/${application.id}/consents`)
      return ((await offered.json()) as { offers: ConsentPart[] }).offers.map(({ source }) => source)
    }
    expect(known(application)).toEqual(['mobile 138****0001'])
    expect(await sources()).toEqual([])

    const filling = async (applicant: string, version: string) => {
      const filled = await agent.call(
        'PATCH',
        `/api/applications/${application.id}`,
        { values: { applicant } },
        { 'if-match': version },
      )
      return { application: ((await filled.json()) as Started).application, etag: filled.headers.get('etag') ?? '' }
    }
    const own = await filling('self', etag)
    expect(known(own.application)).toContain('name 测试市民甲')
    expect(await sources()).toContain('household')

    const family = await filling('family', own.etag)
    expect(known(family.application)).toEqual(['mobile 138****0001', 'agentName 测试市民甲'])
    expect(family.application.fields.find(({ id }) => id === 'name')?.value).toBeNull()
    expect(await sources()).toEqual([])
  })

  test('P17: a filed one carries it to the department, and the audit chain holds it', async () => {
    const citizen = await openCitizen(running.url)
    const start = await citizen.call('POST', '/api/applications', {
      service: 'residence-permit',
      conversationId: citizen.id,
      actingFor: 'mother',
      values: {
        situation: 'first-issue',
        registeredInXiamen: 'false',
        livesSince: '2024-03-01',
        reason: 'housing',
        name: '王样例',
        citizenId: '350203196208150022',
        mobile: '13800000001',
        address: '思明区|莲前街道|洪莲中路12号',
        agentName: '陈测试',
        agentCitizenId: '350203199001010018',
        actingRight: 'authorised',
      },
    })
    const { application } = (await start.json()) as Started
    expect(application.status).toBe('ready')
    const receipt = await submit(citizen, await reviewOf(citizen, application.id), `acting-${citizen.id}`)
    expect(receipt.status).toBe(201)
    const kept = (await (await citizen.call('GET', `/api/applications/${application.id}`)).json()) as {
      fields: { id: string; shown: string }[]
    }
    expect(kept.fields.filter(({ id }) => /^a(?:gent|cting)/.test(id)).map(({ shown }) => shown)).toEqual([
      '母亲',
      '陈测试',
      expect.stringContaining('*'),
      '本人书面委托',
    ])
  })
})
