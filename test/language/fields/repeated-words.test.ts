import { expect, test } from 'vitest'
import { readFields } from '../../../src/language/index.ts'
import type { ElementId } from '../../../src/language/index.ts'

/** Words that a pattern may take as one or as several; with each repetition there are as many ways again. */
const REPEATED: readonly (readonly [words: string, times: number, element: ElementId])[] = [
  ['那边那个', 22, 'money'],
  ['旁边那个', 22, 'money'],
  ['早就', 24, 'yes-no'],
  ['一直', 24, 'yes-no'],
  ['本人的', 15, 'name'],
  ['经办人', 15, 'name'],
]

test.for(REPEATED)('%s said %i times in an answer holds nobody up', ([words, times, element]) => {
  const field = { id: 'asked', element, label: '收入', labels: [], ask: '请问是多少？' }
  const start = performance.now()
  readFields(`${words.repeat(times)}哼`, [field], { today: '2026-11-28', asked: 'asked' })
  expect(performance.now() - start).toBeLessThan(1_000)
})
