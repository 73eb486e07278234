import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen, type Reply } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

async function talk(...messages: readonly string[]): Promise<Reply> {
  const citizen = await openCitizen(running.url)
  let reply: Reply | undefined
  for (const message of messages) reply = await citizen.say(message)
  if (reply === undefined) throw new Error('nothing was said')
  return reply
}

describe('a question that names no matter', () => {
  test.each(['递件那天到拿新证要多久', '材料交了快一个月钱还没下来', '我要注销'])(
    '%s is asked back, with the likely matters',
    async (question) => {
      const reply = await talk(question)
      expect(reply.outcome.outcome).toBe('clarify')
      expect(reply.choices.length).toBeGreaterThan(1)
      expect(reply.choices.length).toBeLessThanOrEqual(3)
    },
  )

  test('is about the matter of the conversation where there is one', async () => {
    const reply = await talk('护照要带什么', '新证几天能拿到手')
    expect(reply.outcome.outcome).toBe('answered')
    expect(reply.sources.every((source) => source.startsWith('passport'))).toBe(true)
  })
})

describe('after a guide', () => {
  test.each([
    ['残疾证怎么办', '能代办吗', '代办'],
    ['护照要带什么', '可以叫我儿子代办吗', '代办'],
  ])('%s, %s is told the line that says whether before the steps', async (first, then, label) => {
    const { text } = await talk(first, then)
    const at = text.indexOf(label)
    expect(at).toBeGreaterThanOrEqual(0)
    if (text.includes('第一步')) expect(at).toBeLessThan(text.indexOf('第一步'))
    expect(text.indexOf(`**${label}**`)).toBe(text.lastIndexOf(`**${label}**`))
  })

  test('社保卡呢 after a death asks of the card of who died', async () => {
    const reply = await talk('我爸去世了要办什么', '社保卡呢')
    expect(reply.text).toContain('社保卡先别丢')
    expect(reply.text).not.toContain('挂失')
  })

  test('another matter asked of in the same words is another matter', async () => {
    const reply = await talk('残疾证怎么办', '护照呢')
    expect(reply.sources.every((source) => source.startsWith('passport'))).toBe(true)
  })
})

test('what happened to a paper is answered first, also where she only tells it', async () => {
  const reply = await talk('残疾证丢了')
  expect(reply.text).toMatch(/^残疾人证丢失的，向区残联申请补办/u)
  expect(reply.text).not.toContain('第三步')
})

test.each(['退休证丢了', '退休证丢了怎么办'])('%s is told first that its guide says nothing on loss', async (told) => {
  const reply = await talk(told)
  expect(reply.text).toMatch(/^您问的这一点，指南里没有写到/u)
  expect(reply.sources.length).toBeLessThanOrEqual(2)
})

describe('anger about errands is no cry for help', () => {
  test.each([
    '跑东跑西一整天，脚底都起泡了，结果说明天再来，我不想再跑了，烦死了',
    '一会儿让我去社区一会儿让我去街道，我快被你们逼疯了，再也不想跑了',
  ])('%s', async (rant) => {
    expect((await talk(rant)).outcome.outcome).not.toBe('crisis')
  })

  test.each(['我跑累了也活累了，不想再往前走了', '跑不动了，也不想再活了'])('%s is one', async (cry) => {
    expect((await talk(cry)).outcome.outcome).toBe('crisis')
  })
})

test.each(['说个故事来听听', '来个段子听听'])('%s is no matter for a person', async (wish) => {
  expect((await talk(wish)).outcome.outcome).toBe('out-of-scope')
})

test.each(['我爷爷今年90岁，有没有钱可以领', '我奶奶82了有没有什么钱可以领'])(
  '%s finds the allowance for the old',
  async (question) => {
    expect((await talk(question)).sources.join()).toContain('senior-allowance')
  },
)

test.each(['社区主任收红包，去哪里告他', '镇长拿了开发商的钱，怎么检举'])(
  '%s is told where bribes are reported',
  async (question) => {
    expect((await talk(question)).text).toContain('12345')
  },
)

describe('after an answer about a passport', () => {
  test.each([
    ['护照算了，社保卡要带什么', 'social-security-card#materials'],
    ['社保卡要带些什么', 'social-security-card#materials'],
    ['不办了，身份证要准备哪些材料', 'resident-id#materials'],
    ['身份证要带原件吗', 'passport#materials'],
  ])('%s is about %s', async (words, section) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('护照多少钱')
    expect((await citizen.say(words)).sources.join()).toContain(section)
  })
})
