import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

test.each(['社保卡补办', '驾照换证', '护照补办', '驾驶证换证'])(
  '%s, said while the residence permit asks its situation, chooses none',
  async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证')
    const { application } = await citizen.say(words)
    expect(application?.service === 'residence-permit' && !application.pending.includes('situation')).toBe(false)
  },
)

test.each(['丢了补领', '居住证丢了', '损坏换领'])('%s chooses a situation', async (words) => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办居住证')
  expect((await citizen.say(words)).application?.pending).not.toContain('situation')
})

test('护照丢了 chooses the situation of the passport form', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办护照')
  expect((await citizen.say('护照丢了')).application?.pending).not.toContain('situation')
})

test('不办了 answers no question of the form', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办居住证，首次申领')
  const { text } = await citizen.say('不办了')
  expect(text).toContain('取消')
  expect(text).not.toContain('记下了')
})

test('what have I filled in? is told in a form', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('I want to apply for a residence permit')
  expect((await citizen.say('what have I filled in?')).outcome.outcome).not.toBe('blocked')
})

test.each(['我叫陈样例，13900001111，我是法人', '法人就是我本人', '有限责任公司', '员工先招三个', '合伙企业'])(
  '%s is no yes to the question whether the legal representative is barred',
  async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办公司设立')
    expect((await citizen.say(words)).application?.next?.field).toBe('barred')
  },
)

test.each(['社保卡补办', '驾照换证', '护照补办'])('%s answers no question of a form about a death', async (words) => {
  const citizen = await openCitizen(running.url)
  await citizen.say('帮我填身后事项清单')
  const { application } = await citizen.say(words)
  const given = application?.service === 'after-death' ? application.fields.filter(({ shown }) => shown !== null) : []
  expect(given).toEqual([])
})

test('a sentence in English ends with a space before the next', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('I want to register a new company')
  const { text } = await citizen.say('yes')
  expect(text).toContain('cannot go further')
  expect(text).not.toMatch(/[a-z]\.[A-Z]/)
})

test.each(['烦死了，怎么这么麻烦', '真的受不了了', '气死我了'])(
  '%s is met with a kind word and the pending step',
  async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证')
    const { text } = await citizen.say(words)
    expect(text).toContain('一步一步来')
    expect(text).toContain('哪一种情形')
  },
)

test('别问了，我心里难受 puts the form aside', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('帮我填身后事项清单')
  const { application, outcome } = await citizen.say('别问了，我心里难受')
  expect(outcome.outcome).not.toBe('crisis')
  expect(application?.next ?? null).toBeNull()
})

test('能一起办吗 offers the bundle of the guide, 那就一起办吧 starts it', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('宝宝上户口要什么材料')
  expect((await citizen.say('能一起办吗')).choices.join()).toContain('一件事')
  expect((await citizen.say('那就一起办吧')).application?.title).toContain('新生儿出生')
})

test('不是一百万，是五十万 changes the amount that was given', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办公司设立，注册资本一百万')
  expect((await citizen.say('不是一百万，是五十万')).text).toContain('500000')
})

test.each(['我妈昨天走了，她的事情一起办', '外婆走了，想把后面的手续一起办了'])(
  '%s calls for no emergency number',
  async (words) => {
    const citizen = await openCitizen(running.url)
    expect((await citizen.say(words)).outcome.outcome).not.toBe('crisis')
  },
)

test('one named thing put off leaves the form in hand and answers nothing else', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办公司设立')
  const { application } = await citizen.say('银行开户的先不弄')
  expect(application?.next?.field).toBe('barred')
})

describe('asked what a company does for a living', () => {
  test.each([
    ['员工先招三个', null],
    ['先请两个人帮忙', null],
    ['暂时就我一个人', null],
    ['先招两个人，卖茶叶', '卖茶叶'],
    ['先卖三样东西', '先卖三样东西'],
    ['员工培训', '员工培训'],
  ])('%s gives %s', async (words, scope) => {
    const citizen = await openCitizen(running.url)
    for (const answer of ['我要办公司设立', '没有', '有限公司', '示例贸易有限公司']) await citizen.say(answer)
    const { application } = await citizen.say(words)
    expect(application?.fields.find(({ id }) => id === 'businessScope')?.value).toBe(scope)
  })
})
