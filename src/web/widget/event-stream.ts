/**
 * Collects the `data` of server-sent events from text that arrives in arbitrary pieces. An event that was
 * never closed by a blank line is not given out, as https://html.spec.whatwg.org/multipage/server-sent-events.html asks.
 */
export function createEventSplitter(): (piece: string) => readonly string[] {
  let rest = ''
  let data: string[] = []
  return (piece) => {
    rest += piece
    const events: string[] = []
    // A lone \r at the very end may be the first half of \r\n: it waits for the next piece.
    for (let end = rest.search(/\r(?!$)|\n/); end >= 0; end = rest.search(/\r(?!$)|\n/)) {
      const line = rest.slice(0, end)
      rest = rest.slice(rest.startsWith('\r\n', end) ? end + 2 : end + 1)
      if (line === '') {
        if (data.length > 0) events.push(data.join('\n'))
        data = []
      } else if (line === 'data' || line.startsWith('data:')) {
        data.push(line.slice(5).replace(/^ /, ''))
      }
    }
    return events
  }
}

/** The `data` of each server-sent event of a response body, in order. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const split = createEventSplitter()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      yield* split(done ? decoder.decode() : decoder.decode(value, { stream: true }))
      if (done) return
    }
  } finally {
    // Leaving early must also end the request; a body that is already broken rejects, and that is known.
    await reader.cancel().catch(() => undefined)
  }
}
