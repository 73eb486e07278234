import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationPart } from '../../src/wire.ts'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const nameIn = (application: ApplicationPart | undefined) => application?.fields.find(({ id }) => id === 'name')?.value

describe('a 繁體 citizen’s own name keeps its characters', () => {
  test.each(['范云里', '陳后余', '沈万里', '干松谷'])('%s: noted, shown, corrected and exported', async (name) => {
    const citizen = await openCitizen(running.url, 'text')
    await citizen.say('我想辦居住證，首次申領')
    const noted = await citizen.say(`我叫${name}`)
    expect(nameIn(noted.application)).toBe(name)
    expect(noted.text).toContain(`姓名 ${name}`)
    expect((await citizen.say('看看我填了什麼')).text).toContain(name)
    const corrected = await citizen.say('姓名寫錯了，改成林小滿')
    expect(corrected.text).toContain(`「${name}」`)
    // What staff wrote is in her script all the same.
    expect(corrected.text).toContain('戶口')
    const kept = await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).text()
    expect(kept).toContain(name)
  })
})

describe('a 繁體 citizen’s address keeps its characters', () => {
  test.each([
    ['住思明區云里路12號', '思明區云里路12號'],
    ['住思明區雲里路12號', '思明區雲里路12號'],
    ['住湖里區后坑後社8號', '湖里區后坑後社8號'],
    ['住同安區大同街道干厝里6号', '同安區大同街道干厝里6号'],
  ])('%s: noted, shown and told long after', async (words, shown) => {
    const citizen = await openCitizen(running.url, 'text')
    await citizen.say('我想辦居住證，首次申領')
    expect((await citizen.say(words)).text).toContain(`現在的居住地址 ${shown}`)
    expect((await citizen.say('看看我填了什麼')).text).toContain(shown)
  })

  test('a lane stays a lane when her words are long ago', async () => {
    const citizen = await openCitizen(running.url, 'text')
    await citizen.say('我想辦居住證，首次申領')
    await citizen.say('住思明區雲里路12號')
    for (let turn = 0; turn < 5; turn += 1) await citizen.say('居住證要多少錢')
    expect((await citizen.say('看看我填了什麼')).text).toContain('思明區雲里路12號')
  })
})
