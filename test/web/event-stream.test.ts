import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEventSplitter, readEvents } from '../../src/web/widget/event-stream.ts'

function split(...pieces: readonly string[]): readonly string[] {
  const splitter = createEventSplitter()
  return pieces.flatMap((piece) => splitter(piece))
}

describe('the stream of an answer', () => {
  test('comes apart at blank lines, whatever the line ends', () => {
    expect(split('data: 一\n\ndata: 二\r\n\r\ndata: 三\r\rdata: 四\n\n')).toEqual(['一', '二', '三', '四'])
  })

  test('joins several data lines and passes over comments and other fields', () => {
    expect(split(': keep-alive\n\nevent: x\ndata: 上\ndata:下\nid: 7\n\n')).toEqual(['上\n下'])
  })

  test('does not give out an event that was cut off', () => {
    expect(split('data: 完整\n\ndata: 半')).toEqual(['完整'])
  })

  test('reads the same however the network cuts it, even inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\r\n]/.test(text)),
          { maxLength: 6 },
        ),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat({ max: 200 }), { maxLength: 8 }),
        async (events, end, cuts) => {
          const bytes = new TextEncoder().encode(events.map((event) => `data: ${event}${end}${end}`).join(''))
          const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
          const body = new ReadableStream<Uint8Array>({
            start(controller) {
              places.slice(1).forEach((place, index) => controller.enqueue(bytes.slice(places[index] ?? 0, place)))
              controller.close()
            },
          })
          const read: string[] = []
          for await (const event of readEvents(body)) read.push(event)
          expect(read).toEqual(events)
        },
      ),
      { numRuns: 60 },
    )
  })
})
