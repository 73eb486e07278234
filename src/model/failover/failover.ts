import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { collectStream } from '../collect-stream.ts'
import { streamOf } from '../stream-of.ts'
import type { Breaker } from '../../breaker.ts'
import { ModelFailure, toFailure, type FailureReason } from './failure.ts'
import { createGate, type Gate } from './gate.ts'
import { callKey, createInspector, type Inspector } from './inspect-parts.ts'
import { watchWords } from './watch-words.ts'
import { readPrimary } from './read-primary.ts'
import { within } from './within.ts'

type Part = LanguageModelV4StreamPart
type Parts = AsyncGenerator<Part, void>

/** How long and how much the primary model may take. Times in milliseconds. */
export type FailoverLimits = {
  /** Until the first part of the answer; at most half of it is spent waiting for a place. */
  readonly firstPartMs: number
  /** Between two parts. */
  readonly chunkMs: number
  readonly totalMs: number
  readonly maxOutputChars: number
  /** Calls to the primary at one time; the others wait their turn. */
  readonly maxConcurrent: number
}

/** Failures that may come of our own limits and load, or of what a citizen does and says: she must not keep the model from everybody else. */
const SAYS_NOTHING_OF_PROVIDER: ReadonlySet<FailureReason> = new Set([
  'budget-spent',
  'busy',
  'left',
  'refused',
  'repeated-call',
  'wrong-language',
  'recites-instructions',
])

/** Where failures are reported: their reason and status, never the citizen's words. */
export type FailureLog = { readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void }

export type FailoverOptions = {
  readonly primary: LanguageModelV4
  readonly fallback: LanguageModelV4
  readonly limits: FailoverLimits
  readonly breaker: Breaker
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly log: FailureLog
}

/** A model that need not be paid for words that nobody is there to read. */
export type FailoverModel = LanguageModelV4 & {
  /** The same model for one turn: from when `left` aborts the fallback goes on, and the primary is stopped. */
  readonly until: (left: AbortSignal) => LanguageModelV4
}

/**
 * One model out of two. The primary answers; when it cannot be reached, is late, stalls, errs, calls a tool wrongly or
 * twice, recites its instructions, speaks another language, breaks off or never stops, the fallback answers the same
 * prompt in the same stream, and takes the rest of the turn. Text already spoken ends with
 * `providerMetadata.bianban.broken`. `response-metadata` names the engine that speaks.
 */
export function createFailover(options: FailoverOptions): FailoverModel {
  const gate = createGate(options.limits.maxConcurrent)
  const until = (left: AbortSignal): LanguageModelV4 => {
    const stream = (call: LanguageModelV4CallOptions) => toStream(call, (bound) => answer(options, gate, bound, left))
    return {
      specificationVersion: 'v4',
      provider: 'bianban',
      modelId: engineName(options.primary),
      supportedUrls: {},
      doStream: async (call) => ({ stream: stream(call) }),
      doGenerate: async (call) => collectStream(stream(call)),
    }
  }
  return { ...until(new AbortController().signal), until }
}

/** `embedded`, or `openai:<model>` for a remote one. */
function engineName({ provider, modelId }: LanguageModelV4): string {
  return provider === 'bianban' ? modelId : `${provider.split('.')[0] ?? provider}:${modelId}`
}

/** The parts as a stream; a reader that leaves stops everything upstream. */
function toStream(
  call: LanguageModelV4CallOptions,
  start: (bound: LanguageModelV4CallOptions) => Parts,
): ReadableStream<Part> {
  const left = new AbortController()
  const abortSignal = call.abortSignal ? AbortSignal.any([call.abortSignal, left.signal]) : left.signal
  return streamOf(start({ ...call, abortSignal }), (reason) => left.abort(reason))
}

async function* answer(
  options: FailoverOptions,
  gate: Gate,
  call: LanguageModelV4CallOptions,
  left: AbortSignal,
): Parts {
  yield { type: 'stream-start', warnings: [] }
  // What failed in this turn is not waited for again in its next step.
  if (callsBefore(call.prompt).some(({ toolCallId }) => toolCallId.startsWith(FALLBACK)))
    return yield* speak(options.fallback, call)
  const inspector = createInspector({
    maxOutputChars: options.limits.maxOutputChars,
    mayBeSilent: call.prompt.at(-1)?.role === 'tool',
    watch: watchWords(call.prompt),
    made: new Set(callsBefore(call.prompt).map(({ toolName, input }) => callKey(toolName, input))),
  })
  const failure = yield* tryPrimary(options, gate, call, left, inspector)
  if (!failure) return
  options.log.warn(
    { reason: failure.reason, status: failure.status, cause: describeCause(failure) },
    'the model failed; the fallback answers',
  )
  yield* inspector.closings()
  yield* speak(options.fallback, call)
}

/** The calls of this turn so far: those since she spoke. */
function callsBefore(prompt: LanguageModelV4CallOptions['prompt']) {
  const since = prompt.slice(prompt.findLastIndex(({ role }) => role === 'user') + 1)
  const parts = since.flatMap((message) => (message.role === 'assistant' ? message.content : []))
  return parts.filter((part) => part.type === 'tool-call')
}

/** The primary's step, passed on as far as it can be trusted. Returns why it failed, if it did; throws only when the turn was cut off. */
async function* tryPrimary(
  { primary, limits, breaker, clock }: FailoverOptions,
  gate: Gate,
  call: LanguageModelV4CallOptions,
  left: AbortSignal,
  inspector: Inspector,
): AsyncGenerator<Part, ModelFailure | undefined> {
  if (left.aborted) return new ModelFailure('left')
  if (!breaker.allow()) return new ModelFailure('breaker-open')
  const stop = new AbortController()
  const deadline = setTimeout(() => stop.abort(new ModelFailure('too-slow')), limits.totalMs)
  const signal = AbortSignal.any([...(call.abortSignal ? [call.abortSignal] : []), left, stop.signal])
  const asked = performance.now()
  const place = gate.enter(signal)
  let settled = false
  try {
    await within(place, limits.firstPartMs / 2, signal, () => new ModelFailure('busy'))
    const firstPartLeft = () => Math.max(0, limits.firstPartMs - (performance.now() - asked))
    const parts = readPrimary(primary, { ...call, abortSignal: signal }, inspector, limits.chunkMs, firstPartLeft)
    for await (const part of parts) yield named(part, engineName(primary))
    breaker.succeed()
    settled = true
    return undefined
  } catch (error) {
    call.abortSignal?.throwIfAborted()
    const failure = left.aborted ? new ModelFailure('left') : toFailure(error, clock())
    if (SAYS_NOTHING_OF_PROVIDER.has(failure.reason)) breaker.abandon()
    else breaker.fail(failure.retryAfterMs)
    settled = true
    return failure
  } finally {
    // Reached as well when the reader leaves in the middle of a part.
    if (!settled) breaker.abandon()
    clearTimeout(deadline)
    stop.abort(new ModelFailure('unfinished'))
    place.then(
      (leave) => leave(),
      () => undefined,
    )
  }
}

/** The fallback's own step, its ids kept apart from those of a primary that broke off. */
async function* speak(model: LanguageModelV4, call: LanguageModelV4CallOptions): Parts {
  const { stream } = await model.doStream(call)
  for await (const part of stream) {
    if (part.type === 'stream-start') continue
    yield named(marked(part), engineName(model))
  }
}

const FALLBACK = 'fallback-'

function marked(part: Part): Part {
  if (part.type === 'tool-call') return { ...part, toolCallId: `${FALLBACK}${part.toolCallId}` }
  return isText(part) || isToolInput(part) ? { ...part, id: `${FALLBACK}${part.id}` } : part
}

function isToolInput(
  part: Part,
): part is Extract<Part, { type: 'tool-input-start' | 'tool-input-delta' | 'tool-input-end' }> {
  return part.type === 'tool-input-start' || part.type === 'tool-input-delta' || part.type === 'tool-input-end'
}

function isText(part: Part): part is Extract<Part, { type: 'text-start' | 'text-delta' | 'text-end' }> {
  return part.type === 'text-start' || part.type === 'text-delta' || part.type === 'text-end'
}

function named(part: Part, modelId: string): Part {
  return part.type === 'response-metadata' ? { ...part, modelId } : part
}

function describeCause({ cause }: ModelFailure): string | undefined {
  return cause instanceof Error ? cause.name : undefined
}
