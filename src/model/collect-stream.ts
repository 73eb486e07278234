import type { LanguageModelV4Content, LanguageModelV4GenerateResult, LanguageModelV4StreamPart } from '@ai-sdk/provider'

/**
 * Reads a model stream to its end and returns it as one result: text parts joined, tool calls in order.
 * @throws whatever an error part carries, and Error when the stream ends without finishing.
 */
export async function collectStream(
  stream: ReadableStream<LanguageModelV4StreamPart>,
): Promise<LanguageModelV4GenerateResult> {
  const content: LanguageModelV4Content[] = []
  const texts = new Map<string, string>()
  let end: Pick<LanguageModelV4GenerateResult, 'finishReason' | 'usage'> | undefined
  let warnings: LanguageModelV4GenerateResult['warnings'] = []
  let response: LanguageModelV4GenerateResult['response']
  for await (const part of stream) {
    if (part.type === 'stream-start') warnings = part.warnings
    else if (part.type === 'response-metadata') {
      const { type: _, ...metadata } = part
      response = { ...response, ...metadata }
    } else if (part.type === 'text-delta') texts.set(part.id, (texts.get(part.id) ?? '') + part.delta)
    else if (part.type === 'text-end') {
      const { id, providerMetadata } = part
      content.push({ type: 'text', text: texts.get(id) ?? '', ...(providerMetadata ? { providerMetadata } : {}) })
      texts.delete(id)
    } else if (part.type === 'tool-call') content.push(part)
    else if (part.type === 'error') throw part.error
    else if (part.type === 'finish') end = { finishReason: part.finishReason, usage: part.usage }
  }
  if (!end) throw new Error('the model stream ended without finishing')
  return { content, ...end, warnings, ...(response ? { response } : {}) }
}
