import { expect, test } from 'vitest'
import { allAsks } from '../../src/content/guide.ts'
import { BOUNDARIES, type BoundaryExamples } from '../../src/content/message-kind.ts'
import { learnBoundaries } from '../../src/knowledge/recogniser/learn-boundaries.ts'
import { boundaryReader } from '../../src/knowledge/recogniser/read-boundary.ts'
import { NO_BOUNDARIES } from './sample-content.ts'
import { learntOnce, sharedLibrary } from '../support/learnt-folder.ts'
import { ownContent } from '../support/own-content.ts'

const { boundaries, kinds, offTopic, guides } = await ownContent()
const asked = [...guides.values()].flatMap((guide) => allAsks(guide))

/** Every fourth example of each boundary is kept out of learning, or only those are taken. */
const part = (left: boolean): BoundaryExamples => {
  const of = (kind: (typeof BOUNDARIES)[number]) => boundaries[kind].filter((_, at) => (at % 4 === 0) === left)
  return {
    ordinary: of('ordinary'),
    crisis: of('crisis'),
    unsafe: of('unsafe'),
    prying: of('prying'),
    verdict: of('verdict'),
    handoff: of('handoff'),
    political: of('political'),
    'other-place': of('other-place'),
    promise: of('promise'),
  }
}

test('examples that were left out of learning are told from ordinary messages, which hardly ever cross a boundary', async () => {
  const unlearnt = asked.filter((_, at) => at % 4 === 2)
  const from = [part(false), kinds, asked.filter((_, at) => at % 4 !== 2), offTopic] as const
  const learn = () => learnBoundaries(...from)
  const read = boundaryReader(await learntOnce(from, learn))
  if (read === undefined) throw new Error('nothing was learnt')
  const left = part(true)
  const heard = (kind: (typeof BOUNDARIES)[number]) =>
    left[kind].filter((message) => read(message).kind === kind).length / left[kind].length
  expect(heard('ordinary')).toBeGreaterThan(0.94)
  expect(heard('other-place')).toBeGreaterThan(0.74)
  for (const kind of ['crisis', 'handoff'] as const) expect(heard(kind)).toBeGreaterThan(0.55)
  for (const kind of ['political', 'prying', 'verdict', 'promise'] as const) expect(heard(kind)).toBeGreaterThan(0.4)
  const refused = unlearnt.map((message) => read(message).kind).filter((kind) => kind !== 'ordinary')
  expect(refused.length / unlearnt.length).toBeLessThan(0.006)
  expect(refused.filter((kind) => kind === 'unsafe').length / unlearnt.length).toBeLessThan(0.003)
})

/** Each pair names the same place: the first asks for what is done there, the second for what is done here. */
const PLACES = [
  ['湖北荆州的老人补贴找哪个部门领', '我爸户口在湖北荆州，跟我住集美，这边的老人补贴能领吗'],
  ['在义乌租房，那边的公积金怎么提', '公积金以前交在义乌，人调到厦门了，怎么转过来'],
  ['曼谷的驾照丢了去哪里补', '我的驾照是曼谷考的，到厦门能换吗'],
  ['福鼎那边补办结婚证要带什么', '在福鼎领的结婚证丢了，厦门能补吗'],
  ['在嘉兴打工怎么办居住证', '在嘉兴摔断腿开刀，医药费怎么报'],
] as const

const HERE_ALL_THE_SAME = ['去澳门的签注续一次多少钱', '想开家重庆火锅店，食品证怎么办', '香港自由行在厦门哪里办']

test('a matter of another place is told from a matter of here that only names one', async () => {
  const read = (await sharedLibrary()).boundaryOf
  expect(PLACES.map(([there]) => read(there)?.kind)).toEqual(PLACES.map(() => 'other-place'))
  const ofHere = [...PLACES.map(([, here]) => here), ...HERE_ALL_THE_SAME]
  expect(ofHere.map((message) => read(message)?.kind)).toEqual(ofHere.map(() => 'ordinary'))
})

/** Statements of oneself, short answers and follow-ups as they come in any talk; none stands in the examples. */
const SHORT =
  `我是博士生 / 我是女生 / 我是华侨 / 我先生是澳门人 / 我快四十了 / 我妈七十八 / 我外婆今年九十一 / 爸爸走路要拄拐杖 / 我爱人怀上二胎了
我被公司劝退了 / 我刚换了工作 / 我开滴滴 / 我在读高中 / 我弟十五岁 / 我没有房 / 我住集体宿舍 / 我住在厂里 / 我没上过班 / 我有驾照 / 我户口在龙岩
没有吧 / 有过 / 应该不是 / 还不知道 / 我记不得了 / 没弄懂 / 为什么要去 / 怎么会呢 / 哪个划算点 / 哪一种快 / 该问谁 / 问谁去 / 相片几张 / 照片怎么拍
要盖谁的章 / 我老婆能代签吗 / 我姐替我跑一趟行吗 / 几天以内 / 最迟几号 / 网站进不去 / 页面空白 / 收不到短信 / 麻烦死了 / 太绕了 / 字好小
我是僑胞 / 我媽不識字 / 聽無 / 為什麼要跑兩趟 / 哪一個比較便宜 / 不知道耶 / 我沒帶 / 可以叫我姊去嗎
I am retired / I am a nurse / my daughter is five / I rent a room / we are not married yet / no idea / the second one / how many pages / within a month? / who can sign / it is too slow`.split(
    / \/ |\n/,
  )

test('short words of oneself, yes and no, and follow-ups cross no boundary', async () => {
  const read = (await sharedLibrary()).boundaryOf
  const crossed = SHORT.filter((message) => read(message)?.kind !== 'ordinary')
  expect(crossed.length / SHORT.length, crossed.join(' / ')).toBeLessThan(0.05)
  expect(SHORT.filter((message) => read(message)?.strong)).toEqual([])
})

test('without examples nothing is learnt', () => {
  expect(boundaryReader(learnBoundaries(NO_BOUNDARIES, kinds, [], offTopic))).toBeUndefined()
})
