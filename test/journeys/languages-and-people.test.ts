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

test('P12: what no guide answers is said so, with a way on', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('今天股市会涨吗')
  expect(['no-guidance', 'out-of-scope']).toContain(reply.outcome.outcome)
  expect(reply.sources).toEqual([])
})
