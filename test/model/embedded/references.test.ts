import { describe, expect, test } from 'vitest'
import { withReferences } from '../../../src/model/embedded/references.ts'

const services = [
  { token: 's1', title: '风筝许可申领', aliases: ['风筝证'] },
  { token: 's2', title: '船员登记', aliases: ['船员证'] },
]
const guides = {
  lastGuide: { token: 'g1', title: '风筝许可', service: 's1' },
  formerGuide: { token: 'g2', title: '船员登记', service: 's2' },
}

function meant(words: string, answered = '', former = true) {
  const { formerGuide, ...last } = guides
  const briefing = {
    today: '2026-11-27',
    locale: 'zh-Hans' as const,
    aside: [],
    lastChoices: [],
    services,
    hasCases: false,
    ...last,
    ...(former ? { formerGuide } : {}),
  }
  const turn = { key: words, briefing, words, earlier: [], answered, calls: [], spoken: '' }
  return withReferences(turn)
}

const PAPERS = '申领风筝证要带身份证明、飞行计划、保险单和风筝照片，以窗口公布为准。[1]'
const STEPS = '- 第一步：画好图样。[1]\n- 第二步：到窗口试飞。[1]\n- **网上办**：没有核实。[1]'

describe('what was said before can be pointed at', () => {
  test.each([
    ['第二个材料要原件吗', '飞行计划要原件吗', PAPERS],
    ['刚才说的第三样要几份', '保险单要几份', PAPERS],
    ['第二步要多久', '第二步要多久', STEPS],
  ])('%s', (words, resolved, answered) => {
    expect(meant(words, answered)).toMatchObject({ words: resolved, within: true })
  })

  test('which one it is stands in its guide; how it is had again does not', () => {
    expect(meant('第四个材料是什么', PAPERS)).toMatchObject({ words: '要带风筝照片吗', within: true })
    expect(meant('第二个材料丢了怎么办', PAPERS)).toMatchObject({ within: true, beside: true })
  })

  test('an item that was not said is not made up', () => {
    expect(meant('第九个材料要原件吗', PAPERS).words).toBe('第九个材料要原件吗')
    expect(meant('第二步要多久', PAPERS).words).toBe('第二步要多久')
  })
})

describe('two matters', () => {
  test.each([
    ['前面那个去哪办', '船员证去哪办'],
    ['它俩都要照片吗', '船员证要照片吗，风筝证要照片吗'],
    ['和船员证两个一起办呢', '风筝证去哪办，船员证去哪办'],
    ['跟船员证一起办要多少钱', '风筝证要多少钱，船员证要多少钱'],
  ])('%s', (words, resolved) => {
    expect(meant(words).words).toBe(resolved)
  })

  test('with one matter spoken of, there is none before it', () => {
    expect(meant('前面那个去哪办', '', false).words).toBe('前面那个去哪办')
  })
})
