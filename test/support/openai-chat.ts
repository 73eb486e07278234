import type { Reply } from './openai-server.ts'

/** A reply as server-sent events of chat completions. `cut` and `stall` tell the server to break off or to fall silent. */
export function* speakChat({ text = [], calls = [], finish, promptTokens = 10, fault }: Reply): Generator<string> {
  if (fault?.kind === 'error-event') {
    yield data(OVERLOAD)
    yield 'data: [DONE]\n\n'
    return
  }
  yield ': keep-alive\n\n'
  yield chunk({ role: 'assistant', content: '' })
  for (const [index, piece] of text.entries()) {
    const ends = breakBefore(index, fault)
    if (ends) return yield* breakOff(ends, data(OVERLOAD))
    yield chunk({ content: piece })
  }
  if (fault?.kind === 'endless') for (;;) yield chunk({ content: '一直说下去，'.repeat(40) })
  for (const [index, call] of calls.entries()) {
    const middle = Math.floor(call.input.length / 2)
    const id = `call_${index}`
    yield chunk({ tool_calls: [{ index, id, type: 'function', function: { name: call.name, arguments: '' } }] })
    yield chunk({ tool_calls: [{ index, function: { arguments: call.input.slice(0, middle) } }] })
    yield chunk({ tool_calls: [{ index, function: { arguments: call.input.slice(middle) } }] })
  }
  const ends = breakBefore(text.length, fault)
  if (ends) return yield* breakOff(ends, data(OVERLOAD))
  yield chunk({}, finish ?? (calls.length > 0 ? 'tool_calls' : 'stop'))
  yield data({ ...frame(), choices: [], usage: usageOf(promptTokens) })
  if (fault?.kind !== 'no-done') yield 'data: [DONE]\n\n'
}

function usageOf(promptTokens: number) {
  return { prompt_tokens: promptTokens, completion_tokens: 5, total_tokens: promptTokens + 5 }
}

const OVERLOAD = { error: { message: 'scripted overload', type: 'server_error', code: 'overloaded', param: null } }

type Break = 'half' | 'cut' | 'stall' | 'late-error'

/** What the fault does before the piece of this number, if anything. */
export function breakBefore(index: number, fault: Reply['fault']): Break | undefined {
  return fault === undefined || !('after' in fault) || index < fault.after ? undefined : fault.kind
}

/** The last that is heard of a broken stream: an error, a word for the server, or nothing. */
export function* breakOff(kind: Break, error: string): Generator<string, void> {
  if (kind === 'late-error') yield error
  else if (kind !== 'half') yield kind
}

function chunk(delta: Readonly<Record<string, unknown>>, finishReason: string | null = null): string {
  return data({ ...frame(), choices: [{ index: 0, delta, finish_reason: finishReason }] })
}

function frame() {
  return { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_763_856_000, model: 'scripted-model' }
}

function data(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`
}
