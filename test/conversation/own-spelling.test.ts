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
