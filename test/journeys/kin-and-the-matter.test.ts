import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('a relative names no matter', () => {
  test.for([
    '我老公的也要办',
    '给我弟弟也弄一个',
    '给我舅舅也弄一个',
    '我帮我妈办的，我是她女儿',
    '我外婆那份也办一下',
    '我姐姐也想申请',
  ])('%s goes on with the matter spoken of', async (words) => {
    const citizen = await openCitizen(app.url)
    await citizen.say('高龄津贴去哪里领')
    const told = await citizen.say(words)
    expect(told.application).toMatchObject({ guide: 'senior-allowance' })
  })

  test.for(['我帮我妈办的，我是她女儿', '我老公的也要办', '替我爸办，我是他儿子'])(
    '%s with nothing spoken of opens no form and accuses nobody',
    async (words) => {
      const citizen = await openCitizen(app.url)
      const told = await citizen.say(words)
      expect(told.application).toBeUndefined()
      expect(told.outcome.outcome).not.toBe('blocked')
    },
  )

  test.for(['换我爸的也办一份', '再来一份我姐夫的', '这份填我岳父的，我是他女婿'])(
    '%s is nothing unsafe',
    async (words) => {
      const citizen = await openCitizen(app.url)
      await citizen.say('高龄津贴去哪里领')
      expect((await citizen.say(words)).outcome.outcome).not.toBe('blocked')
    },
  )
})

test('words that no guide answers leave the matter spoken of as it was', async () => {
  const citizen = await openCitizen(app.url)
  await citizen.say('居住证多久能办好')
  await citizen.say('陈测试')
  const told = await citizen.say('要多少钱')
  expect(told.sources.join()).toContain('residence-permit')
})

test.each(['我爸八十三了，想帮他把高龄津贴办了', '我外婆九十了，来替她申请高龄津贴'])(
  '%s opens the form of that matter',
  async (words) => {
    const citizen = await openCitizen(app.url)
    expect((await citizen.say(words)).application).toMatchObject({ guide: 'senior-allowance' })
  },
)
