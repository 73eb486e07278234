import { expect, test } from 'vitest'
import { gradeIn, rates } from '../../src/conversation/read-rating.ts'

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
] as const)('"%s" gives %d', (words, grade) => {
  expect(gradeIn(words)).toBe(grade)
})

test.each(['不太满意', '不是很满意', '不怎么满意', 'not very satisfied', '五星'])('"%s" rates a case', (words) => {
  expect(rates(words)).toBe(true)
})
