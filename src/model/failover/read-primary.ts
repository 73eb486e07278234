import { setTimeout as sleep } from 'node:timers/promises'
import {
  APICallError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4StreamPart,
  type LanguageModelV4StreamResult,
} from '@ai-sdk/provider'
import { ModelFailure } from './failure.ts'
import type { Inspector } from './inspect-parts.ts'
import { within } from './within.ts'

type Part = LanguageModelV4StreamPart

/** One step of the primary that can be stopped. */
export type PrimaryCall = LanguageModelV4CallOptions & { readonly abortSignal: AbortSignal }

/** A pause of one to three of these before a provider that stumbled is asked again, so that not all ask at once. */
const PAUSE_MS = 100

/**
 * The parts of a step that may be passed on, read no longer than the limits allow.
 * @param firstPartLeft milliseconds that are left until the first part is due
 * @throws ModelFailure and whatever the provider throws
 */
export async function* readPrimary(
  primary: LanguageModelV4,
  call: PrimaryCall,
  inspector: Inspector,
  chunkMs: number,
  firstPartLeft: () => number,
): AsyncGenerator<Part, void> {
  const reader = (await open(primary, call, firstPartLeft)).stream.getReader()
  let begun = false
  try {
    for (;;) {
      const { value, done } = await (begun
        ? within(reader.read(), chunkMs, call.abortSignal, () => new ModelFailure('stalled'))
        : within(reader.read(), firstPartLeft(), call.abortSignal, late))
      if (done) break
      begun ||= isContent(value)
      yield* inspector.admit(value)
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
  if (!inspector.finished()) throw new ModelFailure('unfinished')
}

/** The stream of a step. A provider that stumbles before it has said a word is asked once more, in what time is left. */
async function open(
  primary: LanguageModelV4,
  call: PrimaryCall,
  firstPartLeft: () => number,
): Promise<LanguageModelV4StreamResult> {
  const ask = () => within(primary.doStream(call), firstPartLeft(), call.abortSignal, late)
  try {
    return await ask()
  } catch (error) {
    if (!isPassing(error)) throw error
    await sleep(PAUSE_MS * (1 + 2 * Math.random()), undefined, { signal: call.abortSignal })
    return ask()
  }
}

/** No connection, or a fault of the server's own; one that has too many calls is not asked again at once. */
function isPassing(error: unknown): boolean {
  return APICallError.isInstance(error) && error.isRetryable && error.statusCode !== 429
}

function late(): ModelFailure {
  return new ModelFailure('first-part-late')
}

/** Parts that begin an answer; what comes before them is only talk about it. */
function isContent({ type }: Part): boolean {
  return type !== 'stream-start' && type !== 'response-metadata' && type !== 'raw' && type !== 'ping'
}
