import { describe, expect, it } from 'vitest'
import { createEmbeddedEngine } from '../../../src/model/index.ts'
import { playTurn } from '../../support/engine-turn.ts'
import { createShelf } from '../../support/guide-shelf.ts'

/** A made-up guide. All figures are invented. */
const shelf = createShelf([
  {
    token: 'g1',
    title: '样例渔船证申领',
    names: ['渔船证', '渔船'],
    sections: [
      {
        slug: 'who',
        heading: '谁能办',
        text: '在样例港停泊满8个月的渔船，船主可以申领渔船证。\n\n- **木船**：木质渔船也可以申领渔船证。\n- **事故报告**：渔船出事故的，船主应当自事故发生之日起5日内报告。',
      },
      {
        slug: 'how',
        heading: '怎么办',
        text: '渔船证到样例港窗口申领。\n\n- 第一步：备好材料。\n- 第二步：到窗口提交。\n- 第三步：等候验船。',
      },
      {
        slug: 'materials',
        heading: '要带什么',
        text: '申领渔船证要带身份证、购船合同和船体相片。\n\n- **木船**：木质渔船另带验船师意见。',
      },
      {
        slug: 'time',
        heading: '多久办好',
        text: '渔船证自受理之日起17日内制发。\n\n- **补贴**：渔船停航补贴最长领9个月。\n- **换发**：换发渔船证当场办好。',
      },
      {
        slug: 'fees',
        heading: '要多少钱',
        text: '首次申领渔船证免费。\n\n- **换发**：换发渔船证收工本费13元。\n- **验船**：验船收费没有查到公开依据，以窗口公布为准，验船的时间和地点由船主与窗口约定。\n- **年检**：渔船年检每次收费21元，由港口统一收取，遇到台风停航的年份顺延到下一年再收。\n- **补领**：渔船证丢失、损坏的，补领收工本费13元，凭船主身份证和报失的回执到窗口缴，当场开给票据。',
      },
      { slug: 'where', heading: '在哪办', text: '渔船证在样例港一号码头办。' },
      { slug: 'faq', heading: '租来的渔船能办证吗', text: '能，租船合同写明租期的，承租人可以申领渔船证。' },
      { slug: 'faq', heading: '渔船证有效期几年', text: '渔船证有效期6年，期满前40日内换发。' },
    ],
  },
])

const engine = createEmbeddedEngine()
async function ask(words: string): Promise<string> {
  const { text } = await playTurn(engine, shelf, words)
  return text.replaceAll(/\[p\d+\]/gu, '')
}

describe('a citizen who asks about a kind of time', () => {
  it.each([
    ['渔船证有效期多久', '有效期6年'],
    ['渔船证多久能办好', '17日内制发'],
    ['渔船出了事故几天之内要报告', '5日内报告'],
    ['渔船停航补贴能领多久', '最长领9个月'],
    ['渔船证提前多久换', '期满前40日内'],
  ])('reads that kind first: %s', async (words, expected) => {
    const [first] = (await ask(words)).trim().split('\n')
    expect(first).toContain(expected)
  })
})

describe('a citizen who asks whether she may', () => {
  it('is told the yes of an item that asks just that', async () => {
    expect(await ask('租来的渔船能办渔船证吗')).toMatch(/^(?:\*\*租来的渔船能办证吗\*\*：)?能，租船合同/u)
  })

  it.each(['我的渔船停了两个月，能办渔船证吗', '渔船没有发动机能办渔船证吗'])(
    'borrows no yes from an item that asks something else: %s',
    async (words) => {
      expect(await ask(words)).not.toMatch(/^(?:\*\*[^*]+\*\*：)?能，/u)
    },
  )
})

describe('a citizen who asks for a section and nothing besides', () => {
  it.each([
    ['渔船证多少钱', '首次申领渔船证免费。'],
    ['渔船证要带什么', '申领渔船证要带身份证、购船合同和船体相片。'],
    ['渔船证在哪办', '渔船证在样例港一号码头办。'],
  ])('reads its conclusion first: %s', async (words, conclusion) => {
    expect((await ask(words)).startsWith(conclusion)).toBe(true)
  })

  it('reads no other section and at most two lines beside the conclusion', async () => {
    const text = await ask('渔船证多少钱')
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(3)
    expect(text).not.toMatch(/17日|一号码头/u)
  })

  it('reads a list of papers whole', async () => {
    const text = await ask('渔船证要带什么')
    expect(text).toContain('木质渔船另带验船师意见')
  })
})

describe('an answer', () => {
  it('never opens with a list item', async () => {
    for (const words of ['换发渔船证多少钱', '木船能办渔船证吗', '渔船年检收多少钱']) {
      expect(await ask(words)).not.toMatch(/^\s*- /u)
    }
  })
})

describe('a citizen who asks for two sections in one breath', () => {
  it.each([
    ['渔船证去哪里办要带什么', ['一号码头', '购船合同']],
    ['渔船证多久能办好要多少钱', ['17日内', '免费']],
  ])('is told both: %s', async (words, expected) => {
    const text = await ask(words)
    for (const one of expected) expect(text).toContain(one)
  })
})
