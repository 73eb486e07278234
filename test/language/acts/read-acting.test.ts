import { describe, expect, test } from 'vitest'
import { readActing } from '../../../src/language/index.ts'

describe('for whom somebody acts', () => {
  test.each([
    ['替我妈办居住证', 'mother'],
    ['我想帮我爸申请高龄津贴', 'father'],
    ['我是帮家里老人来办的，信息都是他的', 'elder'],
    ['给我女儿报名', 'child'],
    ['幫我媽媽申領居住證', 'mother'],
    ['代我老公提交', 'spouse'],
    ['我替在国外的妹妹开无犯罪记录证明', 'other'],
    ['帮我爸把退休和医保的手续一次办好', 'father'],
    ['I want to apply for my mother', 'mother'],
    ['不是替别人，是给我自己办', 'self'],
    ['代我邻居换居住证', 'other'],
    ['我爸腿脚不便，我替他申领', 'father'],
    ['不是给我办，是给我儿子办', 'child'],
    ['不是给我儿子办，是给我自己办', 'self'],
  ])('%s', (words, expected) => {
    expect(readActing(words)).toBe(expected)
  })

  test.each(['能替我妈办吗', '怎么帮孩子办社保卡', '帮我办居住证', '我妈的手机号是13800000001', '我和老婆一起办'])(
    '%s names nobody she acts for',
    (words) => {
      expect(readActing(words)).toBeUndefined()
    },
  )
})
