import {
  APICallError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4StreamPart,
} from '@ai-sdk/provider'
import type { Tokens } from './budget.ts'
import { aroundModel } from './around-model.ts'

type Part = LanguageModelV4StreamPart

/** What calls of a model took, and when its provider had too much to do. */
export type Meter = {
  /** The model with the meter on it. */
  readonly around: (model: LanguageModelV4) => LanguageModelV4
  readonly used: () => Tokens & {
    readonly calls: number
    /** Of each finished call. */ readonly latenciesMs: readonly number[]
  }
}

/**
 * Creates a meter. A provider that does not say how many tokens a call took, and a call that was cut off, are counted by
 * their characters: rather too many than too few.
 * @param onOverload called when the provider turns a call away (429, 503, 529) or lets it run out of time; with the
 * milliseconds it asks to wait, where it does.
 */
export function createMeter({
  onOverload,
  now = () => performance.now(),
}: {
  readonly onOverload: (retryAfterMs: number | undefined) => void
  readonly now?: () => number
}): Meter {
  let calls = 0
  let [inputTokens, outputTokens] = [0, 0]
  const latenciesMs: number[] = []
  return {
    used: () => ({ calls, inputTokens, outputTokens, latenciesMs }),
    around: (model) =>
      aroundModel(model, async (options) => {
        calls += 1
        const asked = now()
        let [characters, settled] = [0, false]
        const settle = (input?: number, output?: number): void => {
          if (settled) return
          settled = true
          inputTokens += input ?? JSON.stringify(options.prompt).length
          outputTokens += output ?? characters
        }
        const answered = await answer(model, options)
        options.abortSignal?.addEventListener('abort', () => settle(), { once: true })
        return {
          ...answered,
          stream: answered.stream.pipeThrough(
            new TransformStream<Part, Part>({
              transform(part, controller) {
                if (part.type === 'text-delta' || part.type === 'tool-input-delta') characters += part.delta.length
                if (part.type === 'error' && isOverload(part.error)) onOverload(retryAfterOf(part.error))
                if (part.type === 'finish') {
                  settle(part.usage.inputTokens.total, part.usage.outputTokens.total)
                  latenciesMs.push(now() - asked)
                }
                controller.enqueue(part)
              },
              flush: () => settle(),
            }),
          ),
        }
      }),
  }

  async function answer(model: LanguageModelV4, options: LanguageModelV4CallOptions) {
    try {
      return await model.doStream(options)
    } catch (error) {
      if (isOverload(error) || options.abortSignal?.aborted === true) onOverload(retryAfterOf(error))
      throw APICallError.isInstance(error) ? withoutRetryAfter(error) : error
    }
  }
}

/** The error without the wait it asks for: a run rests by its own pace, and a breaker that opens for it would spoil trials. */
function withoutRetryAfter(error: APICallError): APICallError {
  const { 'retry-after': _, ...headers } = error.responseHeaders ?? {}
  return new APICallError({
    message: error.message,
    url: error.url,
    requestBodyValues: error.requestBodyValues,
    ...(error.statusCode === undefined ? {} : { statusCode: error.statusCode }),
    responseHeaders: headers,
    ...(error.responseBody === undefined ? {} : { responseBody: error.responseBody }),
    cause: error.cause,
    isRetryable: error.isRetryable,
    data: error.data,
  })
}

const TOO_MUCH: ReadonlySet<number | undefined> = new Set([429, 503, 529])

function isOverload(error: unknown): boolean {
  return APICallError.isInstance(error) && TOO_MUCH.has(error.statusCode)
}

/** Milliseconds of `Retry-After` in seconds; undefined where there is none. */
function retryAfterOf(error: unknown): number | undefined {
  const header = APICallError.isInstance(error) ? error.responseHeaders?.['retry-after'] : undefined
  return header !== undefined && /^\d+$/.test(header.trim()) ? Number(header) * 1000 : undefined
}
