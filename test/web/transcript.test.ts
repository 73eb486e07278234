import { describe, expect, test } from 'vitest'
import { dataOf, sourcesOf, textOf, type Message } from '../../src/web/widget/parts.ts'
import { addChunk, fromStored, isLatest, type Chunk } from '../../src/web/widget/transcript.ts'

const EMPTY: Message = { id: 'local', role: 'assistant', parts: [], state: 'streaming' }
const after = (...chunks: readonly Chunk[]): Message => chunks.reduce(addChunk, EMPTY)

describe('an answer on the page', () => {
  test('grows with its text and takes the name the server gives it', () => {
    const message = after(
      { type: 'start', messageId: 'm1' },
      { type: 'text-start', id: 'a' },
      { type: 'text-delta', id: 'a', delta: '居住半年' },
      { type: 'text-delta', id: 'a', delta: '以上。' },
      { type: 'text-end', id: 'a' },
    )
    expect(message.id).toBe('m1')
    expect(textOf(message)).toBe('居住半年以上。')
  })

  test('lists a source once, in the order of first mention', () => {
    const source = (sourceId: string): Chunk => ({
      type: 'source-document',
      sourceId,
      mediaType: 'text/markdown',
      title: sourceId,
    })
    const message = after(source('a#who'), source('b#fees'), source('a#who'))
    expect(sourcesOf(message).map(({ sourceId }) => sourceId)).toEqual(['a#who', 'b#fees'])
  })

  test('keeps its last outcome, and passes over parts it does not know', () => {
    const message = after(
      { type: 'start-step' },
      { type: 'data-weather', data: { rain: true } },
      { type: 'data-outcome', data: { outcome: 'answered', engine: 'embedded' } },
    )
    expect(message.parts).toHaveLength(1)
    expect(dataOf(message, 'data-outcome')?.outcome).toBe('answered')
  })

  test('replaces a card that is sent again under the same id', () => {
    const message = after(
      { type: 'data-suggestions', id: 's', data: { suggestions: ['一'] } },
      { type: 'data-suggestions', id: 's', data: { suggestions: ['二'] } },
    )
    expect(message.parts).toHaveLength(1)
    expect(dataOf(message, 'data-suggestions')?.suggestions).toEqual(['二'])
  })

  test('says so when the server reports an error', () => {
    expect(after({ type: 'error', errorText: 'x' }).state).toBe('failed')
  })

  test('comes back from the record as it was', () => {
    const stored = {
      id: 'm2',
      role: 'assistant' as const,
      parts: [
        { type: 'text', text: '您好。' },
        { type: 'source-document', sourceId: 'a#who', title: '谁能办' },
      ],
    }
    expect(textOf(fromStored(stored))).toBe('您好。')
    expect(sourcesOf(fromStored(stored))).toHaveLength(1)
  })

  test('shows an application as a form only where it was mentioned last', () => {
    const first = fromStored({ id: '1', role: 'assistant', parts: [{ type: 'data-application', data: { id: 'app' } }] })
    const second = fromStored({
      id: '2',
      role: 'assistant',
      parts: [{ type: 'data-application', data: { id: 'app' } }],
    })
    const shown = [first, second].map((message) => message.parts.map((part) => isLatest([first, second], part)))
    expect(shown).toEqual([[false], [true]])
  })
})
