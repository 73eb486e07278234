import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

test.each(['我爸让我帮他办这个', '奶奶要我帮她办', '我妈托我替她弄一下'])('%s alone starts no form', async (words) => {
  const citizen = await openCitizen(running.url)
  expect((await citizen.say(words)).application).toBeUndefined()
})

test.each(['我爸让我帮他办这个', '我爸叫我帮他办', '我爸托我替他办', '其实是给我爸办的'])(
  '%s makes the form in hand one for the father',
  async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('帮我办居住证')
    const { application } = await citizen.say(words)
    expect(application?.service).toBe('residence-permit')
    expect(application?.title).toContain('替父亲办')
    const own = await citizen.say('不是帮我爸，是我自己')
    expect(own.application?.service).toBe('residence-permit')
    expect(own.application?.title).not.toContain('替')
  },
)

test('a form named in the same words is for the father from the start', async () => {
  const citizen = await openCitizen(running.url)
  expect((await citizen.say('我爸让我帮他办居住证')).application?.title).toContain('替父亲办')
})

test('a father who died still starts the list of what is to be done', async () => {
  const citizen = await openCitizen(running.url)
  expect((await citizen.say('我爸走了，帮我办身后事')).application?.service).toBe('after-death')
})
