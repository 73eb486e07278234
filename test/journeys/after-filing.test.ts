import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseOf } from '../support/case-of.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { pdf } from '../support/sample-files.ts'
import { uploadFile } from '../support/upload-file.ts'

let running: Awaited<ReturnType<typeof startAttended>>
beforeAll(async () => {
  running = await startAttended()
})
afterAll(() => running.close())

const REDRESS = '六十日内可以向厦门市人民政府申请行政复议'
const notice = (dueBy: string) => ({
  status: 'supplement',
  text: '材料不齐，请补正',
  supplement: {
    items: [
      { id: 'mobile', kind: 'value', label: '手机号', reason: '打不通' },
      { id: 'lease', kind: 'material', label: '租赁合同', reason: '缺最后一页' },
    ],
    dueBy,
    basis: '《行政许可法》第三十二条',
  },
})

/** A citizen whose residence permit is filed. */
async function filed(channel: 'web' | 'text' = 'text') {
  const citizen = await openCitizen(running.url, channel)
  const id = await fillResidencePermit(citizen)
  const submitted = await submit(citizen, await reviewOf(citizen, id), `after-filing-${citizen.id}`)
  const { receiptNumber } = (await submitted.json()) as { receiptNumber: string }
  return { citizen, id, receiptNumber }
}

const becomes = (citizen: Citizen, status: string) =>
  eventually(
    () => caseOf(citizen),
    (each) => each.status === status,
  )
const codeIn = (text: string): string => /\d{6}(?!\d)/.exec(text.slice(text.lastIndexOf('“确认')))?.[0] ?? ''

describe('a clerk asks for a supplement', () => {
  test('P14: it is told once, in full, with the last day, at her next turn; she gives it in the chat and confirms it', async () => {
    const { citizen, receiptNumber } = await filed()
    expect(await running.clerk.act(receiptNumber, { status: 'accepted', text: '已受理' })).toBe(201)
    await becomes(citizen, 'accepted')
    expect(await running.clerk.act(receiptNumber, notice('2099-01-01'))).toBe(201)
    expect(await running.clerk.act(receiptNumber, notice('2099-01-01'))).toBe(409)
    await becomes(citizen, 'supplement')

    const told = await citizen.say('你好')
    for (const word of ['手机号', '打不通', '租赁合同', '缺最后一页', '2099年1月1日', '第三十二条', '暂停计时'])
      expect(told.text).toContain(word)
    expect((await citizen.say('你好')).text).not.toContain('打不通')

    const half = await citizen.say('补正 手机号 13900000002')
    expect(half.text).toContain('租赁合同')
    const whole = await citizen.say('补正 租赁合同：最后一页已经补在附件里')
    expect(whole.outcome.outcome).toBe('awaiting-review')
    expect((await running.clerk.file(receiptNumber)).supplement).toBeNull()
    const wrong = await citizen.say('确认补正 000000')
    expect(wrong.outcome.outcome).toBe('blocked')
    await citizen.say('居住证多少钱')
    const again = await citizen.say('确认')
    expect(again.outcome.outcome).toBe('awaiting-review')
    expect(again.text).toContain('139****0002')
    const done = await citizen.say(`确认补正 ${codeIn(again.text)}`)
    expect(done.text).toContain('已经送出')
    const file = await eventually(
      () => running.clerk.file(receiptNumber),
      ({ supplement }) => supplement !== null,
    )
    expect(file.supplement).toMatchObject({ answers: [{ id: 'mobile', value: '13900000002' }, { id: 'lease' }] })

    expect(await running.clerk.act(receiptNumber, { status: 'accepted', text: '补正收到，继续办理' })).toBe(201)
    await becomes(citizen, 'accepted')
  })

  test('a paper that is asked for may be given as a file, and only to the case that asks', async () => {
    const { citizen, id, receiptNumber } = await filed()
    const lease = { material: 'lease', name: '合同.pdf', content: pdf({ lines: ['租赁合同 陈测试'] }) }
    expect((await uploadFile(running.url, citizen, id, lease)).status).toBe(409)
    await running.clerk.act(receiptNumber, notice('2099-01-01'))
    await becomes(citizen, 'supplement')
    expect((await uploadFile(running.url, citizen, id, { ...lease, material: 'mobile' })).status).toBe(404)
    const kept = await uploadFile(running.url, citizen, id, lease)
    expect(await kept.json()).toMatchObject({
      materials: [
        { id: 'lease', note: '缺最后一页', state: 'uploaded', files: [{ name: '合同.pdf', check: 'agrees' }] },
      ],
    })
    const answers = { mobile: '13900000002' }
    expect((await citizen.call('POST', `/api/applications/${id}/supplement`, { answers })).status).toBe(200)
    const file = await eventually(
      () => running.clerk.file(receiptNumber),
      ({ supplement }) => supplement !== null,
    )
    const sent = (file.supplement as { answers: { id: string; value: string }[] }).answers
    expect(sent.find((answer) => answer.id === 'lease')?.value).toMatch(/^已上传：合同\.pdf（SHA-256 [0-9a-f]{16}）$/)
    expect((await uploadFile(running.url, citizen, id, lease)).status).toBe(409)
    const { files } = await eventually(
      () => running.clerk.file(receiptNumber),
      (seen) => seen.files.length > 0,
    )
    expect(files).toMatchObject([{ material: 'lease' }])
    expect(await running.clerk.content(receiptNumber, files[0]?.id ?? '')).toEqual(lease.content)
  })

  test('a file that was uploaded counts in the chat too, and a number is said back masked', async () => {
    const { citizen, id, receiptNumber } = await filed()
    await running.clerk.act(receiptNumber, notice('2099-01-01'))
    await becomes(citizen, 'supplement')
    const half = await citizen.say('补正 手机号 13900000002')
    expect(half.text).toContain('139****0002')
    const lease = { material: 'lease', name: '合同.pdf', content: pdf({ lines: ['租赁合同 陈测试'] }) }
    expect((await uploadFile(running.url, citizen, id, lease)).status).toBe(201)
    const whole = await citizen.say('合同已经传好了')
    expect(whole.outcome.outcome).toBe('awaiting-review')
    expect(whole.text).toContain('合同.pdf')
    expect((await citizen.say(`确认补正 ${codeIn(whole.text)}`)).text).toContain('已经送出')
  })

  test('what comes after the last day is refused in clear words, and nothing changes', async () => {
    const { citizen, id, receiptNumber } = await filed()
    await running.clerk.act(receiptNumber, notice('2020-01-01'))
    await becomes(citizen, 'supplement')
    const answers = { mobile: '13900000002', lease: '已补' }
    const late = await citizen.call('POST', `/api/applications/${id}/supplement`, { answers })
    expect(late.status).toBe(409)
    expect(JSON.stringify(await late.json())).toContain('2020年1月1日')
    expect((await caseOf(citizen)).supplement?.given).toBe(false)
    expect((await running.clerk.file(receiptNumber)).supplement).toBeNull()
  })

  test('every defect of an answer comes at once', async () => {
    const { citizen, id, receiptNumber } = await filed()
    await running.clerk.act(receiptNumber, notice('2099-01-01'))
    await becomes(citizen, 'supplement')
    const refused = await citizen.call('POST', `/api/applications/${id}/supplement`, { answers: { mobile: '12' } })
    expect(refused.status).toBe(422)
    const { defects } = (await refused.json()) as { defects: { field: string }[] }
    expect(defects.map(({ field }) => field)).toEqual(['mobile', 'lease'])
  })
})

describe('a citizen takes her case back', () => {
  test('by the code that she alone was shown, and only then', async () => {
    const { citizen, receiptNumber } = await filed()
    await running.clerk.act(receiptNumber, { status: 'accepted', text: '已受理' })
    await becomes(citizen, 'accepted')
    const asked = await citizen.say('我要撤回居住证的申请')
    expect((await caseOf(citizen)).status).toBe('accepted')
    const done = await citizen.say(`确认撤回 ${codeIn(asked.text)}`)
    expect(done.text).toContain('已经撤回')
    expect(await caseOf(citizen)).toMatchObject({ status: 'withdrawn', dueBy: null })
    await eventually(
      () => running.clerk.file(receiptNumber),
      ({ events }) => events.at(-1)?.status === 'withdrawn',
    )
    expect((await citizen.say(`确认撤回 ${codeIn(asked.text)}`)).outcome.outcome).toBe('blocked')
  })

  test('she may ask whether and how, and is shown the way; of another matter the words ask something else', async () => {
    const { citizen } = await filed()
    for (const words of [
      '那我不想办了能撤吗',
      '可以撤回吗',
      '怎么撤销',
      '不办了，还能撤吗',
      '后悔了，能不能撤回',
      'Can I still withdraw it?',
    ])
      expect((await citizen.say(words)).outcome.outcome, words).toBe('awaiting-review')
    for (const words of ['协议离婚申请能撤回吗', '公证书能撤销吗'])
      expect((await citizen.say(words)).outcome.outcome, words).not.toBe('awaiting-review')
    expect((await caseOf(citizen)).status).not.toBe('withdrawn')
  })

  test('not where the case has moved since she was asked', async () => {
    const { citizen, receiptNumber } = await filed()
    await running.clerk.act(receiptNumber, { status: 'accepted', text: '已受理' })
    await becomes(citizen, 'accepted')
    const asked = await citizen.say('撤回申请')
    await running.clerk.act(receiptNumber, { status: 'approved', text: '准予办理' })
    await becomes(citizen, 'approved')
    expect((await citizen.say(`确认撤回 ${codeIn(asked.text)}`)).outcome.outcome).toBe('blocked')
    expect((await caseOf(citizen)).status).toBe('approved')
  })

  test('not after the decision, and she is told what she can do instead', async () => {
    const { citizen, id, receiptNumber } = await filed('web')
    await running.clerk.act(receiptNumber, { status: 'not-accepted', text: '不属于本部门', redress: REDRESS })
    await becomes(citizen, 'not-accepted')
    const told = await citizen.say('撤回申请')
    expect(told.text).toContain(REDRESS)
    expect(told.text).toContain('不能再撤回')
    const pressed = await citizen.call('POST', `/api/applications/${id}/withdrawal`, {})
    expect(pressed.status).toBe(409)
    expect((await caseOf(citizen)).status).toBe('not-accepted')
  })
})

test('a clerk may not refuse without saying how to object, nor jump over a step', async () => {
  const { receiptNumber } = await filed()
  expect(await running.clerk.act(receiptNumber, { status: 'not-accepted', text: '不受理' })).toBe(400)
  expect(await running.clerk.act(receiptNumber, { status: 'delivered', text: '已送达' })).toBe(409)
})

test('from the decision to the delivery to her rating, once', async () => {
  const { citizen, id, receiptNumber } = await filed()
  const early = await citizen.call('POST', `/api/applications/${id}/rating`, { score: 5 })
  expect(early.status).toBe(409)
  for (const status of ['accepted', 'approved', 'delivered'])
    expect(await running.clerk.act(receiptNumber, { status, text: status })).toBe(201)
  await becomes(citizen, 'delivered')
  expect((await citizen.say('你好')).text).toContain('非常满意')
  expect((await citizen.say('非常满意')).text).toContain('5分')
  await eventually(
    () => running.clerk.file(receiptNumber),
    ({ rating }) => rating !== null,
  )
  expect((await citizen.call('POST', `/api/applications/${id}/rating`, { score: 1 })).status).toBe(409)
  expect((await caseOf(citizen)).rating).toBe(5)
})

test('words about a case of her own are answered from the case, whatever they sound like', async () => {
  const { citizen, receiptNumber } = await filed()
  for (const words of ['进度', '我的居住证办得怎么样了', '为什么没受理']) {
    const reply = await citizen.say(words)
    expect(reply.outcome.outcome, words).toBe('status')
    expect(reply.text, words).toContain(receiptNumber)
  }
  expect((await citizen.say('五星')).text).toContain('还没有办结')
})

test('an open page learns of an event at once, and is not told the same again', async () => {
  const { citizen, receiptNumber } = await filed('web')
  const stream = await citizen.call('GET', `/api/conversations/${citizen.id}/events`)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await running.clerk.act(receiptNumber, { status: 'accepted', text: '窗口已受理' })
  let seen = ''
  while (!seen.includes('窗口已受理')) seen += (await reader?.read())?.value ?? ''
  await reader?.cancel()
  expect((await citizen.say('你好')).text).not.toContain('窗口已受理')
})
