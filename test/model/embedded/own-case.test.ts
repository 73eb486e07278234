import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCitizen } from '../../support/citizen.ts'
import { startApp, type RunningApp } from '../../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
}, 120_000)
afterAll(() => running.close())

const ask = async (...said: readonly string[]) => {
  const citizen = await openCitizen(running.url)
  let reply = await citizen.say(said[0] ?? '')
  for (const words of said.slice(1)) reply = await citizen.say(words)
  return reply
}
const firstLine = (text: string) => text.trim().split('\n')[0] ?? ''

describe('a citizen who tells a number of herself', () => {
  it.each([
    ['我来厦门5个月了，可以申领居住证吗', '您说的5个月', '居住还不满6个月的，不能申领居住证'],
    ['失业保险只缴了9个月，失业金能领吗', '您说的9个月还没到', '满1年'],
    ['娃4岁了，育儿补贴还能申领吗', '您说的4岁超出了', '未满3周岁'],
    ['二手车交付50天了还没过户，怎么办', '您说的50天已经过了', '30日内'],
    ['失业保险缴了6年，最长能领几个月', '您说的6年', '最长领18个月'],
  ])('hears first how it stands to the condition of the guide, cited: %s', async (words, said, condition) => {
    const { text, sources } = await ask(words)
    expect(firstLine(text)).toContain(said)
    expect(firstLine(text)).toContain(condition)
    expect(firstLine(text)).toMatch(/\[1\]$/)
    expect(sources).not.toEqual([])
  })

  it.each([
    ['我女儿2025年8月出生，育儿补贴能领吗', '您说的2025年8月出生', '未满3周岁'],
    ['我外甥生于2009年1月3日，可以自己办身份证吗', '您说的2009年1月3日出生', '16周岁'],
    ['娃3岁半了，育儿补贴还能申领吗', '您说的3岁半超出了', '未满3周岁'],
  ])('is as old as a date of birth, or a half year, makes her: %s', async (words, said, condition) => {
    const { text } = await ask(words)
    expect(firstLine(text)).toContain(said)
    expect(firstLine(text)).toContain(condition)
  })

  it.each([
    ['我爸81，有没有高龄补贴', '80周岁以上'],
    ['奶奶82岁，能领哪些钱', '80周岁以上'],
  ])('is in the narrower of two cases: %s', async (words, condition) => {
    expect(firstLine((await ask(words)).text)).toContain(condition)
  })

  it.each(['爷爷70岁，公交免费吗', '七十岁、八十岁、九十岁的，高龄津贴分别多少'])(
    'hears of no case on a line about something else, nor of one of several: %s',
    async (words) => {
      expect((await ask(words)).text).not.toContain('按您说的')
    },
  )

  it('hears the verdict on one question, and then what answers the other', async () => {
    const { text, sources } = await ask('我在厦门租房住了9个月，可以申领居住证吗，几天能下来')
    expect(firstLine(text)).toContain('您说的9个月')
    expect(text).toContain('15日内')
    expect(sources).toEqual(expect.arrayContaining(['residence-permit#who', 'residence-permit#time']))
  })

  it('hears no verdict where she only asks of an age', async () => {
    expect((await ask('小孩的护照管几年，到16岁要不要换')).text).not.toContain('您说的')
  })

  it.each([
    '我来厦门5个月了，居住证要带什么',
    '失业金申请交了9天了还没批',
    '结婚证丢了4年了怎么补',
    '他今年79，户口湖里的',
  ])('hears no verdict where she asks about something else: %s', async (words) => {
    expect((await ask(words)).text).not.toContain('您说的')
  })

  it('is asked the one thing on which it depends, and then told', async () => {
    const asked = await ask('登记结婚，我21岁可以吗')
    expect(asked.choices).toEqual(['男方', '女方'])
    const { text } = await ask('登记结婚，我21岁可以吗', '男方')
    expect(firstLine(text)).toContain('您说的21岁还没到“男方22周岁以上”')
  })

  it('goes on with the former question when she only tells one more condition', async () => {
    const { text } = await ask('领结婚证男女要几岁', '女朋友19')
    expect(firstLine(text)).toContain('还没到“女方20周岁以上”')
  })

  it('is told in English too', async () => {
    const { text } = await ask('I have lived in Xiamen for 5 months, can I get a residence permit?')
    expect(firstLine(text)).toContain(
      'You said 5 months, and the guide says: If you have lived here for less than 6 months, you cannot apply',
    )
  })
})
