import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

describe('a change of mind that names what is given up', () => {
  test.each([
    ['我不开饭店了，我要办身份证', 'resident-id'],
    ['护照先不办了，帮我办居住证', 'residence-permit'],
    ['帮我办居住证，护照就算了', 'residence-permit'],
    ['我不办居住证了，办护照', 'passport'],
  ])('%s starts what is wanted', async (words, service) => {
    const citizen = await openCitizen(running.url)
    expect((await citizen.say(words)).application?.service).toBe(service)
  })

  test.each([
    ['不办护照了，办居住证', 'residence-permit'],
    ['不是护照，是居住证', 'residence-permit'],
    ['我要的不是护照而是居住证', 'residence-permit'],
  ])('%s changes the form in hand, and the other is kept aside', async (words, service) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办护照，首次申领')
    expect((await citizen.say(words)).application?.service).toBe(service)
    const { application } = await citizen.say('接着办护照')
    expect([application?.service, application?.pending.includes('situation')]).toEqual(['passport', false])
  })

  test.each([
    '算了不办护照了，接着办孩子的',
    '护照算了，接着办孩子出生登记',
    '不办护照了，继续办刚才那个',
    '护照不办了，接着给孩子办',
    '接着给孩子办出生登记',
  ])('%s goes on with the form put aside', async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('给孩子办出生登记，孩子叫陈小样')
    await citizen.say('先办护照吧')
    const { application, text } = await citizen.say(words)
    expect(application?.service).toBe('newborn')
    expect(text).toContain('接着办“新生儿出生登记')
  })

  test('asked again of the other matter, the question is the one asked before', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('护照多久能办好')
    const { sources, application } = await citizen.say('不是护照，是居住证')
    expect(sources.join()).toContain('residence-permit#time')
    expect(application).toBeUndefined()
  })

  test.each(['先不办护照了，我问下居住证', '护照算了，想了解一下居住证'])(
    '%s asks, and neither starts nor fills a form',
    async (words) => {
      const citizen = await openCitizen(running.url)
      await citizen.say('我要办护照')
      const { sources, outcome, application } = await citizen.say(words)
      expect(sources.join()).toContain('residence-permit#')
      expect(outcome.outcome).toBe('answered')
      expect(application?.service ?? 'passport').toBe('passport')
      expect(application?.pending.includes('situation') ?? true).toBe(true)
    },
  )

  test.each([
    '护照算了，想了解居住证',
    '算了，我想问问居住证要带什么',
    '护照不办了，问一下居住证多少钱',
    '我不想办护照了，居住证怎么办',
    '先不办护照了，居住证多久能好',
  ])('%s leaves the form in hand, which is kept and can be gone on with', async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办护照，首次申领')
    const { text, sources } = await citizen.say(words)
    expect(sources.join()).toContain('residence-permit#')
    expect(text).toContain('先放一放')
    expect(text).not.toContain('请问您')
    const { application } = await citizen.say('接着办护照')
    expect([application?.service, application?.pending.includes('situation')]).toEqual(['passport', false])
  })

  test.each(['居住证算了，帮我继续', '那居住证多少钱'])('%s leaves the form in hand as it is', async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办护照，首次申领')
    expect((await citizen.say(words)).text).not.toContain('先放一放')
  })

  test.each(['不是厦门户口，是泉州的', '我不是首次申领，是丢了补领'])('%s answers the form in hand', async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证')
    expect((await citizen.say(words)).application?.service).toBe('residence-permit')
  })
})

describe('a correction that announces itself', () => {
  test('between two forms is no plea to tamper', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要开公司，一起办')
    expect((await citizen.say('改一下，法人是陈测试')).outcome.outcome).not.toBe('blocked')
  })

  test('tells who somebody is, which names no company', async () => {
    const citizen = await openCitizen(running.url)
    const asked = await citizen.say('我要办公司变更，换法人')
    expect(asked.application?.next?.field).toBe('companyName')
    const { application } = await citizen.say('改一下，法人是陈测试')
    expect(application?.fields.find(({ id }) => id === 'companyName')?.value).toBeNull()
    const named = await citizen.say('改一下，示例贸易有限公司')
    expect(named.application?.fields.find(({ id }) => id === 'companyName')?.value).toBe('示例贸易有限公司')
  })
})
