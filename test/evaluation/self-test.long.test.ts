import { expect, test } from 'vitest'
import { SELF_TEST_FLOOR, selfTest, staleFacts } from '../../src/evaluation/index.ts'
import { ownContent, ownSuites } from '../support/own-content.ts'

const content = await ownContent()
const { answers } = await ownSuites()

test('the scorers catch answers that are wrong in one thing, and accept right ones in another guise', () => {
  const { caught, accepted, escaped, refused } = selfTest(answers, content)
  expect(caught.of).toBeGreaterThan(500)
  expect(caught.share, escaped.join('\n')).toBeGreaterThanOrEqual(SELF_TEST_FLOOR)
  expect(accepted.share, refused.join('\n')).toBeGreaterThanOrEqual(SELF_TEST_FLOOR)
})

/** Enough to tell a scorer that lets everything of a kind pass. */
const some = answers.filter((_, at) => at % 5 === 0)

test('a scorer made lenient is found out, with the answers it let pass', () => {
  const lenient = selfTest(some, content, { match: () => ({ verdict: 'holds', evidence: undefined }) })
  expect(lenient.caught.share).toBeLessThan(SELF_TEST_FLOOR)
  expect(lenient.escaped.some((name) => name.includes('/value: '))).toBe(true)
})

test('a scorer that looks for substrings of numbers is found out', () => {
  const substrings = selfTest(some, content, {
    match: (answer, { quantity }) => ({
      verdict: quantity === undefined || answer.includes(String(quantity.value)) ? 'holds' : 'missing',
      evidence: undefined,
    }),
  })
  expect(substrings.caught.share).toBeLessThan(SELF_TEST_FLOOR)
})

test('a sample is read again once its section has changed, and not before', () => {
  const sample = answers.find(({ facts }) => facts[0]?.source !== undefined)
  const fact = sample?.facts[0]
  if (sample === undefined || fact === undefined) throw new Error('no sample names a section')
  const quoting = (quote: string) => staleFacts({ answers: [{ ...sample, facts: [{ ...fact, quote }] }] }, content)
  const [stale] = quoting('0'.repeat(12))
  expect(stale).toMatchObject({ sample: sample.id, fact: fact.id, source: fact.source })
  expect(quoting(stale?.now ?? '')).toEqual([])
})
