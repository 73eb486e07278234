import { describe, expect, test } from 'vitest'
import type { ReviewPart } from '../../src/wire.ts'
import { EMPTY, type ChatState } from '../../src/web/widget/chat-state.ts'
import { createNarrator } from '../../src/web/widget/narrator.ts'
import type { Message } from '../../src/web/widget/parts.ts'
import { spoken } from '../../src/web/widget/transcript.ts'
import { wordsIn } from '../../src/web/widget/words.ts'

const say = wordsIn('zh-Hans')
const reply = (text: string, state: Message['state'], id = 'm'): Message => ({
  id,
  role: 'assistant',
  state,
  parts: [{ type: 'text', id: 't', text }],
})
const page = (messages: readonly Message[], phase: ChatState['phase'] = 'idle'): ChatState => ({
  ...EMPTY,
  messages,
  phase,
})
const question = spoken('q', '多久？')

describe('the narrator', () => {
  test('tells an answer sentence by sentence while it comes, even when it is renamed', () => {
    const narrate = createNarrator()
    expect(narrate(page([question, reply('', 'streaming', 'local')]), say)).toEqual([])
    expect(narrate(page([question, reply('十五日内。要是', 'streaming')]), say)).toEqual(['十五日内。'])
    expect(narrate(page([question, reply('十五日内。要是急用', 'done')]), say)).toEqual(['十五日内。', '要是急用'])
    expect(narrate(page([question, reply('十五日内。要是急用', 'done')]), say)).toHaveLength(2)
  })

  test('begins afresh with the next answer', () => {
    const narrate = createNarrator()
    narrate(page([question, reply('一。', 'done')]), say)
    expect(narrate(page([question, reply('一。', 'done'), question, reply('二。', 'done', 'n')]), say)).toEqual([
      '二。',
    ])
  })

  test('does not read out a conversation that was restored', () => {
    const narrate = createNarrator()
    narrate(page([], 'restoring'), say)
    expect(narrate(page([question, reply('旧话。', 'done')]), say)).toEqual([])
  })

  test('names the cards of an English answer as English does', () => {
    const narrate = createNarrator()
    const review = { title: 'Residence permit' } as ReviewPart
    const reviewed: Message = { ...reply('', 'done'), parts: [{ type: 'data-review', data: review }] }
    const told = narrate(page([question, reviewed]), wordsIn('en')).join(' ')
    expect(told).toContain(': Residence permit')
    expect(told).not.toMatch(/[\p{Script=Han}：]/u)
  })

  test('tells of the choices on offer', () => {
    const narrate = createNarrator()
    const choices: Message = {
      ...reply('', 'done'),
      parts: [{ type: 'data-choices', data: { question: '哪一种？', choices: ['甲', '乙'] } }],
    }
    expect(narrate(page([question, choices]), say)).toEqual(['哪一种？', '甲', '乙'])
  })
})
