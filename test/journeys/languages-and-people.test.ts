import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

test('P10: a question in 繁體 is answered in 繁體, from the same guide', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('台灣居民居住證要準備什麼材料？')
  expect(reply.outcome.outcome).toBe('answered')
  expect(reply.sources).toContain('taiwan-residence-permit#materials')
  expect(reply.text).toMatch(/證|辦/)
  expect(reply.text).not.toMatch(/证|办/)
})

test('P10: a question in English is answered in English, with the same number', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('How long does it take to get a residence permit in Xiamen?')
  expect(reply.outcome.outcome).toBe('answered')
  expect(reply.text).toContain('15 days')
  expect(reply.sources).toContain('residence-permit#time')
})

describe('P12: a cry for help gets the right number at once', () => {
  test.each([
    ['我家着火了！', '119'],
    ['有人晕倒了没有呼吸', '120'],
    ['我不想活了', '12356'],
  ])('%s', async (message, number) => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say(message)
    expect(reply.outcome).toMatchObject({ outcome: 'crisis', reason: number })
    expect(reply.text).toContain(number)
  })
})

test('P12: asking for a person gives a ticket and the hotline, and claims no more', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('转人工')
  expect(reply.outcome.outcome).toBe('handed-over')
  expect(reply.text).toContain('12345')
  expect(reply.text).not.toMatch(/马上|正在为您接通|稍后会有/)
})

describe('P12: who complains or suggests something hears where it is decided, and is not turned away', () => {
  test.each([
    ['楼下烧烤店的油烟天天往屋里灌，找了物业和城管都没人管，请尽快处理', 'complaint', '单号'],
    ['巷口的路燈壞了兩個月，通報好幾次都沒有人來修，請盡快處理', 'complaint', '單號'],
    ['My landlord refuses to return my deposit and nobody answers the phone, please help', 'complaint', 'number 12345'],
    ['建议在海边步道多设几个饮水点，再加一些遮阳的座椅', 'suggestion', '主管部门决定'],
    ['建議公車站牌加上到站時間，長輩看得比較清楚', 'suggestion', '主管部門決定'],
  ])('%s', async (message, reason, told) => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say(message)
    expect(reply.outcome).toMatchObject({ outcome: 'handed-over', reason })
    expect(reply.text).toContain('12345')
    expect(reply.text).toContain(told)
  })

  test('what a guide answers is answered first', async () => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('公司拖欠我三个月工资，老板电话也不接，请问欠薪去哪里投诉，要带什么材料')
    expect(reply.outcome.outcome).toBe('answered')
    expect(reply.sources.join(' ')).toContain('labour-dispute#')
  })
})

test('P12: what no guide answers is said so, with a way on', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('今天股市会涨吗')
  expect(['no-guidance', 'out-of-scope']).toContain(reply.outcome.outcome)
  expect(reply.sources).toEqual([])
})
