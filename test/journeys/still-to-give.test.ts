import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'

let running: Awaited<ReturnType<typeof startAttended>>
beforeAll(async () => {
  running = await startAttended()
})
afterAll(() => running.close())

async function filed() {
  const citizen = await openCitizen(running.url, 'text')
  const id = await fillResidencePermit(citizen)
  const submitted = await submit(citizen, await reviewOf(citizen, id), `case-talk-${citizen.id}`)
  return { citizen, ...((await submitted.json()) as { receiptNumber: string }) }
}

const becomes = (citizen: Citizen, status: string): Promise<CaseView | undefined> =>
  eventually(
    async () =>
      ((await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: CaseView[] })
        .cases[0],
    (each) => each?.status === status,
  )

describe('a supplement of a value and a paper', () => {
  const notice = {
    status: 'supplement',
    text: '请补正',
    supplement: {
      items: [
        { id: 'mobile', kind: 'value', label: '手机号', reason: '打不通' },
        { id: 'contract', kind: 'material', label: '劳动合同', reason: '缺最后一页' },
      ],
      dueBy: '2099-12-31',
      basis: '《行政许可法》第三十二条',
    },
  }
  const asked = async () => {
    const { citizen, receiptNumber } = await filed()
    await running.clerk.act(receiptNumber, { status: 'accepted', text: '已受理' })
    await running.clerk.act(receiptNumber, notice)
    await becomes(citizen, 'supplement')
    return { citizen, receiptNumber }
  }

  test('what was given is not asked for again, and each thing is told how it is given', async () => {
    const { citizen } = await asked()
    const news = await citizen.say('怎么样了')
    expect(news.text.split('缺最后一页')).toHaveLength(2)
    expect(news.text).toMatch(/手机号.*告诉我/)
    expect(news.text).toMatch(/劳动合同.*上传/)
    await citizen.say('号码是13900000011')
    const again = await citizen.say('合同怎么交')
    expect(again.text).not.toContain('打不通')
    expect(again.text).toMatch(/劳动合同.*上传/)
    expect((await citizen.say('补正收到了吗')).outcome.outcome).toBe('status')
  })
})

test('a withdrawal thought better of withdraws nothing, and of a form not filed there is none', async () => {
  const { citizen } = await filed()
  await citizen.say('撤回')
  const kept = await citizen.say('算了，先不撤了')
  expect(kept.text).toContain('没有撤回')
  expect(kept.text).not.toMatch(/\d{6}/)
  const other = await openCitizen(running.url)
  await other.say('我要办居住证')
  const none = await other.say('撤回')
  expect(none.text).toContain('还没有提交')
  expect(none.application).toBeDefined()
})

test.each(['寄给我吗', '要多少钱', '再帮我办一张，上次那张丢了'])(
  '%s after word of a case is about the matter of that case',
  async (words) => {
    const { citizen } = await filed()
    await citizen.say('我的养老保险怎么转')
    await citizen.say('我的办件到哪了')
    const told = await citizen.say(words)
    expect([told.application?.guide ?? '', ...told.sources].join()).toContain('residence-permit')
  },
)
