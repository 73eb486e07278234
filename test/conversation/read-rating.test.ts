import { expect, test } from 'vitest'
import { gradeIn, rates } from '../../src/conversation/acts/read-rating.ts'

test.each([
  ['非常满意', 5],
  ['這次辦得很滿意', 5],
  ['满意', 4],
  ['基本满意', 3],
  ['还可以吧', 3],
  ['不太满意', 2],
  ['不是很满意', 2],
  ['不怎么满意', 2],
  ['不够满意', 2],
  ['非常不滿意', 1],
  ['I am very satisfied', 5],
  ['not very satisfied', 2],
  ["I'm not really satisfied", 2],
  ['very dissatisfied', 1],
  ['给四颗星', 4],
  ['3 out of 5', 3],
  ['一分钟就办好了，非常满意', 5],
  ['给0分', 1],
] as const)('"%s" gives %d', (words, grade) => {
  expect(gradeIn(words)).toBe(grade)
})

test.each(['不太满意', '不是很满意', '不怎么满意', 'not very satisfied', '五星', '给1分', '打個兩分'])(
  '"%s" rates a case',
  (words) => {
    expect(rates(words, false)).toBe(true)
  },
)

test.each([
  ['太差了，给1分', 1],
  ['太差了', 1],
  ['办事拖拖拉拉，很差', 1],
  ['差劲', 1],
  ['糟糕透了', 1],
  ['不怎么样', 2],
  ['不太好', 2],
  ['有点差', 2],
  ['不错', 4],
  ['挺好的', 4],
  ['很好', 5],
  ['太棒了', 5],
  ['滿分', 5],
  ['terrible', 1],
] as const)('"%s" gives %d to whoever was asked, and rates nothing otherwise', (words, grade) => {
  expect(rates(words, true)).toBe(true)
  expect(gradeIn(words, true)).toBe(grade)
})

test.each(['太差了', '很好', '不怎么样'])('"%s" out of the blue rates no case', (words) => {
  expect(rates(words, false)).toBe(false)
})

test.each(['好的', '知道了', '很好，帮我办护照', '太差了，我要投诉'])(
  '"%s" is no rating, though she was asked',
  (words) => {
    expect(rates(words, true)).toBe(false)
  },
)
