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
  const submitted = await submit(citizen, await reviewOf(citizen, id), `my-case-${citizen.id}`)
  return { citizen, ...((await submitted.json()) as { receiptNumber: string; queryCode: string }) }
}

const becomes = (citizen: Citizen, status: string): Promise<CaseView | undefined> =>
  eventually(
    async () =>
      ((await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: CaseView[] })
        .cases[0],
    (each) => each?.status === status,
  )

describe('words about a case that name no matter', () => {
  test.for(['我的办件到哪了', '进度怎么样了？', '申请有结果了吗', '什么时候能好', '看看我的辦件', '帮我查一下进度'])(
    '%s is answered from the case',
    async (words) => {
      const { citizen, receiptNumber } = await filed()
      const told = await citizen.say(words)
      expect(told.outcome.outcome).toBe('status')
      expect(told.text).toContain(receiptNumber)
    },
  )

  test.for([
    '怎么样了',
    '有消息了吗',
    '那我的证什么时候能拿',
    '现在咋样了？',
    '有動靜嗎',
    '我的证下来了没',
    '什么时候能去取证',
  ])('%s with nothing else in hand is answered from the case', async (words) => {
    const { citizen, receiptNumber } = await filed()
    const told = await citizen.say(words)
    expect(told.outcome.outcome).toBe('status')
    expect(told.text).toContain(receiptNumber)
  })

  test.for(['怎么样了', '有消息了吗', '那我的证什么时候能拿'])('%s without a case tells of none', async (words) => {
    const citizen = await openCitizen(running.url, 'text')
    await citizen.say('居住证要多少钱')
    expect((await citizen.say(words)).outcome.outcome).not.toBe('status')
  })

  test('of a matter just answered, the same words ask on', async () => {
    const { citizen, receiptNumber } = await filed()
    await citizen.say('护照多久能办好')
    expect((await citizen.say('什么时候能拿')).text).not.toContain(receiptNumber)
  })

  test('a question about another matter is not taken for one about the case', async () => {
    const { citizen, receiptNumber } = await filed()
    expect((await citizen.say('护照多久能办好')).text).not.toContain(receiptNumber)
  })

  test('with another form in hand the case is told, and the form goes on', async () => {
    const { citizen, receiptNumber } = await filed()
    await citizen.say('帮我办护照')
    const told = await citizen.say('查一下进度')
    expect(told.text).toContain(receiptNumber)
    expect(told.application?.service).toBe('passport')
  })

  test('what was filed wrongly: what she can do; and the receipt once more, without its query code', async () => {
    const { citizen, receiptNumber, queryCode } = await filed()
    const fixed = await citizen.say('手机号填错了')
    expect(fixed.text).toContain('撤回')
    const receipt = await citizen.say('把回执再发我一次')
    expect(receipt.text).toContain(receiptNumber)
    expect(receipt.text).not.toContain(queryCode)
  })
})

describe('a case of another conversation', () => {
  test.for(['查询码是 gucp-qvqn', '查询码：XZDW-XGYK', 'rkqw-nube'])(
    'is looked for by a code of letters alone: %s',
    async (words) => {
      const { receiptNumber } = await filed()
      const other = await openCitizen(running.url, 'text')
      const asked = await other.say(`受理编号 ${receiptNumber}`)
      const told = await other.say(words)
      expect(told.outcome.outcome).toBe('status')
      expect(told.text).toContain('没有查到')
      expect(told.text).not.toBe(asked.text)
    },
  )

  test('is told by receipt number and query code, together or one after the other, and the code is not kept', async () => {
    const { receiptNumber, queryCode } = await filed()
    const other = await openCitizen(running.url, 'text')
    expect((await other.say(`查受理编号${receiptNumber}，查询码${queryCode}`)).text).toContain('居住证')
    const asked = await other.say(`受理编号 ${receiptNumber}`)
    expect(asked.text).toContain('查询码')
    expect(asked.text).not.toContain('等待受理')
    expect((await other.say(`查询码是 ${queryCode.toLowerCase()}`)).text).toContain(receiptNumber)
    expect(await (await other.call('GET', `/api/conversations/${other.id}/export`)).text()).not.toContain(queryCode)
  })

  test('is told when number and code are pasted bare, in Chinese, whatever Latin letters they hold', async () => {
    const { receiptNumber, queryCode } = await filed()
    const other = await openCitizen(running.url)
    expect((await other.say(receiptNumber)).text).toContain('查询码')
    expect((await other.say(queryCode)).text).toContain('居住证')
    expect(await (await other.call('GET', `/api/conversations/${other.id}/export`)).text()).not.toContain(queryCode)
  })

  test('is not told by a wrong code', async () => {
    const { receiptNumber } = await filed()
    const other = await openCitizen(running.url, 'text')
    const told = await other.say(`受理编号 ${receiptNumber} 查询码 AAAA2222`)
    expect(told.text).toContain('没有查到这个办件')
  })
})

describe('a supplement', () => {
  const notice = (dueBy: string) => ({
    status: 'supplement',
    text: '请补正',
    supplement: {
      items: [{ id: 'mobile', kind: 'value', label: '手机号', reason: '打不通' }],
      dueBy,
      basis: '《行政许可法》第三十二条',
    },
  })

  test('what it asks for is told again; a wrong value is named; a correction counts', async () => {
    const { citizen, receiptNumber } = await filed()
    await running.clerk.act(receiptNumber, notice('2099-01-01'))
    await becomes(citizen, 'supplement')
    expect((await citizen.say('要我补什么')).text).toContain('打不通')
    expect((await citizen.say('最晚到什么时候？')).text).toContain('2099年1月1日')
    expect((await citizen.say('补正 手机号 139')).text).toContain('手机号')
    expect((await citizen.say('补正 手机号 13900000002')).outcome.outcome).toBe('awaiting-review')
    const corrected = await citizen.say('不对，电话应该是13900000003')
    expect(corrected.outcome.outcome).toBe('awaiting-review')
    const code = /确认补正 (\d{6})/.exec(corrected.text)?.[1] ?? ''
    await citizen.say(`确认补正 ${code}`)
    const file = await eventually(
      () => running.clerk.file(receiptNumber),
      ({ supplement }) => supplement !== null,
    )
    expect(file.supplement).toMatchObject({ answers: [{ id: 'mobile', value: '13900000003' }] })
  })

  test('after the last day nothing is noted any more, and she is told so at once', async () => {
    const { citizen, receiptNumber } = await filed()
    await running.clerk.act(receiptNumber, notice('2020-01-01'))
    await becomes(citizen, 'supplement')
    const told = await citizen.say('我的办件到哪了')
    expect(told.text).toContain('已经过了')
    expect(told.text).not.toContain('直接告诉我')
    const late = await citizen.say('补正 手机号 13900000002')
    expect(late.text).toContain('已经过了')
    expect(late.outcome.outcome).toBe('status')
  })
})

test('after several wrong query codes for one receipt even the right one waits, at the door and in the talk', async () => {
  const { receiptNumber, queryCode } = await filed()
  const other = await filed()
  const look = (receipt: string, code: string) =>
    fetch(`${running.url}/api/cases/${receipt}`, { headers: { 'x-query-code': code } })
  expect((await look(receiptNumber, queryCode)).status).toBe(200)
  for (let tries = 0; tries < 5; tries += 1) expect((await look(receiptNumber, '2222-2222')).status).toBe(404)
  const late = await look(receiptNumber, queryCode)
  expect([late.status, await late.json()]).toMatchObject([429, { detail: expect.stringContaining('十分钟') }])
  const stranger = await openCitizen(running.url, 'text')
  expect((await stranger.say(`我的受理编号是${receiptNumber}，查询码${queryCode}`)).text).toContain('十分钟')
  expect((await look(other.receiptNumber, other.queryCode)).status).toBe(200)
})

test('blame in plain words is a rating, once she was asked for one', async () => {
  const { citizen, receiptNumber } = await filed()
  for (const status of ['accepted', 'approved']) await running.clerk.act(receiptNumber, { status, text: '办理中' })
  await becomes(citizen, 'approved')
  expect((await citizen.say('你好')).text).toContain('非常满意')
  expect((await citizen.say('太差了，等了三个月')).text).toContain('1分')
})

test('a rating in everyday words counts once, and a second one is told so', async () => {
  const { citizen, receiptNumber } = await filed()
  for (const status of ['accepted', 'approved']) await running.clerk.act(receiptNumber, { status, text: '办理中' })
  await becomes(citizen, 'approved')
  await citizen.say('你好')
  expect((await citizen.say('非常满意，很快')).text).toContain('5分')
  expect((await citizen.say('不满意')).text).toContain('已经评价过')
})

test('how to erase, take along and move what is kept is told', async () => {
  const citizen = await openCitizen(running.url, 'text')
  expect((await citizen.say('删除我的所有信息')).text).toContain('更多')
  expect((await citizen.say('導出我的數據')).text).toContain('更多')
  expect((await citizen.say('我想在电脑上继续')).text).toContain('码')
})

test('a case she took back tells the day of that, and no day on which anything is due', async () => {
  const { citizen, receiptNumber } = await filed()
  const view = await becomes(citizen, 'submitted')
  await citizen.call('POST', `/api/applications/${view?.applicationId}/withdrawal`, {})
  expect((await becomes(citizen, 'withdrawn'))?.dueBy).toBeNull()
  const { text } = await citizen.say('我的办件到哪了')
  expect(text).toContain(receiptNumber)
  expect(text).toContain('撤回日期')
  expect(text).not.toContain('办结日期')
})
