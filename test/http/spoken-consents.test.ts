import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const JIA = '350203199001010018'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const open = () => openSignedIn(running.url, JIA, 1, 'text')

test('who writes English reads in English what is looked up where and why, consents in it, and is told what came of it', async () => {
  const citizen = await open()
  const offered = await citizen.say('I want to apply for a residence permit')
  expect(offered.text).toContain('Household register (Xiamen Public Security Bureau)')
  expect(offered.text).not.toMatch(/[户籍库厅]/u)
  const taken = await citizen.say('I agree: Household register')
  expect(taken.text).toContain('Household registered in Xiamen: Yes')
  expect(taken.text).toContain('The reason:')
  const back = await citizen.say('withdraw my consent')
  expect(back.text).toContain('The consent for Household register is withdrawn')
  expect(back.application?.fields.find(({ id }) => id === 'registeredInXiamen')?.shown).toBeNull()
})

test.each(['no: Household register', "I don't agree", 'please do not look it up'])(
  '%s refuses, and she is asked',
  async (words) => {
    const citizen = await open()
    await citizen.say('I want to apply for a residence permit')
    const { text, application } = await citizen.say(words)
    expect(text).toContain('Household register is not looked up')
    expect(application?.fields.find(({ id }) => id === 'registeredInXiamen')?.shown).toBeNull()
  },
)

test('in 繁體 the words that consent are written as she would write them', async () => {
  const citizen = await open()
  const { text } = await citizen.say('我想申辦居住證，首次申領')
  expect(text).toContain('「同意查詢戶籍庫」')
  const taken = await citizen.say('同意查詢戶籍庫')
  expect(taken.text).toContain('原因：您的戶口在廈門，不用辦居住證')
})

test.each(['撤回同意', '我要取消授權', '不同意你們查我的資料了'])(
  '%s with nothing looked up is answered as what it is',
  async (words) => {
    const stranger = await openCitizen(running.url, 'text')
    expect((await stranger.say(words)).text).toMatch(/沒有登入|没有登录/u)
    const citizen = await open()
    expect((await citizen.say(words)).text).toMatch(/沒有正在辦的申請|没有正在办的申请/u)
  },
)
