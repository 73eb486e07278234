import { describe, expect, it } from 'vitest'
import type { Briefing } from '../../../src/model/index.ts'
import { createEmbeddedEngine } from '../../../src/model/index.ts'
import { playTurn } from '../../support/engine-turn.ts'
import { application, lastGuide, services, shelf } from './shelf.ts'

const engine = createEmbeddedEngine()
const say = (words: string, briefing: Partial<Briefing> = {}) =>
  playTurn(engine, shelf, words, { briefing: { services, ...briefing } })
const inForm = (words: string, briefing: Partial<Briefing> = {}) => say(words, { application, ...briefing })
const tools = (calls: readonly { tool: string }[]) => calls.map(({ tool }) => tool)

describe('a citizen who wants to apply', () => {
  it.each(['帮我办居住证', '我要申请居住证', '我想办暂住证'])('starts with %s', async (words) => {
    expect((await say(words)).calls).toEqual([{ tool: 'startApplication', input: { service: 's1' } }])
  })

  it.each([
    '我现在准备申请居住证，多久能拿到',
    '现在要申请居住证，该怎么弄',
    '想申请居住证不知道够不够条件',
    '房东不愿意给我办居住证，要多久',
    '家人可以帮忙申请居住证吗',
    '我丈夫能代我申请居住证吗',
    '申请居住证能替我孙子交材料吗',
    '居住证是自动发下来还是要去申请',
  ])('is only answered when she asks beside a plan: %s', async (words) => {
    const { calls } = await say(words)
    expect(tools(calls)).toContain('searchGuides')
    expect(tools(calls)).not.toContain('startApplication')
  })

  it('starts the matter just spoken of', async () => {
    expect((await say('帮我办', { lastGuide })).calls).toEqual([{ tool: 'startApplication', input: { service: 's1' } }])
  })

  it('is answered first and started second when she asks both', async () => {
    const { calls, text } = await say('居住证要多久，顺便帮我申请')
    expect(text).toContain('15日内')
    expect(tools(calls)).toEqual(['searchGuides', 'readGuide', 'startApplication'])
  })

  it('is told how and where when it can only be done in person', async () => {
    const { calls, text } = await say('帮我办护照')
    expect(tools(calls)).not.toContain('startApplication')
    expect(text).toContain('不能在对话里直接申请')
    expect(text).toContain('出入境窗口')
  })

  it('is asked for what, when nothing tells', async () => {
    expect(tools((await say('帮我办')).calls)).toEqual(['askCitizen'])
  })

  it('asks how to apply without starting anything', async () => {
    expect(tools((await say('居住证怎么申请')).calls)).not.toContain('startApplication')
  })
})

describe('a citizen in the middle of a form', () => {
  it('gives the value asked for', async () => {
    expect(await inForm('陈样例')).toMatchObject({
      text: '',
      calls: [{ tool: 'fillApplication', input: { values: { name: '陈样例' } } }],
    })
  })

  it('gives several values at once', async () => {
    const { calls } = await inForm('我叫陈样例，手机13900001111，在这边上班')
    expect(calls).toEqual([
      { tool: 'fillApplication', input: { values: { name: '陈样例', mobile: '13900001111', reason: 'job' } } },
    ])
  })

  it('corrects a value', async () => {
    const { calls } = await inForm('手机号写错了，应该是13900002222')
    expect(calls).toEqual([{ tool: 'fillApplication', input: { values: { mobile: '13900002222' } } }])
  })

  it('asks in between, and is answered about the form in hand without any value changed', async () => {
    const { calls, text } = await inForm('要多少钱')
    expect(text).toContain('首次申领免费')
    expect(tools(calls)).toEqual(['searchGuides', 'readGuide'])
  })

  it('gives a value and asks in one breath: it is filled first, and no search carries her name', async () => {
    const { calls, text } = await inForm('我叫陈样例，请问要多久')
    expect(tools(calls)).toEqual(['fillApplication', 'searchGuides', 'readGuide'])
    expect(JSON.stringify(calls.slice(1))).not.toContain('陈样例')
    expect(text).toContain('15日内')
  })

  const acts: readonly (readonly [string, string, object])[] = [
    ['不知道', 'showApplication', {}],
    ['跳过', 'showApplication', {}],
    ['看看我填了什么', 'showApplication', {}],
    ['确认提交', 'showApplication', {}],
    ['先放一放', 'setAsideApplication', { action: 'set-aside' }],
    ['不办了', 'setAsideApplication', { action: 'discard' }],
  ]
  it.each(acts)('says %s', async (words, tool, input) => {
    expect(await inForm(words)).toMatchObject({ text: '', calls: [{ tool, input }] })
  })

  it('takes up what she put aside', async () => {
    const { calls } = await say('继续办', { aside: [{ service: 's1', title: '样例居住证申领' }] })
    expect(calls).toEqual([{ tool: 'setAsideApplication', input: { action: 'resume', service: 's1' } }])
  })

  it('changes to another matter', async () => {
    const other = { token: 's2', title: '样例津贴', aliases: ['高龄津贴'] }
    const { calls } = await inForm('那先帮我办高龄津贴吧', { services: [...services, other] })
    expect(calls).toEqual([{ tool: 'startApplication', input: { service: 's2' } }])
  })

  it('asks where her case stands', async () => {
    expect((await say('我的申请办到哪一步了', { hasCases: true })).calls).toEqual([{ tool: 'findCases', input: {} }])
  })
})

describe('a citizen who names another matter', () => {
  const others = [
    ...services,
    { token: 's2', title: '样例津贴与费用申领', aliases: ['样例津贴'] },
    { token: 's3', title: '欠薪投诉（预填）', aliases: ['欠薪'] },
  ]

  it('switches to it, whatever its title sounds like', async () => {
    const { calls } = await inForm('不是这件事，我要办样例津贴与费用申领', { services: others })
    expect(calls).toEqual([{ tool: 'startApplication', input: { service: 's2' } }])
  })

  it('chooses nothing in the form in hand with the words of that title', async () => {
    const reason = { ...application.fields[2], options: [{ id: 'job', label: '就业', aliases: ['费用申领'] }] }
    const fields = [
      application.fields[0],
      { ...reason, id: 'reason', label: '申领理由', labels: [], element: 'choice' },
    ]
    const { calls } = await inForm('我要办样例津贴与费用申领', {
      services: others,
      application: { ...application, asked: 'reason', fields: fields.filter((field) => field !== undefined) },
    })
    expect(tools(calls)).toEqual(['startApplication'])
  })

  it('makes a complaint that a form takes with that form, and any other with a person', async () => {
    const start = [{ tool: 'startApplication', input: { service: 's3' } }]
    expect((await say('我要投诉公司欠薪', { services: others })).calls).toEqual(start)
    expect((await say('我要办欠薪投诉（预填）', { services: others })).calls).toEqual(start)
    expect(tools((await say('我去问欠薪，窗口态度很差，要投诉', { services: others })).calls)).toEqual(['handOver'])
    expect(tools((await say('我要投诉', { services: others })).calls)).toEqual(['askCitizen'])
  })

  it('does not answer with what she asks of others', async () => {
    const asked = { ...application, asked: 'reason' }
    expect(tools((await inForm('租房的人坐公交免费吗', { application: asked })).calls)).not.toContain('fillApplication')
    expect(tools((await inForm('我是租房，可以吗', { application: asked })).calls)).toContain('fillApplication')
  })
})
