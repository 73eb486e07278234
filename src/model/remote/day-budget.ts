import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { collectStream } from '../collect-stream.ts'
import { streamOf } from '../stream-of.ts'
import { ModelFailure } from '../failover/failure.ts'

type Part = LanguageModelV4StreamPart

/** Tokens that a remote model read and wrote. */
export type ModelTokens = { readonly input: number; readonly output: number }

/** What a remote model may take in a day, counted where every process of the house counts. */
export type DayBudget = {
  /** True from when the tokens of the day so far have reached a limit. */
  readonly isSpent: () => Promise<boolean>
  /** Adds what one call took. Never throws: an answer is not lost for its bill. */
  readonly count: (tokens: ModelTokens) => Promise<void>
}

/**
 * A model whose calls are counted, and turned away while the budget of the day is spent. Calls that are under way when
 * it runs out are finished. A call that broke off, or whose provider does not say what it took, is counted by its
 * characters: rather too many than too few.
 */
export function withinDayBudget(model: LanguageModelV4, budget: DayBudget): LanguageModelV4 {
  const doStream: LanguageModelV4['doStream'] = async (call) => {
    if (await budget.isSpent()) throw new ModelFailure('budget-spent')
    const answered = await model.doStream(call)
    return { ...answered, stream: streamOf(counted(answered.stream, call, budget)) }
  }
  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doStream,
    doGenerate: async (call) => collectStream((await doStream(call)).stream),
  }
}

async function* counted(
  parts: ReadableStream<Part>,
  { prompt, tools }: LanguageModelV4CallOptions,
  budget: DayBudget,
): AsyncGenerator<Part, void> {
  let written = 0
  let input: number | undefined
  let output: number | undefined
  try {
    for await (const part of parts) {
      if ('delta' in part) written += part.delta.length
      if (part.type === 'finish') {
        input = part.usage.inputTokens.total
        output = part.usage.outputTokens.total
      }
      yield part
    }
  } finally {
    await budget.count({ input: input ?? JSON.stringify({ prompt, tools }).length, output: output ?? written })
  }
}
