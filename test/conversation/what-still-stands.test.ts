import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { RESIDENCE_PERMIT_VALUES } from '../support/filled-application.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

/** A citizen whose form asks for her name. */
async function askedForHerName(): Promise<Citizen> {
  const citizen = await openCitizen(running.url)
  const { name: _, citizenId: _id, mobile: _mobile, address: _address, ...values } = RESIDENCE_PERMIT_VALUES
  await citizen.call('POST', '/api/applications', { service: 'residence-permit', conversationId: citizen.id, values })
  expect((await citizen.say('继续')).application?.next?.field).toBe('name')
  return citizen
}

describe('the question asked still stands after', () => {
  test.each([
    ['a blank message', '   '],
    ['one too long to read', '办'.repeat(4500)],
    ['a cry for help', '我不想活了'],
    ['small talk', '今天天气真好'],
  ])('%s', async (_name, message) => {
    const citizen = await askedForHerName()
    await citizen.say(message)
    const reply = await citizen.say('陈测试')
    expect(reply.application?.fields.find(({ id }) => id === 'name')?.value).toBe('陈测试')
  })
})

describe('the language of a conversation stays when a message does not tell', () => {
  test.each([
    ['a 繁體 citizen says 是的', '居住證怎麼辦理', '是的', 'zh-Hant'],
    ['a Chinese one types ok', '居住证怎么办', 'ok', 'zh-Hans'],
    ['a Chinese one gives an email address', '居住证怎么办', 'sample@example.com', 'zh-Hans'],
    ['an English one answers a word', 'How do I get a residence permit?', 'yes', 'en'],
    ['a Chinese one asks in English', '居住证怎么办', 'How much does it cost?', 'en'],
    ['a 繁體 one goes on in 简体', '居住證怎麼辦理', '要带什么材料', 'zh-Hans'],
  ])('%s', async (_name, first, then, locale) => {
    const citizen = await openCitizen(running.url)
    await citizen.say(first)
    await citizen.say(then)
    const kept = await citizen.call('GET', `/api/conversations/${citizen.id}`)
    expect(await kept.json()).toMatchObject({ locale })
  })
})

describe('feedback', () => {
  test('is for an answer under the id it was streamed with', async () => {
    const citizen = await openCitizen(running.url)
    const reply = await citizen.say('居住证多少钱')
    const started = reply.parts.find(({ type }) => type === 'start') as { messageId?: string } | undefined
    const give = (messageId: string) =>
      citizen.call('POST', `/api/conversations/${citizen.id}/feedback`, { messageId, verdict: 'up' })
    expect((await give(started?.messageId ?? '')).status).toBe(204)
    expect((await give('m_of-somebody-else')).status).toBe(404)
  })
})

test('a code typed to confirm is kept masked', async () => {
  const citizen = await openCitizen(running.url, 'text')
  await citizen.say('确认提交 482913')
  expect(JSON.stringify(await running.app.conversation.messages(citizen.id))).not.toContain('482913')
})
