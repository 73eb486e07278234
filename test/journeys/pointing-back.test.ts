import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen, readReply, type Reply } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

async function answers(...said: readonly string[]): Promise<Reply[]> {
  const citizen = await openCitizen(running.url)
  const replies: Reply[] = []
  for (const words of said) replies.push(await citizen.say(words))
  return replies
}

const guidesOf = ({ sources }: Reply): readonly string[] =>
  [...new Set(sources.map((source) => source.split('#')[0] ?? ''))].toSorted()

describe('P2: what was said before can be pointed at', () => {
  test('an item by its number, the matter before, and both', async () => {
    const [, item, both, pair, former] = await answers(
      '护照要带什么',
      '第二个材料丢了怎么办',
      '和港澳通行证两个一起办呢',
      '它俩都要身份证吗',
      '前面那个多久能办好',
    )
    expect(item?.outcome).toMatchObject({ outcome: 'answered', completeness: 'partial' })
    expect(item?.sources.every((source) => source.startsWith('passport#'))).toBe(true)
    for (const reply of [both, pair]) expect(reply && guidesOf(reply)).toEqual(['hk-macao-permit', 'passport'])
    expect(former && guidesOf(former)).toHaveLength(1)
  })

  test('two matters side by side, each cell from its own guide', async () => {
    const [table, one] = await answers('居住证跟护照有什么不同', '哪个便宜')
    expect(table && guidesOf(table)).toEqual(['passport', 'residence-permit'])
    expect(table?.text.match(/^\|/gmu)).toHaveLength(5)
    expect(table?.text).toMatch(/120元/u)
    expect(one?.text.match(/^\|/gmu)).toHaveLength(3)
    expect(one?.sources).toEqual(expect.arrayContaining(['passport#fees', 'residence-permit#fees']))
  })
})

describe('P8: how it is typed does not matter', () => {
  test.each(['護 照 多 少 錢', 'huzhao duoshao qian'])('%s', async (words) => {
    const [reply] = await answers(words)
    expect(reply?.sources).toContain('passport#fees')
    expect(reply?.text).toMatch(/[费費]/u)
  })

  test.each(['qwrt', 'const x = [1]; return x;'])(
    'what is no language is met in that of the page: %s',
    async (words) => {
      const [reply] = await answers(words)
      expect(reply?.text).toMatch(/\p{Script=Han}/u)
    },
  )

  test('of 5,000 characters and more only the question is answered', async () => {
    const story = '昨天刮大风，我在海边站了一下午，心里真不是滋味，晚饭也没吃，回家路上又淋了雨，衣服全湿了。'
    for (const times of [60, 150]) {
      const [reply] = await answers(`${story.repeat(times)}我就想问护照要多少钱？${story}`)
      expect(reply?.outcome.outcome).toBe('answered')
      expect(reply?.sources).toEqual(['passport#fees'])
    }
  })
})

describe('P10: her own words on the way out', () => {
  test('繁體 says what Taiwan says', async () => {
    const [reply] = await answers('護照在哪裡辦')
    expect(reply?.text).toContain('櫃檯')
    expect(reply?.text).not.toContain('窗口')
  })

  test('English asks and offers in English, and is elsewhere only where a place is named', async () => {
    const [how, start] = await answers('How do I get a residence permit', 'Apply')
    expect(how?.outcome.outcome).toBe('answered')
    expect(JSON.stringify(how?.parts)).not.toMatch(/suggestions.{0,400}\p{Script=Han}/u)
    expect(how?.text).not.toMatch(/\p{Script=Han}/u)
    expect(start?.outcome.outcome).toBe('drafting')
    const [which] = await answers('I want to apply')
    expect(which?.choices.join('')).not.toMatch(/\p{Script=Han}/u)
    const chosen = await fetch(`${running.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'How long does a residence permit take in Shanghai?' }),
    }).then(readReply)
    expect(chosen.outcome.reason).toBe('other-city')
  })
})

test('what happened to her in another city is settled at home', async () => {
  const [hospital, purse] = await Promise.all([
    answers('在洛阳看病怎么报销'),
    answers('在洛阳钱包被偷了，身份证怎么补'),
  ])
  expect(guidesOf(hospital[0]!)).toEqual(
    expect.arrayContaining([expect.stringMatching(/remote-medical-record|medical-reimbursement/u)]),
  )
  expect(guidesOf(purse[0]!)).toContain('resident-id')
})

test('P1: a citation of a common question opens that question', async () => {
  const [reply] = await answers('护照丢了怎么补')
  const cited = reply?.sources.find((source) => source.includes('#faq'))
  expect(cited).toMatch(/^passport#faq\/\d+$/u)
  const page = await (await fetch(`${running.url}/guides/passport`)).text()
  expect(page).toContain(`id="${cited?.split('#')[1]?.replace('/', '-') ?? ''}"`)
})

test('P13: a server is ready when it answers as well as it ever will', async () => {
  const ready = (await (await fetch(`${running.url}/readyz`)).json()) as { index: unknown }
  expect(ready.index).toMatchObject({ ready: true, recogniser: 'ready' })
})
