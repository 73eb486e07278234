import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationPart, CaseView } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { reviewOf, submit } from '../support/filled-application.ts'
import { answerAll, NEWBORN } from '../support/filled-bundle.ts'

let running: Awaited<ReturnType<typeof startAttended>>
beforeAll(async () => {
  running = await startAttended()
})
afterAll(() => running.close())

const casesOf = async (citizen: Citizen): Promise<CaseView[]> =>
  ((await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: CaseView[] }).cases

describe('孩子出生一件事', () => {
  test.each(['孩子出生的事能一次办齐吗', '孩子出生的事能一次办完吗？外公去行不行', '孩子第一次办身份证收费吗'])(
    'is not started by asking whether it can be done together: %s',
    async (words) => {
      const citizen = await openCitizen(running.url, 'text')
      expect((await citizen.say(words)).application).toBeUndefined()
    },
  )

  test.each([
    ['孩子出生一件事怎么一次办', '帮我办'],
    ['孩子出生的事能一次办齐吗', '好的，那就帮我办吧'],
    ['宝宝出生要办的能不能一起办', '现在就办'],
  ])('is what %s was about when she goes on with %s', async (question, wish) => {
    const citizen = await openCitizen(running.url, 'text')
    await citizen.say(question)
    expect((await citizen.say(wish)).application?.title).toContain('一件事')
  })

  test.each([
    ['刚生了个宝宝，要办啥啊', '一起办新生儿出生‘一件事’', '帮我办'],
    ['我老婆生了，接下来要办哪些事', '一起办新生儿出生‘一件事’', '一起办新生儿出生“一件事”'],
    ['剛生了寶寶，要辦什麼', '一起辦新生兒出生『一件事』', '一起辦新生兒出生「一件事」'],
    ['I just had a baby, what do I need to do?', 'Do together: Having a baby', 'Do together: Having a baby'],
  ])('is offered to who asks what there is to do: %s', async (question, offer, wish) => {
    const citizen = await openCitizen(running.url, 'text')
    const { text, application } = await citizen.say(question)
    expect(text).toContain(offer)
    expect(application).toBeUndefined()
    expect((await citizen.say(wish)).application?.service).toBe('bundle:birth')
  })

  test('is offered for none who asks about one matter', async () => {
    const citizen = await openCitizen(running.url, 'text')
    expect((await citizen.say('孩子出生登记要带什么')).text).not.toContain('一件事')
  })

  test('a single matter that was asked of is started by itself', async () => {
    const citizen = await openCitizen(running.url, 'text')
    await citizen.say('孩子出生登记要带什么')
    expect((await citizen.say('帮我办')).application?.title).not.toContain('一件事')
  })

  test('P15: starts from the chat, asks each thing once, and files every part that applies with one confirmation', async () => {
    const citizen = await openCitizen(running.url, 'text')
    const started = await citizen.say('孩子出生要办哪些，一起办')
    expect(started.application?.title).toContain('出生')
    if (started.application === undefined) throw new Error('no application')
    const { asked, last } = await answerAll(citizen, started.application, NEWBORN)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.filter((field) => field === 'childName' || field === 'name')).toHaveLength(2)
    expect(asked.indexOf('wantsCard')).toBeLessThan(asked.indexOf('childName'))
    expect(last.status).toBe('ready')

    const receipt = await submit(citizen, await reviewOf(citizen, last.id), `bundle-${citizen.id}`)
    expect(receipt.status).toBe(201)
    const whole = (await casesOf(citizen)).find(({ parts }) => parts.length > 0)
    expect(whole?.parts.map(({ title, state }) => `${title} ${state}`)).toEqual([
      '出生医学证明 told',
      '出生登记（上户口） filed',
      '城乡居民医保参保 filed',
      '孩子的社会保障卡 skipped',
      '育儿补贴 skipped',
      '生育津贴、生育医疗费用 skipped',
    ])
    for (const { state, reason } of whole?.parts ?? []) expect(state === 'filed' || reason !== null).toBe(true)

    const insurance = whole?.parts[2]?.receiptNumber ?? ''
    const registration = whole?.parts[1]?.receiptNumber ?? ''
    const redress = '六十日内可以申请行政复议'
    expect(await running.clerk.act(registration, { status: 'not-accepted', text: '不属于本部门', redress })).toBe(201)
    for (const status of ['accepted', 'approved', 'delivered'])
      expect(await running.clerk.act(insurance, { status, text: '医保已办好' })).toBe(201)
    const moved = await eventually(
      async () => (await casesOf(citizen)).find(({ parts }) => parts.length > 0)?.parts ?? [],
      (parts) => parts[2]?.status === 'delivered' && parts[1]?.status === 'not-accepted',
    )
    expect(moved[2]?.latest).toContain('医保已办好')
    const told = await citizen.say('办到哪了')
    expect(told.text.match(/城乡居民医保参保/g)).toHaveLength(1)
    expect(told.text).toContain(redress)
  })

  test('the parts are withdrawn one by one, the whole is not', async () => {
    const citizen = await openCitizen(running.url)
    const start = await citizen.call('POST', '/api/applications', { bundle: 'birth', conversationId: citizen.id })
    const { application } = (await start.json()) as { application: ApplicationPart }
    const { last } = await answerAll(citizen, application, NEWBORN)
    await submit(citizen, await reviewOf(citizen, last.id), `bundle-${citizen.id}`)
    expect((await citizen.call('POST', `/api/applications/${last.id}/withdrawal`, {})).status).toBe(409)
    const part = (await casesOf(citizen)).find(({ service }) => service === 'newborn')
    expect((await citizen.call('POST', `/api/applications/${part?.applicationId}/withdrawal`, {})).status).toBe(200)
    const statuses = (await casesOf(citizen)).find(({ parts }) => parts.length > 0)?.parts.map(({ status }) => status)
    expect(statuses).toEqual([null, 'withdrawn', 'submitted', null, null, null])
  })
})

type Answers = Readonly<Record<string, string>>

const openBundle = async (bundle: string, values: Answers) => {
  const citizen = await openCitizen(running.url)
  const start = await citizen.call('POST', '/api/applications', { bundle, conversationId: citizen.id, values })
  return { citizen, application: ((await start.json()) as { application: ApplicationPart }).application }
}
const idsOf = ({ fields }: ApplicationPart) => fields.map(({ id }) => id)

describe('what the parts of a bundle bring about for one another', () => {
  test('P15: the number that the registration gives is not asked before it, and what follows is filed without', async () => {
    const values = { ...NEWBORN, wantsSubsidy: 'true', relation: 'mother', childInFujian: 'true' }
    const { citizen, application } = await openBundle('birth', {})
    const { asked, last } = await answerAll(citizen, application, {
      ...values,
      bankName: '样例银行',
      bankCard: '6217000000000000004',
    })
    expect(asked.filter((field) => /citizenId$/i.test(field))).toEqual(['citizenId'])
    expect(last.status).toBe('ready')
    const receipt = await submit(citizen, await reviewOf(citizen, last.id), `issued-${citizen.id}`)
    expect(receipt.status).toBe(201)
    const parts = (await casesOf(citizen)).find((each) => each.parts.length > 0)?.parts ?? []
    expect(parts.filter(({ state }) => state === 'filed').map(({ title }) => title)).toContain('育儿补贴')
  })

  const MATERNITY: Answers = {
    ...NEWBORN,
    wantsCard: 'true',
    wantsSubsidy: 'true',
    maternityInsured: 'true',
    childInFujian: 'true',
    companyName: '样例公司',
    hospital: '样例医院',
    maternitySituation: 'allowance',
    bankName: '样例银行',
    bankCard: '6217000000000000004',
    cardBankName: '样例银行',
    cardVisitOn: '2026-12-15',
    cardBranch: '样例网点',
  }
  const OF_THE_MOTHER: Answers = {
    maternityName: '林测试',
    maternityCitizenId: '350203199202020028',
    maternityMobile: '13800000002',
    maternityBankName: '样例二行',
    maternityBankCard: '6217000000000000012',
  }

  test('P15: where the mother applies, the maternity benefit asks for nothing of hers again', async () => {
    const { citizen, application } = await openBundle('birth', {})
    const { asked, last } = await answerAll(citizen, application, { ...MATERNITY, relation: 'mother' })
    expect(asked.filter((field) => field in OF_THE_MOTHER)).toEqual([])
    const labels = last.fields.map(({ label }) => label)
    expect(labels.filter((label, at) => labels.indexOf(label) < at)).toEqual([])
    const receipt = await submit(citizen, await reviewOf(citizen, last.id), `mother-${citizen.id}`)
    expect(receipt.status).toBe(201)
    const parts = (await casesOf(citizen)).find((each) => each.parts.length > 0)?.parts ?? []
    expect(parts.filter(({ state }) => state === 'filed')).toHaveLength(5)
  })

  test('P15: where the father applies, what is the mother is asked as hers', async () => {
    const { citizen, application } = await openBundle('birth', {})
    const answers = { ...MATERNITY, ...OF_THE_MOTHER, relation: 'father' }
    const { asked, last } = await answerAll(citizen, application, answers)
    expect(asked).toEqual(expect.arrayContaining(Object.keys(OF_THE_MOTHER)))
    expect(last.fields.find(({ id }) => id === 'maternityName')?.label).toBe('妈妈的姓名')
    const labels = last.fields.map(({ label }) => label)
    expect(labels.filter((label, at) => labels.indexOf(label) < at)).toEqual([])
  })

  test('P15: the mother who wants no subsidy is asked once where the maternity money goes', async () => {
    const { citizen, application } = await openBundle('birth', {})
    const answers = { ...MATERNITY, wantsSubsidy: 'false', relation: 'mother' }
    const { asked, last } = await answerAll(citizen, application, answers)
    expect(asked).toEqual(expect.arrayContaining(['bankName', 'bankCard']))
    expect(last.status).toBe('ready')
  })

  test('P15: a food permit follows the licence of the same bundle, which nobody is asked for', async () => {
    const { application } = await openBundle('company-opening', { sellsFood: 'true', barred: 'false' })
    expect(idsOf(application)).not.toContain('hasLicence')
    expect(idsOf(application)).toContain('shopName')
    expect(application.eligibility.map(({ message }) => message).join()).not.toContain('这次不能办')
  })

  test('P15: a part that is closed asks nothing more', async () => {
    const values = { wantsSeal: 'false', willEmploy: 'false', sellsFood: 'true' }
    const open = await openBundle('company-opening', { ...values, barred: 'false' })
    const closed = await openBundle('company-opening', { ...values, barred: 'true' })
    expect(idsOf(open.application)).toContain('companyName')
    expect(idsOf(closed.application)).not.toContain('companyName')
    expect(idsOf(closed.application)).toEqual(expect.arrayContaining(['barred', 'shopName']))
    const labels = (application: ApplicationPart) => application.materials.map(({ label }) => label)
    expect(labels(closed.application).length).toBeLessThan(labels(open.application).length)
  })
})
