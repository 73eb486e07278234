import { expect, test } from 'vitest'
import { sharedLibrary } from '../support/learnt-folder.ts'
import { ownContent } from '../support/own-content.ts'

/** Questions in words of their own, with the guide and the point that answers them; none stands among the staff's. */
const ASKED = [
  ['divorce', '我人在国外，离婚能让我妈拿委托书替我去办吗', /本人到场|代办|委托|一方在外地/],
  ['passport', '小孩改了姓，护照上的老名字还能飞吗', /改了名字/],
  ['residence-permit', '签注那天刚好出差错过了，证是不是就废了', /签注/],
  ['work-injury', '养病这几个月老板还发不发薪水', /治疗期间工资/],
  ['social-security-card', '新社保卡领回来还要去银行激活才能刷吗', /激活/],
  ['retirement', '退下来以后公积金那笔钱怎么弄出来', /公积金/],
] as const

test('where a guide answers is learnt from the points that staff name for their questions', async () => {
  const { guides } = await ownContent()
  const library = await sharedLibrary()
  const wrong: string[] = []
  for (const [id, question, point] of ASKED) {
    expect(guides.get(id)?.answers.has(question)).toBe(false)
    const { guides: found } = await library.search(question, { guide: id })
    const { chances } = found[0]?.answers ?? {}
    const [first] = [...(chances ?? [])].toSorted(([, one], [, other]) => other - one)
    if (first === undefined || !point.test(first[0])) wrong.push(`${question}: ${first?.join(' ')}`)
  }
  expect(wrong.length, wrong.join(' / ')).toBeLessThanOrEqual(1)
})

test('chances of all points, and that the guide is silent, make one', async () => {
  const library = await sharedLibrary()
  const { guides } = await library.search('居住证要带什么', { guide: 'residence-permit' })
  const { chances, silent } = guides[0]?.answers ?? { chances: new Map<string, number>(), silent: 0 }
  expect([...chances.values()].reduce((sum, chance) => sum + chance, silent)).toBeCloseTo(1, 5)
})

test('a guide that the question hardly means says nothing of it', async () => {
  const library = await sharedLibrary()
  const { guides } = await library.search('居住证要带什么')
  const [first] = guides
  expect(first?.id).toBe('residence-permit')
  expect(first?.answers).toBeDefined()
  expect(guides.filter(({ answers }) => answers !== undefined).length).toBeLessThanOrEqual(3)
})
