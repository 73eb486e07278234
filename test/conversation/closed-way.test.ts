import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

async function closed(...answers: readonly string[]) {
  const citizen = await openCitizen(running.url)
  let text = ''
  for (const answer of answers) ({ text } = await citizen.say(answer))
  expect(text).toMatch(/还不能往下办|還不能往下辦|cannot go further/)
  return citizen
}

const BARRED = ['我要办公司设立', '被吊销过'] as const
const REGISTERED = ['我要办居住证', '首次申领', '户口在厦门'] as const

describe('an answer that closed the way', () => {
  test.each([
    [BARRED, '说错了，没有'],
    [BARRED, '没有，刚才点错了'],
    [BARRED, '不对，没被吊销过'],
    [BARRED, '更正一下，没有'],
    [BARRED, '法定代表人没有限制任职情形'],
    [['我要辦公司設立', '被吊銷過'], '打錯了，沒有'],
    [['I want to register a company', 'yes, a licence of mine was revoked'], 'sorry, I meant no'],
    [REGISTERED, '说错了，不在厦门'],
    [REGISTERED, '哎呀搞错了，我户口在泉州'],
    [REGISTERED, '户口不在厦门'],
  ])('%s: %s opens it again', async (answers, words) => {
    const citizen = await closed(...answers)
    const { application } = await citizen.say(words)
    expect(application?.eligibility).toEqual([])
    expect(application?.fields.find(({ id }) => ['barred', 'registeredInXiamen'].includes(id))?.value).toBe('false')
  })

  test('is corrected with what was asked in between still standing', async () => {
    const citizen = await closed(...BARRED)
    await citizen.say('公司注册要多少钱')
    expect((await citizen.say('说错了，没有')).application?.eligibility).toEqual([])
  })

  test.each(['打错了', '刚才说错了', '写错了，应该是另一个'])(
    '%s asks it again, and a plain answer is for it',
    async (words) => {
      const citizen = await closed(...BARRED)
      const again = await citizen.say(words)
      expect(again.text).toContain('还在限制期里？')
      expect(again.application?.eligibility).toHaveLength(1)
      expect((await citizen.say('没有')).application?.eligibility).toEqual([])
    },
  )

  test('asks which, where several answers together closed it', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办驾驶证换证，期满换证')
    await citizen.say('驾驶证有效期到2039年3月1日')
    const { choices } = await citizen.say('说错了')
    expect(choices).toEqual(['办理情形要改', '驾驶证有效期截止日期要改'])
  })

  test.each(['没有', '嗯，不是', '不是，我问的是护照要多少钱', '手机号打错了'])(
    '%s leaves it as it is',
    async (words) => {
      const citizen = await closed(...BARRED)
      await citizen.say(words)
      const { application } = await citizen.say('看看我填了什么')
      expect(application?.fields.find(({ id }) => id === 'barred')?.value).toBe('true')
    },
  )

  test('does not hold her who wants another matter', async () => {
    const citizen = await closed(...BARRED)
    expect((await citizen.say('不是，我要办护照')).application?.service).toBe('passport')
  })
})

test.each([
  ['不在厦门', 'false'],
  ['不是本地的', 'false'],
  ['不在思明', null],
  ['我没在厦门上班', null],
])('asked whether her household is in Xiamen, %s is %s', async (words, value) => {
  const citizen = await openCitizen(running.url)
  await citizen.say('我要办居住证，首次申领')
  const { application } = await citizen.say(words)
  expect(application?.fields.find(({ id }) => id === 'registeredInXiamen')?.value).toBe(value)
})
