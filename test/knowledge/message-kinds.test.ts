import { expect, test } from 'vitest'
import { MESSAGE_KINDS } from '../../src/content/message-kind.ts'
import { kindTerms } from '../../src/knowledge/recogniser/kind-terms.ts'
import { kindReader } from '../../src/knowledge/recogniser/read-kind.ts'
import { trainTermWeights } from '../../src/knowledge/recogniser/train.ts'
import { ownContent } from '../support/own-content.ts'

const { kinds } = await ownContent()
const examples = MESSAGE_KINDS.flatMap((kind, label) => kinds[kind].map((message) => ({ message, kind, label })))
const learn = (from: typeof examples) => {
  const read = kindReader(
    trainTermWeights(
      from.map(({ message, label }) => ({ terms: kindTerms(message), label, weight: 1 })),
      MESSAGE_KINDS.length,
    ),
  )
  if (read === undefined) throw new Error('nothing was learnt')
  return read
}

test('staff gave some hundreds of examples of each kind', () => {
  for (const kind of MESSAGE_KINDS) expect(kinds[kind].length).toBeGreaterThanOrEqual(200)
})

test('examples that were left out of learning are told apart', () => {
  const read = learn(examples.filter((_, at) => at % 4 !== 0))
  const left = examples.filter((_, at) => at % 4 === 0)
  const right = (kind: string) => {
    const own = left.filter((one) => one.kind === kind)
    return own.filter(({ message }) => read(message) === kind).length / own.length
  }
  // Complaints and suggestions have to be clear before they are taken for one; a question hardly ever is.
  expect(right('question')).toBeGreaterThan(0.95)
  expect(right('complaint')).toBeGreaterThan(0.5)
  expect(right('suggestion')).toBeGreaterThan(0.7)
})

test('words that name a matter, and those too short to say more, stay questions', () => {
  const read = learn(examples)
  for (const words of ['居住证', '投诉', '路灯坏了', '居住证到期了怎么办，要带什么材料', '欠薪去哪里投诉，要什么证据'])
    expect(read(words), words).toBe('question')
})

test('the name of a road, and words that correct something, are no suggestion', () => {
  const read = learn(examples)
  for (const words of [
    '我住思明区莲前街道望海路8号301',
    '不是望海路，是岭兜路',
    '应该是三月份搬来的',
    '街道也错了，应该是滨海街道',
    '希望路12号在哪个区',
    '希望小学在什么地方',
    '我家在望湖街23号',
    '应该叫测验机械公司',
  ])
    expect(read(words), words).toBe('question')
  for (const words of ['希望在小区门口增设一个公交站', '望有关部门在路口加装红绿灯'])
    expect(read(words), words).toBe('suggestion')
})

test('where staff gave no examples nothing is read', () => {
  expect(kindReader(trainTermWeights([], MESSAGE_KINDS.length))).toBeUndefined()
})
