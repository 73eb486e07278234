import { expect, test } from 'vitest'
import { checkCalls } from '../../src/evaluation/index.ts'

const start = { tool: 'startApplication', input: { service: 'residence-permit' }, result: {} }
const fill = (...fields: readonly (readonly [field: string, shown: string])[]) => ({
  tool: 'fillApplication',
  input: { values: Object.fromEntries(fields) },
  result: { accepted: fields.map(([field, shown]) => ({ field, shown })) },
})
const expected = {
  writes: [
    { tool: 'startApplication' as const, with: { service: 'residence-permit' } },
    { tool: 'fillApplication' as const, with: { name: '样例', mobile: '13800000000' } },
  ],
  reads: [{ tool: 'searchGuides' as const, with: {} }],
}
const search = { tool: 'searchGuides', input: { query: '居住证' }, result: {} }
const verdict = (...calls: Parameters<typeof checkCalls>[0]) =>
  Object.fromEntries(checkCalls(calls, expected).map(({ name, ok, message }) => [name, ok ? true : message]))

test('the expected writes in any order and in any number of turns are right, and so is a value that was corrected', () => {
  const good = { 'tool-writes': true, 'tool-reads': true }
  expect(verdict(search, start, fill(['name', '样例'], ['mobile', '13800000000']))).toEqual(good)
  expect(
    verdict(start, fill(['mobile', '13700000000']), search, fill(['mobile', '13800000000']), fill(['name', '样例'])),
  ).toEqual(good)
})

test('a write that is missing, made twice, or of another value is wrong, and named', () => {
  expect(verdict(search, start, fill(['name', '样例']))['tool-writes']).toBe('少了 fillApplication(mobile=13800000000)')
  const filled = fill(['name', '样例'], ['mobile', '13800000000'])
  expect(verdict(search, start, start, filled)['tool-writes']).toBe('多了 startApplication(service=residence-permit)')
  expect(verdict(search, start, fill(['name', '样例'], ['mobile', '1']))['tool-writes']).toMatch(
    /少了 .*多了 .*mobile=1\)/,
  )
  expect(verdict(search, filled)['tool-writes']).toContain('少了 startApplication')
})

test('a call that was turned down wrote nothing, and a required argument that is left out is no match', () => {
  const filled = fill(['name', '样例'], ['mobile', '13800000000'])
  expect(verdict(search, { ...start, result: { problem: '没有这个事项' } }, filled)['tool-writes']).toContain('少了')
  expect(verdict(search, { ...start, input: {} }, filled)['tool-writes']).toMatch(/少了 .*多了/)
})

test('reads are free, but for what is listed as evidence', () => {
  const filled = fill(['name', '样例'], ['mobile', '13800000000'])
  expect(verdict(start, filled)).toEqual({ 'tool-writes': true, 'tool-reads': '没有查 searchGuides()' })
  expect(verdict(search, search, { ...search, tool: 'readGuide' }, start, filled)['tool-reads']).toBe(true)
})

test('calls that say less are given to what nothing else can be given to', () => {
  const two = {
    writes: [
      { tool: 'handOver' as const, with: {} },
      { tool: 'handOver' as const, with: { reason: 'complaint' } },
    ],
    reads: [],
  }
  const over = (reason: string) => ({ tool: 'handOver', input: { reason }, result: { ticket: 'X' } })
  expect(checkCalls([over('complaint'), over('suggestion')], two).every(({ ok }) => ok)).toBe(true)
  expect(checkCalls([over('suggestion'), over('suggestion')], two).every(({ ok }) => ok)).toBe(false)
  expect(checkCalls([over('complaint')], undefined)).toEqual([])
})
