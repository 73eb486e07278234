import { describe, expect, test } from 'vitest'
import { readDecision } from '../../../src/language/index.ts'

describe('a decision about something that was put to the citizen', () => {
  test.each(['同意', '可以啊，查吧', '好的', '嗯', '那就查吧', '可以', 'OK', '幫我查一下'])('%s grants it', (words) => {
    expect(readDecision(words)).toEqual({ granted: true, all: false, whole: true })
  })

  test.each(['不用', '不同意', '先不查', '不要查', '好的，不用查了', '我自己填', '不用了谢谢', 'no thanks'])(
    '%s refuses it',
    (words) => {
      expect(readDecision(words)).toEqual({ granted: false, all: false, whole: true })
    },
  )

  test.each(['I agree', 'yes, I agree', 'I consent', 'OK, look it up', 'I agree to look it up', 'please look that up'])(
    '%s grants it',
    (words) => {
      expect(readDecision(words)).toMatchObject({ granted: true })
    },
  )

  test.each(["I don't agree", 'I would rather not', "please don't", "no, don't look it up", 'I do not consent'])(
    '%s refuses it',
    (words) => {
      expect(readDecision(words)).toMatchObject({ granted: false })
    },
  )

  test('都 is for all of them', () => {
    expect(readDecision('都同意')).toMatchObject({ granted: true, all: true })
    expect(readDecision('都不用')).toMatchObject({ granted: false, all: true })
  })

  test.each(['查什么', '可以不同意吗', '没有', '首次申领', '我叫陈测试', '不，还是查吧', '是，我户口在厦门', '不知道'])(
    '%s decides nothing',
    (words) => {
      expect(readDecision(words)).toBeUndefined()
    },
  )

  test('words that consent by themselves do so beside others', () => {
    expect(readDecision('同意，我的电话是13800000001')).toEqual({ granted: true, all: false, whole: false })
  })
})
