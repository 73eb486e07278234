import { breakBefore, breakOff } from './openai-chat.ts'
import type { Reply } from './openai-server.ts'

/** A reply as server-sent events of the Responses API. `cut` and `stall` tell the server to break off or to fall silent. */
export function* speakResponses({ text = [], calls = [], finish, fault }: Reply): Generator<string> {
  const event = numberEvents()
  const overload = { code: 'server_error', message: 'scripted overload', param: null }
  if (fault?.kind === 'error-event') return void (yield event('error', overload))
  yield event('response.created', {
    response: { id: 'resp_1', created_at: 1_763_856_000, model: 'scripted-model', service_tier: null },
  })
  if (text.length > 0 || fault?.kind === 'endless') {
    const item = { type: 'message', id: 'msg_1', role: 'assistant', status: 'in_progress', content: [] }
    yield event('response.output_item.added', { output_index: 0, item })
    const delta = (piece: string) =>
      event('response.output_text.delta', { item_id: 'msg_1', output_index: 0, content_index: 0, delta: piece })
    for (const [index, piece] of text.entries()) {
      const ends = breakBefore(index, fault)
      if (ends) return yield* breakOff(ends, event('error', overload))
      yield delta(piece)
    }
    if (fault?.kind === 'endless') for (;;) yield delta('一直说下去，'.repeat(40))
    const content = [{ type: 'output_text', text: text.join(''), annotations: [] }]
    yield event('response.output_item.done', { output_index: 0, item: { ...item, status: 'completed', content } })
  }
  for (const [index, call] of calls.entries()) {
    const outputIndex = index + 1
    const item = { type: 'function_call', id: `fc_${index}`, call_id: `call_${index}`, name: call.name, arguments: '' }
    yield event('response.output_item.added', { output_index: outputIndex, item: { ...item, status: 'in_progress' } })
    yield event('response.function_call_arguments.delta', {
      item_id: item.id,
      output_index: outputIndex,
      delta: call.input,
    })
    const done = { ...item, arguments: call.input, status: 'completed' }
    yield event('response.output_item.done', { output_index: outputIndex, item: done })
  }
  const ends = breakBefore(text.length, fault)
  if (ends) return yield* breakOff(ends, event('error', overload))
  const usage = {
    input_tokens: 10,
    output_tokens: 5,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens_details: { reasoning_tokens: 0 },
  }
  const incomplete =
    finish === 'length'
      ? { reason: 'max_output_tokens' }
      : finish === 'content_filter'
        ? { reason: 'content_filter' }
        : null
  yield event(incomplete ? 'response.incomplete' : 'response.completed', {
    response: { incomplete_details: incomplete, usage },
  })
}

function numberEvents(): (type: string, fields: Readonly<Record<string, unknown>>) => string {
  let sequence = 0
  return (type, fields) => {
    const value = { type, sequence_number: sequence, ...fields }
    sequence += 1
    return `event: ${type}\ndata: ${JSON.stringify(value)}\n\n`
  }
}
