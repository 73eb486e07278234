import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test.for([
  ['How do I renew my residence permit?', "Quick, there's a fire on the third floor", '119'],
  ['How do I renew my residence permit?', 'my boyfriend is hitting me', '110'],
  ['How do I renew my residence permit?', "my brother fell off the ladder and he can't get up", '120'],
  ['高龄津贴怎么领', '爷爷摔在门口爬不起来', '120'],
  ['居住证要带什么', '刚汇了六万给一个自称警官的人', '止付'],
] as const)('after “%s”, “%s” is answered with %s first', async ([asked, cry, number]) => {
  const citizen = await openCitizen(app.url)
  await citizen.say(asked)
  const told = await citizen.say(cry)
  expect(told.outcome.outcome).toBe('crisis')
  expect(told.text).toContain(number)
})

test.for(['我合伙人叫卢样例', '我师兄叫方小北', 'How much is fire insurance?', '转给公安局的材料'])(
  '%s is no cry for help and no prying',
  async (words) => {
    const citizen = await openCitizen(app.url)
    const told = await citizen.say(words)
    expect(['crisis', 'blocked']).not.toContain(told.outcome.outcome)
  },
)
