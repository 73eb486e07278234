import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit } from '../support/filled-application.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const codeIn = (text: string): string => /确认提交 (\d{6})/.exec(text)?.[1] ?? ''

/** A citizen in a channel without buttons, whose form stands before her for review. */
async function reviewing() {
  const citizen = await openCitizen(running.url, 'text')
  await fillResidencePermit(citizen)
  const { text } = await citizen.say('确认提交')
  return { citizen, code: codeIn(text) }
}

describe('before everything is filled', () => {
  test.each(['提交吧', '确认 482913', '好的，帮我提交', '可以提交了', 'submit it'])('%s', async (words) => {
    const citizen = await openCitizen(running.url, 'text')
    await citizen.say('帮我办居住证，首次申领')
    const { text, outcome } = await citizen.say(words)
    expect(text).not.toContain('目前填了这些')
    expect(text).toMatch(/还不能提交，还差\d+项|这个确认码不对/)
    expect(text).toContain('您的户口在厦门吗')
    expect(['drafting', 'blocked']).toContain(outcome.outcome)
  })
})

test.each(['还要填啥', '还有啥没填', '还差哪些', '还得填些啥', '还缺啥信息'])(
  '%s tells what is missing',
  async (words) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('帮我办居住证，首次申领')
    const { text } = await citizen.say(words)
    expect(text).toMatch(/还差\d+项：/)
  },
)

describe('while the review stands, without the code', () => {
  test.each(['提交吧', '可以，提交', '确认', '好的没问题', 'OK'])('%s is told how', async (words) => {
    const { citizen, code } = await reviewing()
    const told = await citizen.say(words)
    expect(told.outcome.outcome).toBe('awaiting-review')
    expect(told.text).toContain('六位数字')
    expect(told.text).not.toContain('请逐项核对')
    // The code she was shown is still good.
    expect((await citizen.say(`确认提交 ${code}`)).outcome.outcome).toBe('submitted')
  })

  test('the six digits alone submit nothing', async () => {
    const { citizen, code } = await reviewing()
    const told = await citizen.say(code)
    expect(told.outcome.outcome).toBe('awaiting-review')
    expect(told.text).toContain('确认提交')
  })
})

describe('words of confirmation with the code submit, however they are put', () => {
  test.each([
    (code: string) => `确认 ${code}`,
    (code: string) => `好的，我確認提交：${code}`,
    (code: string) => `提交${code}吧`,
  ])('%#', async (said) => {
    const { citizen, code } = await reviewing()
    expect((await citizen.say(said(code))).outcome.outcome).toBe('submitted')
  })

  test.each([
    (code: string) => `不要提交 ${code}`,
    (code: string) => `我还没确认 ${code} 呢`,
    (code: string) => `${code} 这个是什么`,
  ])('and what only mentions them does not: %#', async (said) => {
    const { citizen, code } = await reviewing()
    expect((await citizen.say(said(code))).outcome.outcome).not.toBe('submitted')
  })
})

test('a question whether it was submitted, and a yes to a question of the form, are not taken for a wish to submit', async () => {
  const citizen = await openCitizen(running.url, 'text')
  await citizen.say('帮我办居住证，首次申领')
  expect((await citizen.say('提交了吗')).text).not.toContain('还不能提交')
  const { text } = await citizen.say('是的')
  expect(text).not.toContain('还不能提交')
})
