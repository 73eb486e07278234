import { describe, expect, it } from 'vitest'
import { createEmbeddedEngine } from '../../../src/model/index.ts'
import { playTurn, type PlayedTurn } from '../../support/engine-turn.ts'
import { application, services, shelf } from './shelf.ts'

const engine = createEmbeddedEngine()
type Briefing = NonNullable<NonNullable<Parameters<typeof playTurn>[3]>['briefing']>
const say = (words: string, briefing: Partial<Briefing>): Promise<PlayedTurn> =>
  playTurn(engine, shelf, words, { briefing: { services, ...briefing } })

describe('a citizen who complains', () => {
  const briefing = { kind: 'complaint' } as const

  it.each(['巷口的灯坏了两个月，没有人来修', '老板三个月没发钱，人也找不到了，请帮忙'])(
    'of a matter no guide answers is handed over, not turned away: %s',
    async (words) => {
      const { calls } = await say(words, briefing)
      expect(calls.at(-1)).toEqual({ tool: 'handOver', input: { reason: 'complaint' } })
    },
  )

  it('and asks about a service beside it is answered first, and told where to complain', async () => {
    const { text, calls } = await say('居住证办了两个月没人管，居住证到底多久能办好', briefing)
    expect(text).toMatch(/15日内制发\[p\d+\]/u)
    expect(text).toContain('12345')
    expect(calls.map(({ tool }) => tool)).not.toContain('handOver')
  })

  it('is not handed over while she fills a form', async () => {
    const { calls } = await say('电话13800000001，你们问得也太多了', { ...briefing, application })
    expect(calls.map(({ tool }) => tool)).not.toContain('handOver')
  })
})

describe('a citizen who suggests', () => {
  const briefing = { kind: 'suggestion' } as const

  it.each(['建议居住证缩短办理的时间', '能不能考虑在巷口多装几盏灯', '希望居住证可以寄到家里'])(
    'is heard, whatever matter it is about: %s',
    async (words) => {
      expect((await say(words, briefing)).calls).toEqual([{ tool: 'handOver', input: { reason: 'suggestion' } }])
    },
  )

  it.each(['建议多开几个窗口。另外居住证多少钱', '居住证应当收多少钱才对', '鼓励大家办的居住证的工本费'])(
    'and asks something is answered: %s',
    async (words) => {
      const { text } = await say(words, briefing)
      expect(text).toContain('样例证首次申领免费')
    },
  )

  it('is a complaint when she says so', async () => {
    const { calls } = await say('我要投诉，建议你们好好管一管', briefing)
    expect(calls).toEqual([{ tool: 'handOver', input: { reason: 'complaint' } }])
  })
})

it('a question that no guide answers is declined as before', async () => {
  const { calls } = await say('巷口的灯归谁管', {})
  expect(calls.at(-1)?.tool).toBe('decline')
})

it('a matter of the city is not turned away as no public matter', async () => {
  for (const words of ['地铁四号线什么时候通车', '我们小区的路灯归哪个单位管']) {
    expect((await say(words, {})).calls.at(-1)).toEqual({ tool: 'decline', input: { reason: 'no-guidance' } })
  }
})
