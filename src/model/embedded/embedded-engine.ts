import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider'
import { collectStream } from '../collect-stream.ts'
import { nextStep, type EngineStep } from './next-step.ts'
import { readPrompt } from './read-prompt.ts'

/** Names the embedded engine in response metadata, and in the outcome of a turn. */
export const EMBEDDED_MODEL_ID = 'embedded'

/** Tool calls of one turn the engine makes at most, so that no tool result can keep it going. */
const MOST_CALLS = 12

/**
 * The language model that needs no key, no network and no weights. It reads the same prompt as any other, decides one
 * step at a time from the prompt alone, quotes the guides and never writes a fact of its own. Deterministic.
 */
export function createEmbeddedEngine(): LanguageModelV4 {
  const doStream = async (options: LanguageModelV4CallOptions) => ({ stream: streamStep(options) })
  return {
    specificationVersion: 'v4',
    provider: 'bianban',
    modelId: EMBEDDED_MODEL_ID,
    supportedUrls: {},
    doStream,
    doGenerate: async (options) => collectStream(streamStep(options)),
  }
}

function streamStep(options: LanguageModelV4CallOptions): ReadableStream<LanguageModelV4StreamPart> {
  const parts = stepParts(options)
  return new ReadableStream({
    // One part a pull: a reader that stops reading, or aborts, stops the engine.
    pull(controller) {
      options.abortSignal?.throwIfAborted()
      const { value, done } = parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}

function* stepParts(options: LanguageModelV4CallOptions): Generator<LanguageModelV4StreamPart, undefined> {
  yield { type: 'stream-start', warnings: [] }
  yield { type: 'response-metadata', modelId: EMBEDDED_MODEL_ID }
  const step = decideStep(options)
  if (step.text.length > 0) {
    yield { type: 'text-start', id: 'text' }
    // All of it is decided by now, and every delta costs the way through the reader's streams.
    yield { type: 'text-delta', id: 'text', delta: step.text.join('') }
    yield { type: 'text-end', id: 'text' }
  }
  for (const [index, { tool, input }] of step.calls.entries()) {
    const toolCallId = `call-${callsSoFar(options)}-${index}`
    const json = JSON.stringify(input)
    yield { type: 'tool-call', toolCallId, toolName: tool, input: json }
  }
  const unified = step.calls.length > 0 ? 'tool-calls' : 'stop'
  yield { type: 'finish', finishReason: { unified, raw: undefined }, usage: usageOf(step) }
  return undefined
}

/** The next step, without tools that are not on offer. */
function decideStep(options: LanguageModelV4CallOptions): EngineStep {
  const turn = readPrompt(options.prompt)
  const { text, calls } = nextStep(turn)
  const offered = options.tools && new Set(options.tools.map(({ name }) => name))
  const allowed = options.toolChoice?.type === 'none' || turn.calls.length >= MOST_CALLS ? [] : calls
  return { text, calls: offered ? allowed.filter(({ tool }) => offered.has(tool)) : [] }
}

function callsSoFar({ prompt }: LanguageModelV4CallOptions): number {
  return prompt.reduce(
    (count, message) =>
      message.role === 'assistant' ? count + message.content.filter(({ type }) => type === 'tool-call').length : count,
    0,
  )
}

/** Characters stand for tokens: nothing is billed, but budgets and logs still see a size. */
function usageOf({ text }: EngineStep): LanguageModelV4Usage {
  const written = text.reduce((length, delta) => length + delta.length, 0)
  return {
    inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: written, text: written, reasoning: undefined },
  }
}
