import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const JIA = '350203199001010018'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

/** What the card of a turn offers to look up. */
function titleOf({ parts }: { readonly parts: readonly { readonly type: string; readonly data?: unknown }[] }): string {
  const card = parts.find(({ type }) => type === 'data-consent')?.data as { title: string } | undefined
  return card?.title ?? 'no card'
}

/** A citizen who was offered a register, and then talked of something else. */
async function talkedOfElse(channel: 'text' | 'web', words: string) {
  const citizen = await openSignedIn(running.url, JIA, 1, channel)
  const offered = await citizen.say('我要办公积金租房提取')
  expect(offered.outcome.outcome).toBe('awaiting-consent')
  const title = titleOf(offered)
  return { citizen, title, since: await citizen.say(words) }
}

test.each(['公积金租房要几天到账', '租房提取要带什么材料'])(
  'after a question (%s) a plain yes is for the offer that stands undecided',
  async (words) => {
    const { citizen, title } = await talkedOfElse('text', words)
    expect((await citizen.say('同意')).text).toContain(`按您的同意查了${title}`)
  },
)

test('after an answer a plain no is for the offer, and the form asks', async () => {
  const { citizen, title } = await talkedOfElse('text', '公积金租房要几天到账')
  expect((await citizen.say('不同意')).text).toContain(`不查${title}`)
})

test('where there are buttons, a plain yes shows the card again, and the next one is for it', async () => {
  const { citizen, title } = await talkedOfElse('web', '公积金租房要几天到账')
  const again = await citizen.say('同意')
  expect(again.outcome.outcome).toBe('awaiting-consent')
  expect((await citizen.say('同意')).text).toContain(`按您的同意查了${title}`)
})

test('before a field is asked that an undecided offer could fill, the offer is put again, once', async () => {
  const { citizen, title } = await talkedOfElse('text', '我没结婚')
  let reply = await citizen.say('普通租房提取')
  for (let turn = 0; turn < 6 && !reply.text.includes('还没有定'); turn++) reply = await citizen.say('没有')
  expect(reply.text).toContain(`刚才问过您要不要查${title}，还没有定`)
  expect(reply.parts.some(({ type }) => type === 'data-consent')).toBe(true)
  const passed = await citizen.say('公积金租房要几天到账')
  expect(passed.text).not.toContain('还没有定')
})

test('where a yes-no question was asked since, she is asked which of the two her yes is for', async () => {
  const citizen = await openSignedIn(running.url, JIA, 1, 'text')
  const offered = await citizen.say('帮我办居住证，第一次办')
  const title = titleOf(offered)
  await citizen.say('居住证要多少钱')
  await citizen.say('居住证多久办好')
  const which = await citizen.say('同意')
  expect(which.text).toContain(`您是说查询${title}的事，还是回答`)
  expect((await citizen.say(`同意查询${title}`)).text).toContain(`按您的同意查了${title}`)
})
