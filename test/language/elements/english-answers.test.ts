import { describe, expect, test } from 'vitest'
import { elements, type ElementContext, type ElementId } from '../../../src/language/index.ts'

const ASKED: ElementContext = { today: '2026-11-23', asked: true }
const OPTIONS = [
  { id: 'employment', label: 'Lawful stable employment', aliases: ['合法稳定就业', 'work', 'job'] },
  { id: 'housing', label: 'Lawful stable home', aliases: ['合法稳定住所', 'rent', 'own'] },
  { id: 'schooling', label: 'Continuous study', aliases: ['连续就读', 'student'] },
]

function read(id: ElementId, text: string, context: ElementContext = ASKED): string[] {
  return elements[id].read(text, context).map(({ value, problem }) => (problem === undefined ? value : `${value}!`))
}

describe('English dates', () => {
  test.each([
    ['3 May 2024', '2024-05-03'],
    ['since the 3rd of May, 2024', '2024-05-03'],
    ['May 3, 2024', '2024-05-03'],
    ['Sept. 1st 2020', '2020-09-01'],
    ['in March 2025', '2025-03-01'],
    ['12 November', '2026-11-12'],
    ['two years ago', '2024-11-23'],
    ['I came 3 months ago', '2026-08-23'],
    ['yesterday', '2026-11-22'],
    ['30 February 2025', '30 February 2025!'],
  ])('%s is %s', (text, expected) => {
    expect(read('date', text)).toEqual([expected])
  })

  test.each(['I may go 2 times', 'marching 3 2024', 'decades ago'])('%s says no date', (text) => {
    expect(read('date', text)).toEqual([])
  })
})

describe('English answers to a yes-no question', () => {
  test.each(["I don't", 'I haven’t', 'never', 'no, not yet', 'I do not', 'That is wrong, no'])('%s is no', (text) => {
    expect(read('yes-no', text)).toEqual(['false'])
  })

  test.each(['yes', 'Yes, I do', 'I do', 'I have', "that's right", 'of course', 'correct.'])('%s is yes', (text) => {
    expect(read('yes-no', text)).toEqual(['true'])
  })

  test.each(["I don't know", 'not sure', 'maybe', 'Do I need it?'])('%s is neither', (text) => {
    expect(read('yes-no', text)).toEqual([])
  })
})

describe('English answers to a choice', () => {
  test.each([
    ['I rent a flat', ['housing']],
    ['renting', ['housing']],
    ['a stable home', ['housing']],
    ['I am studying here', ['schooling']],
    ['I work', ['employment']],
    ['lawful and stable', []],
    ['I am not employed', []],
    ['Do I have to be employed?', []],
    ['first thing tomorrow', []],
  ])('%s is %j', (text, expected) => {
    expect(read('choice', text, { ...ASKED, options: OPTIONS })).toEqual(expected)
  })
})

describe('where a household is, told in English', () => {
  const read = (words: string, ask = '您的户口在厦门吗？', asked = true) =>
    elements['yes-no'].read(words, { ...ASKED, asked, ask, labels: ['厦门户口'] })[0]?.value
  const IN_ENGLISH = 'Is your household registration (hukou) in Xiamen?'

  test.each([
    'I live in 厦门市思明区湖滨南路1号',
    'My address is 厦门市集美区银江路2号',
    'I rent a flat in 湖里区',
    'I work in 集美',
    'we moved to 厦门 last year',
    'my company is in 思明',
    'I study at 厦大',
    'I live in Xiamen',
  ])('%s says nothing of it', (words) => {
    expect([read(words), read(words, IN_ENGLISH)]).toEqual([undefined, undefined])
  })

  test.each([
    ['my hukou is in Hunan', 'false'],
    ['my household is registered in Xiamen', 'true'],
    ['my hukou is not in Xiamen', 'false'],
    ['my hukou is in 厦门', 'true'],
    ['in 湖南', 'false'],
    ['in Guangdong province', 'false'],
    ['Xiamen', 'true'],
    ['在湖里', 'true'],
  ])('%s says %s', (words, value) => {
    expect([read(words), read(words, IN_ENGLISH)]).toEqual([value, value])
  })

  test.each([
    ['第一次办，户口在江西', 'false'],
    ['我户口还在泉州', 'false'],
    ['户口在集美', 'true'],
    ['my hukou is in Hunan', 'false'],
    ['我妈户口在江西', undefined],
    ['户口在江西能办吗', undefined],
    ['如果户口在江西', undefined],
    ['我住在江西', undefined],
  ])('%s, before it is asked, says %s', (words, value) => {
    expect(read(words, '您的户口在厦门吗？', false)).toBe(value)
  })

  test('of somebody else her own household says nothing', () => {
    expect(read('我户口在江西', '老人的户口在厦门吗？', false)).toBeUndefined()
  })
})
