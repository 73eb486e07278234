import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { simulateReadableStream } from 'ai'

type Part = LanguageModelV4StreamPart

/** A prompt of one citizen message after an instruction, with all tools on offer. */
export function promptOf(words: string, more: LanguageModelV4CallOptions['prompt'] = []): LanguageModelV4CallOptions {
  return {
    prompt: [
      { role: 'system', content: '只按指南回答' },
      { role: 'user', content: [{ type: 'text', text: words }] },
      ...more,
    ],
  }
}

/** Every part of one model step. */
export async function partsOf(model: LanguageModelV4, call: LanguageModelV4CallOptions): Promise<Part[]> {
  const { stream } = await model.doStream(call)
  const parts: Part[] = []
  for await (const part of stream) parts.push(part)
  return parts
}

/** The text of a step. */
export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join('')
}

/** Name and input of each tool call of a step. */
export function callsOf(parts: readonly Part[]): { tool: string; input: unknown }[] {
  return parts.flatMap((part) =>
    part.type === 'tool-call' ? [{ tool: part.toolName, input: JSON.parse(part.input) as unknown }] : [],
  )
}

/** The engine that spoke last, by its response metadata. */
export function engineOf(parts: readonly Part[]): string | undefined {
  return parts.findLast((part) => part.type === 'response-metadata')?.modelId
}

/** A model that gives these parts, whatever it is asked; for a fallback whose words are known. */
export function speakingModel(text: string): LanguageModelV4 {
  const parts: Part[] = [
    { type: 'stream-start', warnings: [] },
    { type: 'response-metadata' },
    { type: 'text-start', id: 'text' },
    { type: 'text-delta', id: 'text', delta: text },
    { type: 'text-end', id: 'text' },
    {
      type: 'finish',
      finishReason: { unified: 'stop', raw: undefined },
      usage: {
        inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 0, text: 0, reasoning: 0 },
      },
    },
  ]
  return {
    specificationVersion: 'v4',
    provider: 'bianban',
    modelId: 'embedded',
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error('not spoken to in one piece')),
    doStream: async () => ({
      stream: simulateReadableStream({ chunks: parts, initialDelayInMs: null, chunkDelayInMs: null }),
    }),
  }
}
