import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationPart, BenefitsPart } from '../../src/wire.ts'
import { openCitizen, type Citizen, type Reply } from '../support/citizen.ts'
import { reviewOf, submit } from '../support/filled-application.ts'
import { answerAll } from '../support/filled-bundle.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const matched = (reply: Reply): BenefitsPart['benefits'] =>
  (reply.parts.findLast(({ type }) => type === 'data-benefits')?.data as BenefitsPart | undefined)?.benefits ?? []
const verdictOf = (benefits: BenefitsPart['benefits'], id: string) => benefits.find((each) => each.id === id)?.verdict

/** What the form still asks of her; synthetic, the number is a test vector. */
const OLD_AND_POOR = {
  name: '陈测试',
  citizenId: '350203194001010015',
  registeredInXiamen: 'true',
  address: '思明区|莲前街道|演示路1号',
  lowIncome: 'true',
  receiving: 'false',
  mobile: '13800000001',
  bankCard: '6217000000000000004',
}

/** What she says of herself with controls of the page. */
async function tells(citizen: Citizen, values: Record<string, string>): Promise<BenefitsPart['benefits']> {
  const path = `/api/conversations/${citizen.id}/benefits`
  const opened = (await (await citizen.call('POST', path)).json()) as { application: { id: string; version: number } }
  const { id, version } = opened.application
  const filled = await citizen.call('PATCH', `/api/applications/${id}`, { values }, { 'if-match': `"${version}"` })
  expect(filled.status).toBe(200)
  return ((await (await citizen.call('POST', path)).json()) as { benefits: BenefitsPart['benefits'] }).benefits
}

describe('a citizen who asks what she may receive', () => {
  test('is told of every benefit with its reasons, and is asked one thing that decides', async () => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('我能领什么补贴')
    expect(matched(reply).length).toBeGreaterThan(10)
    for (const { rules } of matched(reply)) for (const { cite } of rules) expect(cite).toMatch(/^[a-z-]+#[a-z]+$/)
    expect(reply.application?.next?.ask).toBeTruthy()
    expect(reply.outcome.outcome).toBe('drafting')
  })

  test.each(['为啥没有我', '怎么都没我的份', '凭什么我就不能领', '為什麼都沒有我'])(
    '%s tells what is not met of all that was looked at',
    async (words) => {
      const citizen = await openCitizen(running.url)
      await tells(citizen, { birthDate: '1990-01-01', disabilityCertificate: 'false' })
      const { text, outcome, sources } = await citizen.say(words)
      expect(text).toMatch(/不符合[条條]件/u)
      expect(text).toMatch(/[残殘]疾/u)
      expect([outcome.outcome, sources]).toEqual(['drafting', []])
    },
  )

  test.each(['我不服，要求复核', '我要申请复核', '我對這個結果有異議', '不认可这个结论', '怎么申诉？'])(
    '%s after a no tells where it is reviewed, and the form goes on',
    async (words) => {
      const citizen = await openCitizen(running.url)
      await tells(citizen, { birthDate: '1990-01-01', blind: 'false' })
      const no = await citizen.say('为什么我不能领高龄津贴')
      expect(no.text).toContain('✗')
      const { text, outcome, application } = await citizen.say(words)
      expect(text).toMatch(/不是部[门門]的[决決]定/u)
      expect(text).toMatch(/高[龄齡]津[贴貼]/u)
      expect(text).toMatch(/12345|12333|12393|窗口/u)
      expect(outcome.outcome).toBe('drafting')
      expect(application?.next).toBeTruthy()
    },
  )

  test.each([
    { contributedMonths: '24', leftUnwillingly: 'true', birthDate: '1990-03-01' },
    { birthDate: '1940-01-01', registeredInXiamen: 'true', lowIncome: 'true' },
    { blind: 'true', registeredInXiamen: 'true', incomeBelowStandard: 'true', contributedMonths: '24' },
    { childBirthDate: '2025-03-01', childInFujian: 'true', fullTimeBachelor: 'true', insuredInXiamen: 'true' },
  ])('hears of the benefits that the one question decides, and of no other question: %o', async (values) => {
    const citizen = await openCitizen(running.url)
    await tells(citizen, values)
    const reply = await citizen.say('我能领什么补贴')
    const next = reply.application?.next?.field
    const named = matched(reply).filter(({ title }) => reply.text.includes(`还差一点就能判断“${title}`))
    for (const { missing } of named) expect(missing.map(({ field }) => field)).toContain(next)
    expect(reply.text.match(/？/gu)).toHaveLength(1)
    expect(reply.text).not.toContain('还不知道')
  })

  test('with no benefit told, or another matter named, a review is not taken for one of a benefit', async () => {
    const citizen = await openCitizen(running.url)
    await tells(citizen, { birthDate: '1990-01-01' })
    expect((await citizen.say('要求复核')).text).toContain('哪一项')
    expect((await citizen.say('工伤认定不服怎么办')).text).not.toContain('哪一项')
  })

  test('P16: hears yes, no, or what is missing; claims with one confirmation, without saying anything again', async () => {
    const citizen = await openCitizen(running.url)
    const benefits = await tells(citizen, { birthDate: '1940-01-01', minimumLiving: 'true', blind: 'false' })
    expect(verdictOf(benefits, 'senior-allowance')).toBe('yes')
    expect(verdictOf(benefits, 'disability-free-rides')).toBe('no')
    expect(verdictOf(benefits, 'childcare-subsidy')).toBe('open')
    expect(benefits.find(({ id }) => id === 'childcare-subsidy')?.missing.map(({ field }) => field)).toContain(
      'childInFujian',
    )

    const claimed = await citizen.say('申请高龄津贴')
    expect(claimed.application?.service).toBe('senior-allowance')
    const birth = claimed.application?.fields.find(({ id }) => id === 'birthDate')
    expect(birth?.value).toBe('1940-01-01')
  })

  test('P16: claims by hand what she was told she may have, and tracks it by its receipt', async () => {
    const citizen = await openCitizen(running.url)
    await tells(citizen, { birthDate: '1940-01-01', minimumLiving: 'true' })
    const claim = await citizen.call('POST', `/api/conversations/${citizen.id}/benefits/senior-allowance/claim`)
    expect(claim.status).toBe(201)
    const { application } = (await claim.json()) as { application: ApplicationPart }
    const { asked, last } = await answerAll(citizen, application, OLD_AND_POOR)
    // What the look-up found out, and for whom it was, is known.
    for (const known of ['birthDate', 'applicant']) expect(asked).not.toContain(known)
    expect(last.status).toBe('ready')
    const review = await reviewOf(citizen, last.id)
    expect(review.values.find(({ id }) => id === 'birthDate')?.provenance.kind).not.toBe('registry')
    const filed = await submit(citizen, review, `benefit-${citizen.id}`)
    expect(filed.status).toBe(201)
    const { receiptNumber, queryCode } = (await filed.json()) as { receiptNumber: string; queryCode: string }
    const tracked = await fetch(`${running.url}/api/cases/${receiptNumber}`, { headers: { 'x-query-code': queryCode } })
    expect(await tracked.json()).toMatchObject({ service: 'senior-allowance', receiptNumber })
    const again = await submit(citizen, review, `benefit-again-${citizen.id}`)
    expect(again.status).toBe(409)
  })

  test('asks why not, and is told which rule is not met and where to have it looked at again', async () => {
    const citizen = await openCitizen(running.url)
    await tells(citizen, { birthDate: '1990-01-01' })
    const reply = await citizen.say('为什么我不能领高龄津贴')
    expect(reply.text).toContain('✗')
    expect(reply.text).toContain('12345')
    expect(reply.sources).toContain('senior-allowance#who')
  })

  test('cannot claim what a rule refuses, and hears the reason', async () => {
    const citizen = await openCitizen(running.url)
    await tells(citizen, { birthDate: '1990-01-01' })
    const refused = await citizen.call('POST', `/api/conversations/${citizen.id}/benefits/senior-allowance/claim`)
    expect(refused.status).toBe(409)
    expect(JSON.stringify(await refused.json())).toContain('不符合')
  })

  test('never files what she only looked up', async () => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('我能领什么补贴')
    const review = await citizen.call('GET', `/api/applications/${reply.application?.id}/review`)
    expect(review.status).toBe(409)
  })
})

test('why not me, before anybody has looked: the conditions are told, and what decides is asked', async () => {
  const citizen = await openCitizen(running.url, 'text')
  const reply = await citizen.say('为什么我家没有低保')
  expect(reply.text).toContain('还不能判断')
  expect(reply.application?.service).toBe('benefits')
  expect(reply.application?.next).not.toBeNull()
})

test.each([
  '凭啥我不能领低保',
  '低保怎么没我的份',
  '咋就领不到最低生活保障呢',
  '憑什麼我領不到低保',
  "Why can't I get the minimum living allowance?",
])('%s tells the rules, and takes no answer out of the question', async (words) => {
  const citizen = await openCitizen(running.url, 'text')
  const reply = await citizen.say(words)
  expect(reply.application?.service).toBe('benefits')
  expect(reply.sources).toContain('social-assistance#who')
  expect(reply.application?.fields.find(({ id }) => id === 'minimumLiving')?.shown ?? null).toBeNull()
})

test('why not me, under another name of what is paid, and the check goes on', async () => {
  const citizen = await openCitizen(running.url, 'text')
  const opened = await citizen.say('我能领什么补贴')
  const reply = await citizen.say('为什么我领不到失业金')
  expect(reply.sources).toContain('unemployment-benefit#who')
  expect(reply.application?.next?.field).toBe(opened.application?.next?.field)
})

test.for(['查一查能享受的政策', '帮我查一下我能领的补贴', '有什么政策可以享受'])(
  '%s opens the check',
  async (words) => {
    const citizen = await openCitizen(running.url, 'text')
    expect((await citizen.say(words)).application?.service).toBe('benefits')
  },
)
