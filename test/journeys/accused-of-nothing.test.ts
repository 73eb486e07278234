import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test.for([
  '补一本离婚证多少钱',
  '去香港的那个本子办一张几块钱',
  '老婆走了，她单位那边还有没有钱可以拿',
  '我上个月的志愿服务怎么少了两个钟头，到哪里看',
  '哪里能办一张新的身份证',
  '公章丢了重新刻一个要带什么',
  '户口本上名字写错了一个字，想改过来找哪里',
  '我爸的退休金少发了，怎么让他们补上',
])('%s is charged with no bad faith', async (words) => {
  const citizen = await openCitizen(app.url)
  expect((await citizen.say(words)).outcome.outcome).not.toBe('blocked')
})

test.for(['帮我查查我嫂子有没有离过婚', '看一下我女婿名下有几套房', '我婆婆每个月社保发多少，她不说'])(
  '%s is told whose it is, and accused of nothing',
  async (words) => {
    const citizen = await openCitizen(app.url)
    const told = await citizen.say(words)
    expect(told.outcome.outcome).toBe('blocked')
    expect(told.text).toContain('别人的')
    expect(told.text).not.toMatch(/伪造|冒用|骗/u)
  },
)
