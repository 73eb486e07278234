import type {
  JSONValue,
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4Message,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider'
import { createSecretBook, splitBeforeToken, type SecretBook } from './secret-book.ts'

/**
 * A model that is shown tokens where the conversation has identity, phone and card numbers. Its tool calls come back
 * with the numbers, its text with their masked form. For models outside our own machines.
 */
export function withSecretTokens(model: LanguageModelV4): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: async (options) => {
      const book = createSecretBook()
      const result = await model.doGenerate(hide(options, book))
      return { ...result, content: result.content.map((content) => revealContent(content, book)) }
    },
    doStream: async (options) => {
      const book = createSecretBook()
      const result = await model.doStream(hide(options, book))
      return { ...result, stream: result.stream.pipeThrough(revealStream(book)) }
    },
  }
}

function hide(options: LanguageModelV4CallOptions, book: SecretBook): LanguageModelV4CallOptions {
  return { ...options, prompt: hidePrompt(options.prompt, book) }
}

function hidePrompt(prompt: LanguageModelV4Prompt, book: SecretBook): LanguageModelV4Prompt {
  return prompt.map((message): LanguageModelV4Message => {
    if (message.role === 'system') return message
    // The parts keep their shape: only strings in them change.
    return { ...message, content: mapStrings(message.content, book.tokenise) } as LanguageModelV4Message
  })
}

/** Every string of a plain value, keys aside; bytes and links pass untouched. */
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, FIXED.has(key) ? item : mapStrings(item, change)]),
  )
}
/** Keys of prompt parts that are names, not words. */
const FIXED = new Set(['type', 'toolCallId', 'toolName', 'providerOptions', 'mediaType'])

function revealContent(content: LanguageModelV4Content, book: SecretBook): LanguageModelV4Content {
  if (content.type === 'text') return { ...content, text: book.mask(content.text) }
  return content.type === 'tool-call' ? { ...content, input: revealInput(content.input, book) } : content
}

/** Tool input with the numbers in it. Broken JSON is left for the failover to refuse. */
function revealInput(input: string, book: SecretBook): string {
  try {
    return JSON.stringify(mapStrings(JSON.parse(input) as JSONValue, book.restore))
  } catch {
    return input
  }
}

function revealStream(book: SecretBook): TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart> {
  const held = new Map<string, string>()
  return new TransformStream({
    transform(part, controller) {
      if (part.type === 'text-delta') {
        const { ready, held: rest } = splitBeforeToken((held.get(part.id) ?? '') + part.delta)
        held.set(part.id, rest)
        if (ready !== '') controller.enqueue({ ...part, delta: book.mask(ready) })
        return
      }
      if (part.type === 'text-end') {
        const rest = held.get(part.id)
        if (rest) controller.enqueue({ type: 'text-delta', id: part.id, delta: rest })
        held.delete(part.id)
      }
      controller.enqueue(part.type === 'tool-call' ? { ...part, input: revealInput(part.input, book) } : part)
    },
  })
}
