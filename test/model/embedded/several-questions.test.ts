import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCitizen } from '../../support/citizen.ts'
import { startApp, type RunningApp } from '../../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
}, 240_000)
afterAll(() => running.close())

const ask = async (words: string) => (await openCitizen(running.url)).say(words)

describe('each of several questions', () => {
  it.each([
    ['我房子买在泉州，公积金是在厦门缴的，能提吗？户口要不要也在泉州', 'housing-fund-purchase#faq', '异地购房'],
    ['居住证掉了怎么补，收钱不', 'residence-permit#faq', '补领'],
    ['学校要查新聘的保安有没有前科，单位能自己去申请吗', 'no-criminal-record#faq', '从业禁止'],
  ])('is read with what was told before it: %s', async (words, source, said) => {
    const { sources, text } = await ask(words)
    expect(sources[0]?.split('/')[0]).toBe(source)
    expect(text).toContain(said)
  })
})

describe('two matters in one message', () => {
  it('are both told where each is asked for', async () => {
    const { sources } = await ask('结婚登记和新生儿上户口，各要带什么')
    expect(sources).toEqual(expect.arrayContaining(['marriage#materials', 'newborn#materials']))
  })

  it('are not set beside what was spoken of before', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('护照怎么办')
    const { sources } = await citizen.say('个体户和公司哪个好办')
    expect(sources.filter((source) => source.startsWith('passport#'))).toEqual([])
  })
})

describe('words of Taiwan', () => {
  it('for the internet ask of applying online', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('護照怎麼辦')
    const { sources } = await citizen.say('可以網路預約嗎')
    expect(sources[0]).toMatch(/^passport#/u)
  })
})

describe('a day of birth', () => {
  it('is told the line for those born before another day, not only the one for their age', async () => {
    expect((await ask('女儿2024年8月生的，育儿补贴还能领吗')).text).toContain('已经截止')
    expect((await ask('女儿2025年8月生的，育儿补贴能领吗')).text).not.toContain('已经截止')
  })
})

describe('words that tell', () => {
  it.each(['做门头多大尺寸才要审批', '生完孩子几天内要报户口，可以直接从出生当天算啊'])(
    'or ask start no form: %s',
    async (words) => {
      expect((await ask(words)).application).toBeUndefined()
    },
  )
})

describe('a complaint', () => {
  it('is answered where she asks whom to take it to', async () => {
    const { outcome, sources } = await ask('办事员老是推来推去，我要投诉他，去哪里投诉')
    expect(outcome.outcome).toBe('answered')
    expect(sources[0]).toMatch(/^complaint-redress#/u)
  })

  it('is handed over where she asks nothing', async () => {
    expect((await ask('我要投诉你们窗口的人')).outcome.outcome).toBe('handed-over')
  })
})

describe('what happened to a paper', () => {
  it.each([
    ['公积金断缴了怎么办', 'housing-fund-purchase#faq'],
    ['失业金被停了怎么办', 'unemployment-benefit#faq'],
  ])('comes before the steps: %s', async (words, source) => {
    expect((await ask(words)).sources[0]?.split('/')[0]).toBe(source)
  })

  it('is said not to be written where the guide is silent', async () => {
    expect((await ask('驾照被扣了怎么办')).outcome).toMatchObject({ completeness: 'partial' })
  })
})

it('answers a full question after another one from its own guide', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('护照多少钱')
  const { sources } = await citizen.say('征信不好怎么办')
  expect(sources[0]).toMatch(/^credit-repair#/u)
})

it('says that the guide is silent on what is told and changes nothing, and does not say all again', async () => {
  const citizen = await openCitizen(running.url)
  const before = await citizen.say('居住证要带什么')
  const { outcome, text } = await citizen.say('我老婆是美国人')
  expect(outcome).toMatchObject({ outcome: 'answered', completeness: 'partial' })
  expect(text.length).toBeLessThan(before.text.length / 2)
})

it('hears in English who may apply for her, and starts nothing', async () => {
  const citizen = await openCitizen(running.url)
  await citizen.say('How long does the food permit take?')
  const { application, sources } = await citizen.say('and can someone else apply for me?')
  expect(application).toBeUndefined()
  expect(sources[0]).toMatch(/^food-permit#/u)
})

it('asks of what she complains before it notes anything down', async () => {
  const citizen = await openCitizen(running.url)
  expect((await citizen.say('我要投诉')).outcome.outcome).toBe('clarify')
  expect((await citizen.say('湖里那个窗口的人一直玩手机，等了一上午没人理')).outcome.outcome).toBe('handed-over')
})
