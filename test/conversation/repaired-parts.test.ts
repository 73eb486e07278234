import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { inResidenceForm } from '../support/residence-form.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const inForm = () => inResidenceForm(running.url)

test.each([
  ['门牌号改成302', '思明区莲前街道洪莲中路12号302'],
  ['门牌错了，是15号', '思明区莲前街道洪莲中路15号301'],
  ['等等，门牌是302', '思明区莲前街道洪莲中路12号302'],
  ['房间号写错了，应该是1502', '思明区莲前街道洪莲中路12号1502'],
  ['街道写错了，应是筼筜街道', '思明区筼筜街道洪莲中路12号301'],
  ['街道错了，是滨海', '思明区滨海街道洪莲中路12号301'],
  ['路名写错了，应该是吕岭路', '思明区莲前街道吕岭路12号301'],
  ['路名改成岭兜路', '思明区莲前街道岭兜路12号301'],
])('%s changes that part of the address and keeps the rest', async (words, address) => {
  const citizen = await inForm()
  await citizen.say('思明区莲前街道洪莲中路12号301')
  const { application } = await citizen.say(words)
  expect(application?.fields.find(({ id }) => id === 'address')?.shown).toBe(address)
})

test('the district alone leaves no half address', async () => {
  const citizen = await inForm()
  await citizen.say('思明区莲前街道洪莲中路12号301')
  const { application } = await citizen.say('区错了，是湖里')
  expect(application?.fields.find(({ id }) => id === 'address')?.shown).toBe('思明区莲前街道洪莲中路12号301')
})

test.each(['回来了', '我回来啦', '好了，我回来了', '继续'])(
  'set aside by 暂停, the form comes back at %s',
  async (words) => {
    const citizen = await inForm()
    expect((await citizen.say('暂停')).text).toContain('先放一放')
    expect((await citizen.say(words)).application?.next?.field).toBe('address')
  },
)

test('what she tells of her own household at the opening is kept', async () => {
  const citizen = await openCitizen(running.url)
  const { application } = await citizen.say('我要办居住证申领，户口在江西')
  expect(application?.fields.find(({ id }) => id === 'registeredInXiamen')?.value).toBe('false')
})
