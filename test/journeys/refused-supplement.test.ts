import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../src/wire.ts'
import { caseOf } from '../support/case-of.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { pdf } from '../support/sample-files.ts'
import { uploadFile } from '../support/upload-file.ts'

/** What the city does not take although we took it in: said to the citizen as it is, and put right where it can be. */
let running: Awaited<ReturnType<typeof startAttended>>
beforeAll(async () => {
  running = await startAttended()
})
afterAll(() => running.close())

const NOTICE = {
  status: 'supplement',
  text: '材料不齐，请补正',
  supplement: {
    items: [
      { id: 'mobile', kind: 'value', label: '手机号', reason: '打不通' },
      { id: 'lease', kind: 'material', label: '租赁合同', reason: '缺最后一页' },
    ],
    dueBy: '2099-01-01',
    basis: '《行政许可法》第三十二条',
  },
}
const ANSWERS = { mobile: '13900000002', lease: '最后一页已经附上' }

/** A citizen whose filed residence permit waits for a supplement. */
async function asked(locale?: string) {
  const citizen = await openCitizen(running.url, 'text')
  const id = await fillResidencePermit(citizen)
  const submitted = await submit(citizen, await reviewOf(citizen, id), `refused-${citizen.id}`)
  const { receiptNumber } = (await submitted.json()) as { receiptNumber: string }
  expect(await running.clerk.act(receiptNumber, NOTICE)).toBe(201)
  await becomes(citizen, ({ status }) => status === 'supplement')
  if (locale !== undefined) await citizen.say('How is my case?')
  return { citizen, id, receiptNumber }
}

const becomes = (citizen: Citizen, holds: (view: CaseView) => boolean) => eventually(() => caseOf(citizen), holds)
const latest = ({ events }: CaseView): string => events.at(-1)?.text ?? ''
const give = (citizen: Citizen, id: string, answers: object = ANSWERS) =>
  citizen.call('POST', `/api/applications/${id}/supplement`, { answers })
const codeIn = (text: string): string => /\d{6}(?!\d)/.exec(text.slice(text.lastIndexOf('“确认')))?.[0] ?? ''

test('a supplement refused for what is in it is told with the reason, and is given anew in the chat', async () => {
  const { citizen, id, receiptNumber } = await asked()
  running.clerk.refuseNextSupplement('合同最后一页没有签名。')
  const lease = { material: 'lease', name: '合同.pdf', content: pdf({ lines: ['租赁合同 陈测试'] }) }
  expect((await uploadFile(running.url, citizen, id, lease)).status).toBe(201)
  expect((await give(citizen, id, { mobile: '13900000002' })).status).toBe(200)
  const refused = await becomes(citizen, ({ events }) => events.at(-1)?.text.includes('没有签名') === true)
  expect(refused).toMatchObject({ status: 'supplement', supplement: { given: false, dueBy: '2099-01-01' } })

  const told = await citizen.say('你好')
  for (const word of ['没有签名', '再补正一次', '缺最后一页', '2099年1月1日']) expect(told.text).toContain(word)
  const signed = { material: 'lease', name: '签好的合同.pdf', content: pdf({ lines: ['租赁合同 陈测试 签名'] }) }
  expect((await uploadFile(running.url, citizen, id, signed)).status).toBe(201)
  const whole = await citizen.say('补正 手机号 13900000002')
  expect(whole.outcome.outcome).toBe('awaiting-review')
  expect((await citizen.say(`确认补正 ${codeIn(whole.text)}`)).text).toContain('已经送出')
  const { supplement, files } = await eventually(
    () => running.clerk.file(receiptNumber),
    (file) => file.supplement !== null && file.files.length === 2,
  )
  expect(supplement).toMatchObject({ answers: [{ id: 'mobile', value: '13900000002' }, { id: 'lease' }] })
  expect(files.map(({ material }) => material)).toEqual(['lease', 'lease'])
  expect((await caseOf(citizen)).supplement).toMatchObject({ given: true })
})

test('a refusal without a reason for citizens says so, and shows no word of the machine', async () => {
  const { citizen, id } = await asked()
  running.clerk.refuseNextSupplement()
  expect((await give(citizen, id)).status).toBe(200)
  const refused = await becomes(citizen, (view) => latest(view).includes('没有接收'))
  expect(latest(refused)).toContain('没有说明理由')
  expect(JSON.stringify(refused)).not.toContain('invalid-request')
  expect((await give(citizen, id)).status).toBe(200)
})

test('who handed it in at the window too hears that the first one counts, and is not asked again', async () => {
  const { citizen, id, receiptNumber } = await asked()
  const answers = [{ id: 'mobile', value: '13900000009' }]
  expect(await running.clerk.takeAtWindow(receiptNumber, answers)).toBe(204)
  expect((await give(citizen, id)).status).toBe(200)
  const refused = await becomes(citizen, (view) => latest(view).includes('先收到过'))
  expect(refused).toMatchObject({ status: 'supplement', supplement: { given: true } })
  expect((await citizen.say('你好')).text).not.toContain('打不通')
  const again = await give(citizen, id)
  expect(again.status).toBe(409)
  expect(JSON.stringify(await again.json())).toContain('先收到过')
  expect((await running.clerk.file(receiptNumber)).supplement).toMatchObject({ answers })
})

test('the reason reaches who reads English in an English sentence', async () => {
  const { citizen, id } = await asked('en')
  running.clerk.refuseNextSupplement('The last page is not signed.')
  expect((await give(citizen, id)).status).toBe(200)
  await becomes(citizen, ({ supplement }) => supplement?.given === false)
  const told = await citizen.say('How is my case?')
  expect(told.text).toContain('Its reason: The last page is not signed. Please put it right')
})
