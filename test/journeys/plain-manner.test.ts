import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen, readReply, type Reply } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

function dataOf(reply: Reply, type: string): unknown {
  return reply.parts.findLast((part) => part.type === type)?.data
}

const suggested = (reply: Reply): unknown => dataOf(reply, 'data-suggestions')

test('P18: words turn it on and off, and the conversation keeps it', async () => {
  const citizen = await openCitizen(running.url)
  const full = await citizen.say('护照要带什么材料')
  const plain = await citizen.say('我年纪大了，请说得简单一点')
  expect(dataOf(plain, 'data-manner')).toEqual({ plain: true })
  expect(plain.outcome.outcome).toBe('answered')
  expect(plain.sources).toHaveLength(1)
  expect(plain.text.length).toBeLessThan(full.text.length / 2)
  expect(suggested(plain)).toEqual({ suggestions: ['接着说'] })

  const kept = (await (await citizen.call('GET', `/api/conversations/${citizen.id}/export`)).json()) as {
    plain: boolean
  }
  expect(kept.plain).toBe(true)

  const usual = await citizen.say('退出长辈模式')
  expect(dataOf(usual, 'data-manner')).toEqual({ plain: false })
  expect(usual.text).toContain(full.text.trim().slice(0, 40))
})

test('P18: one thing a turn; what was held back comes bit by bit, with its source, and nothing is lost', async () => {
  const full = await (await openCitizen(running.url)).say('居住证怎么办')
  const citizen = await openCitizen(running.url)
  const first = await citizen.say('打开长辈模式')
  expect(first.outcome.outcome).toBe('clarify')
  let reply = await citizen.say('居住证怎么办')
  let told = ''
  for (let turn = 0; turn < 30; turn += 1) {
    expect(reply.sources.length).toBeLessThanOrEqual(1)
    expect(reply.outcome.origin).toBe('guide')
    told += reply.text
    if (JSON.stringify(suggested(reply) ?? '').includes('接着说'))
      reply = await citizen.say(turn % 2 === 0 ? '接着说' : '好的')
    else break
  }
  const sentences = full.text.split('\n').map((line) => line.replaceAll(/\*\*|\[\d+\]|^- |[\s。；]/gu, ''))
  const bare = told.replaceAll(/\[\d+\]|[\s。；]/gu, '')
  for (const sentence of sentences.filter((line) => line.length > 8 && !/\d日内/u.test(line)))
    expect(bare).toContain(sentence)
})

test('P18: every turn brings the text to read aloud', async () => {
  const citizen = await openCitizen(running.url)
  const reply = await citizen.say('用大白话跟我说，护照多少钱')
  const { text } = dataOf(reply, 'data-speech') as { text: string }
  expect(text).toContain('一百二十元')
  expect(text).not.toMatch(/[[\]*#|0-9]/u)
})

test('P18: a form goes on one question at a time', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('帮我申请居住证')
  const reply = await citizen.say('太长了，说简单点')
  expect(reply.outcome.outcome).toBe('drafting')
  expect(reply.choices.length).toBeGreaterThan(0)
  expect(reply.text.match(/？/gu)).toHaveLength(1)
  const { text } = dataOf(reply, 'data-speech') as { text: string }
  expect(text).toContain('您可以选')
})

test('P18: a button says it over HTTP, in three written forms', async () => {
  const say = (message: string, locale: string) =>
    fetch(`${running.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message, plain: true, locale }),
    }).then(readReply)
  expect(suggested(await say('居住證怎麼辦', 'zh-Hant'))).toEqual({ suggestions: ['接著說'] })
  const english = await say('How do I apply for a passport?', 'en')
  expect(dataOf(english, 'data-speech')).toBeDefined()
  expect(english.sources.length).toBeLessThanOrEqual(1)
})
