import { describe, expect, test } from 'vitest'
import { createReleaser } from '../../src/conversation/lock/releaser.ts'
import { createTokenBook } from '../../src/conversation/tools/token-book.ts'
import type { TurnPart } from '../../src/conversation/turn.ts'
import type { Passage } from '../../src/knowledge/index.ts'

const passage = (section: 'fees' | 'time', text: string): Passage => ({
  id: `sample#${section}`,
  guide: 'sample',
  guideTitle: '示范证',
  section,
  sourceId: `sample#${section}`,
  heading: section === 'fees' ? '要多少钱' : '多久办好',
  text,
  textEn: undefined,
  pointsEn: {},
  authority: 'notice',
})
const FEES = passage('fees', '示范证首次申领免费。\n- **补领**：示范证丢失补领收工本费30元。')
const TIME = {
  ...passage('time', '示范证自受理之日起12个工作日内办好。'),
  pointsEn: { 'time#开头': 'The sample permit is issued within 12 working days. Ask 12345 how far it is.' },
}

function release(...deltas: readonly string[]) {
  const parts: TurnPart[] = []
  const tokens = createTokenBook()
  for (const shown of [FEES, TIME]) tokens.passage(shown)
  const releaser = createReleaser({ tokens, write: (part) => parts.push(part) })
  for (const delta of deltas) releaser.push(delta)
  const result = releaser.finish()
  const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
  return { result, text, sources: result.sources }
}

describe('what is released', () => {
  test('a backed sentence, its citation numbered, however the stream is cut', () => {
    const { text, sources } = release('示范证丢失补', '领收工本费30', '元。[p', '1]')
    expect(text).toBe('示范证丢失补领收工本费30元。[1]')
    expect(sources).toEqual(['sample#fees'])
  })

  test('the guide’s own line in the place of a wrong one', () => {
    const { text, result } = release('示范证丢失补领收工本费50元。[p1]')
    expect(text).toContain('30元')
    expect(result.replaced).toBe(1)
  })

  test('the guide’s own line in the place of one turned round, without saying its label twice', () => {
    const { text, result } = release('示范证补领不收工本费。[p1]')
    expect(text).toBe('示范证丢失补领收工本费30元。[1]')
    expect(result).toMatchObject({ replaced: 1, dropped: 0 })
  })

  test('what a point says in English, and nothing with another number', () => {
    const { text } = release('The sample permit is issued within 12 working days.[p2] Ask 12345 how far it is.[p2]')
    expect(text).toBe('The sample permit is issued within 12 working days.[1] Ask 12345 how far it is.[1]')
    expect(release('The sample permit is issued within 15 working days.[p2]').text).not.toContain('15')
  })

  test('a fact without a citation, when a section that was shown backs it', () => {
    expect(release('示范证12个工作日内办好。').sources).toEqual(['sample#time'])
  })

  test('an opening line once the first cited sentence follows', () => {
    expect(release('您好。', '示范证首次申领免费。[p1]').text).toBe('您好。示范证首次申领免费。[1]')
  })
})

describe('what is not released', () => {
  test.each([
    ['nothing cited at all', '示范证很好办。'],
    ['a made-up source', '示范证3个工作日办好。[p9]'],
    ['a promise', '示范证一定能通过。[p1]'],
    ['a link', '请到 https://example.com 办理。[p1]'],
    ['a mail address', '请写信到 a@b.example 。[p1]'],
    ['a claim that it was submitted', '已为您提交成功。[p1]'],
    ['the names of tools', '我会调用 fillApplication 工具。[p1]'],
  ])('%s', (_name, words) => {
    expect(release(words).text).toBe('')
  })

  test('the unfinished sentence of a model that broke off', () => {
    const parts: TurnPart[] = []
    const tokens = createTokenBook()
    tokens.passage(FEES)
    const releaser = createReleaser({ tokens, write: (part) => parts.push(part) })
    releaser.push('示范证首次申领免费。[p1]示范证丢失补领收工本')
    releaser.endPart(true)
    releaser.push('示范证丢失补领收工本费30元。[p1]')
    expect(releaser.finish()).toMatchObject({ interrupted: true, cited: true })
    const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
    expect(text).toBe('示范证首次申领免费。[1]示范证丢失补领收工本费30元。[1]')
  })
})
