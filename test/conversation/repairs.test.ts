import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen, type Reply } from '../support/citizen.ts'
import { inResidenceForm } from '../support/residence-form.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const inForm = () => inResidenceForm(running.url)

test('several values in one sentence, and out of order', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办居住证申领')
  const { application } = await citizen.say('手机号13800000001，姓名陈测试，首次申领')
  for (const field of ['mobile', 'name', 'situation']) expect(application?.pending).not.toContain(field)
})

test('correction with before and after, and what else changes', async () => {
  const citizen = await inForm()
  expect((await citizen.say('手机号改成13900000002')).text).toContain('从“138****0001”改成“139****0002”')
  expect((await citizen.say('申领理由改成就业')).text).toContain('还需要填写：工作单位')
})

test.each(['手机号写错了', '我要改手机号', '电话不对'])(
  '%s asks for it again, and the old one stays until a good one comes',
  async (words) => {
    const citizen = await inForm()
    const mobile = (reply: Reply) => reply.application?.fields.find(({ id }) => id === 'mobile')?.shown
    const asked = await citizen.say(words)
    expect(asked.text).toContain('改“手机号”。现在记的是“138****0001”')
    const refused = await citizen.say('手机号是12345')
    expect(refused.text).toContain('手机号应为11位数字')
    expect([refused.text.includes('改“手机号”'), mobile(refused)]).toEqual([true, '138****0001'])
    const corrected = await citizen.say('13900000003')
    expect(corrected.text).toContain('从“138****0001”改成“139****0003”')
    expect(corrected.application?.next?.field).toBe('address')
  },
)

test.each(['不是思明，是湖里', '把地址里的思明改成湖里', '地址写错了'])(
  '%s never leaves half an address',
  async (words) => {
    const citizen = await inForm()
    await citizen.say('住思明区莲前街道演示路1号，我在上班')
    const asked = await citizen.say(words)
    expect(asked.text).toContain('现在记的是“思明区莲前街道演示路1号”')
    const corrected = await citizen.say('湖里区江头街道演示路2号')
    expect(corrected.text).toContain('从“思明区莲前街道演示路1号”改成“湖里区江头街道演示路2号”')
  },
)

test.each(['不对', '有错', '我要改一下'])(
  '%s at the review asks which field, and its name is enough',
  async (words) => {
    const citizen = await inForm()
    expect((await citizen.say('思明区莲前街道演示路1号')).application?.status).toBe('ready')
    const { choices, outcome } = await citizen.say(words)
    expect(outcome.outcome).toBe('clarify')
    expect(choices).toContain('手机号要改')
    expect((await citizen.say('手机号')).text).toContain('改“手机号”')
    expect((await citizen.say('13900000003')).text).toContain('改成“139****0003”')
  },
)

test('words of a value are changed where they stand', async () => {
  const citizen = await inForm()
  await citizen.say('住思明区莲前街道演示路1号，我在上班')
  const { text } = await citizen.say('把演示路1号改成演示路2号')
  expect(text).toContain('从“思明区莲前街道演示路1号”改成“思明区莲前街道演示路2号”')
})

test('an address said anew is a correction, also beside other values', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办居住证申领，首次申领，户口不在厦门，地址思明区莲前街道演示路1号')
  const { text, application } = await citizen.say('2025年1月1日开始住，住湖里区江头街道演示路2号')
  expect(text).toContain('改成“湖里区江头街道演示路2号”')
  expect(application?.fields.find(({ id }) => id === 'livesSince')?.value).toBe('2025-01-01')
})

test('an invalid new value keeps the good old one', async () => {
  const citizen = await inForm()
  const { application } = await citizen.say('身份证号不对，应该是350203199001010019')
  expect(application?.fields.find(({ id }) => id === 'citizenId')?.shown).toBe('350***********0018')
})

test.each(['不知道', '这个我不清楚', '不晓得欸', '跳过', '能晚点再填吗'])(
  '%s keeps everything, asks the next thing, and comes back in the end',
  async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证申领，首次申领，不是厦门户口')
    for (const value of ['2025年3月1日', '租房']) await citizen.say(value)
    const { text, application } = await citizen.say(words)
    expect(text).toContain('“姓名”先跳过')
    expect(application?.next?.field).toBe('citizenId')
    expect(application?.pending.at(-1)).toBe('name')
    await citizen.say('350203199001010018')
    await citizen.say('13800000001')
    const last = await citizen.say('厦门市思明区莲前街道前埔南里100号101室')
    expect(last.application?.next?.field).toBe('name')
    expect((await citizen.say(words)).text).toContain('只剩“姓名”了')
    const named = await citizen.say('陈测试')
    expect(named.application?.status).toBe('ready')
  },
)

test.each(['跳过', '不知道', '这个先空着'])(
  '%s: what decides the rest is asked last too, and the others first',
  async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证申领')
    const { text, application } = await citizen.say(words)
    expect(text).toContain('先跳过')
    expect(application?.next?.field).not.toBe('situation')
    expect(application?.pending.at(-1)).toBe('situation')
  },
)

test.each(['不知道', '我忘了', '先跳过', '确认提交'])('%s does not pass over a value called wrong', async (words) => {
  const citizen = await inForm()
  await citizen.say('住思明区莲前街道演示路1号，我在上班')
  await citizen.say('工作单位是某某测试公司')
  await citizen.say('不是思明是湖里江头街道')
  const held = await citizen.say(words)
  expect(held.text).toContain('现在记的还是“思明区莲前街道演示路1号”')
  expect(held.review).toBeUndefined()
  const corrected = await citizen.say('湖里区江头街道演示路2号')
  expect(corrected.text).toContain('改成“湖里区江头街道演示路2号”')
})

test('a value called wrong stands where she says so', async () => {
  const citizen = await inForm()
  await citizen.say('住思明区莲前街道演示路1号，我在上班')
  await citizen.say('手机号写错了')
  await citizen.say('不知道')
  const kept = await citizen.say('不用改')
  expect(kept.text).not.toContain('没听出')
  expect(kept.application?.fields.find(({ id }) => id === 'mobile')?.shown).toBe('138****0001')
})

test('questions in the middle, one upon another', async () => {
  const citizen = await inForm()
  for (const words of ['办居住证要多少钱', '那要多久', '在哪里办']) {
    const { outcome, application } = await citizen.say(words)
    expect([outcome.outcome, application?.next?.field]).toEqual(['answered', 'address'])
  }
})

test('a number taken back in the same breath answers no question beside it', async () => {
  const citizen = await openCitizen(running.url)
  const asked = await citizen.say('我要办居住证申领，首次申领')
  expect(asked.application?.next?.field).toBe('registeredInXiamen')
  const { application } = await citizen.say('手机是13800000001，不，是13800000002')
  expect(application?.fields.find(({ id }) => id === 'mobile')?.shown).toBe('138****0002')
  expect(application?.next?.field).toBe('registeredInXiamen')
})

test.each(['就按上次的', '跟上次一样', 'like last time'])(
  '%s says why there is no last time, and asks on',
  async (words) => {
    const citizen = await inForm()
    const { text, application } = await citizen.say(words)
    expect(text).toMatch(/登录|sign in/u)
    expect(application?.next?.field).toBe('address')
  },
)

test('a change of mind and back', async () => {
  const citizen = await inForm()
  await citizen.say('申领理由改成就业')
  const { text, application } = await citizen.say('还是租房吧')
  expect(text).toContain('改成“合法稳定住所”')
  expect(application?.pending).not.toContain('workplace')
})

test('a second service in the middle brings what is known, and cancelling it files nothing', async () => {
  const citizen = await inForm()
  const second = await citizen.say('我还想办港澳通行证')
  expect(second.application?.service).toBe('hk-macao-permit')
  expect(second.application?.pending).not.toContain('citizenId')
  expect((await citizen.say('算了不办了')).text).toContain('没有提交任何内容')
})

test('two tabs at once: the one that is behind changes nothing', async () => {
  const citizen = await inForm()
  const { application } = await citizen.say('看看我填了什么')
  const path = `/api/applications/${application?.id}`
  const match = { 'if-match': `"${application?.version}"` }
  expect((await citizen.call('PATCH', path, { values: { name: '陈示例' } }, match)).status).toBe(200)
  expect((await citizen.call('PATCH', path, { values: { name: '林示例' } }, match)).ok).toBe(false)
  const kept = (await (await citizen.call('GET', path)).json()) as { fields: { id: string; shown: string }[] }
  expect(kept.fields.find(({ id }) => id === 'name')?.shown).toBe('陈示例')
})

test('a form put aside is taken up again by its name, in the middle of another', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办居住证申领，首次申领')
  await citizen.say('先放一放')
  expect((await citizen.say('我要预约领结婚证')).application?.service).toBe('marriage')
  const { application } = await citizen.say('接着办居住证')
  expect(application?.service).toBe('residence-permit')
  expect(application?.pending).not.toContain('situation')
})

test.each(['回到居住证', '接着办居住证，户口不在厦门'])(
  '%s takes up that form, and fills nothing into the one in hand',
  async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证申领，首次申领')
    const passport = await citizen.say('我想办护照')
    const { application, text } = await citizen.say(words)
    expect(application?.service).toBe('residence-permit')
    expect(text).not.toContain('开始办')
    expect(application?.fields.find(({ id }) => id === 'situation')?.value).toBe('first-issue')
    const aside = await citizen.call('GET', `/api/applications/${passport.application?.id}`)
    const { fields } = (await aside.json()) as { fields: { id: string; shown: string | null }[] }
    expect(fields.filter(({ shown }) => shown !== null)).toEqual([])
  },
)

test.each(['等一下再填这个', '后面的先来', '这个先空着'])('%s asks the next thing first', async (words) => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办居住证申领，首次申领，不是厦门户口')
  for (const value of ['2025年3月1日', '租房']) await citizen.say(value)
  expect((await citizen.say(words)).text).toContain('“姓名”先跳过')
})

test('a matter and particulars without a question start it, and nothing said is lost', async () => {
  const citizen = await openCitizen(running.url)
  const { application } = await citizen.say('居住证首次申领，我叫陈测试，身份证350203199001010018')
  expect(application?.service).toBe('residence-permit')
  for (const field of ['situation', 'name', 'citizenId']) expect(application?.pending).not.toContain(field)
  const asking = await openCitizen(running.url)
  const asked = await asking.say('我叫陈测试，身份证350203199001010018，居住证要带什么')
  expect([asked.outcome.outcome, asked.application]).toEqual(['answered', undefined])
})

test('the child of whom name and sex are told was born on the date beside them', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我生了孩子，要办出生一件事一起办')
  const { application } = await citizen.say('孩子叫陈小测，男，2026年10月1日出生')
  expect(application?.fields.find(({ id }) => id === 'childBirthDate')?.value).toBe('2026-10-01')
})
