import { describe, expect, it } from 'vitest'
import { namesOtherPlace } from '../../../src/model/embedded/places.ts'

describe('a question about another city', () => {
  it.each([
    '福州公积金租房提取能提多少',
    '我在南京工作，南京居住证要什么材料',
    '在广州怎么申请失业金',
    '成都结婚登记要预约吗',
    '想在杭州开个面馆要什么证',
  ])('is heard as one: %s', (words) => {
    expect(namesOtherPlace(words)).toBe(true)
  })

  it.each([
    '四川人怎么办居住证',
    '老家在江西，能领失业金吗',
    '龙岩户口办身份证要什么',
    '泉州驾照到期了能换吗',
    '北京出生的孩子怎么上户口',
    '我要去上海出差，身份证丢了怎么办',
    '湖南老家有房能提公积金吗',
    '在深圳上过班，厦门怎么参保',
  ])('is not heard where someone only comes from there, or goes there: %s', (words) => {
    expect(namesOtherPlace(words)).toBe(false)
  })
})
