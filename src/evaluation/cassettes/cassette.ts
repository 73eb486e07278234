import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { canonicalRequest, keyOf, mapLeaves, type CanonicalRequest } from './canonical-request.ts'
import { differences, leavesOf, likeness } from './differences.ts'
import type { Recordings } from './recordings.ts'

type Part = LanguageModelV4StreamPart

/** `live` calls and keeps nothing; `record` calls and keeps; `replay` never calls; `auto` calls for what is not kept. */
export const CASSETTE_MODES = ['live', 'record', 'replay', 'auto'] as const
export type CassetteMode = (typeof CASSETTE_MODES)[number]

/** Calls of a model, recorded or replayed. */
export type Cassette = {
  /** The model with the cassette around it. */
  readonly around: (model: LanguageModelV4) => LanguageModelV4
  /** Repeats of the same trial have recordings of their own: the number of the one that is played now, from 1. */
  repeat: number
  /** Keys that were played or recorded. */
  readonly used: ReadonlySet<string>
  /** What was asked and not there, with the nearest recording and how it differs. */
  readonly misses: readonly string[]
}

/** A call that was never recorded. */
export class CassetteMiss extends Error {
  override readonly name = 'CassetteMiss'
}

/** Creates a cassette over recordings. `redact` takes secrets and the ids of citizens out of every string that is kept. */
export function createCassette({
  mode,
  recordings,
  redact,
}: {
  readonly mode: CassetteMode
  readonly recordings: Recordings
  readonly redact: (text: string) => string
}): Cassette {
  const used = new Set<string>()
  const misses: string[] = []
  const cassette: Cassette = {
    repeat: 1,
    used,
    misses,
    around: (model) => ({
      specificationVersion: 'v4',
      provider: model.provider,
      modelId: model.modelId,
      supportedUrls: model.supportedUrls,
      doGenerate: () => {
        throw new Error('a cassette plays streams only')
      },
      doStream: async (options) => {
        if (mode === 'live') return model.doStream(options)
        const { repeat } = cassette
        const request = canonicalRequest(model.modelId, options, redact)
        const key = keyOf(request, repeat)
        used.add(key)
        const kept = mode === 'record' ? undefined : recordings.get(key)
        if (kept !== undefined) return { stream: streamOf(kept.parts as Part[]) }
        if (mode === 'replay') throw miss(request)
        return record(model, options, (parts, latencyMs) =>
          recordings.put({
            version: 1,
            repeat,
            request,
            parts: mapLeaves(parts, redact) as Record<string, unknown>[],
            latencyMs,
          }),
        )
      },
    }),
  }
  return cassette

  function miss(request: CanonicalRequest): CassetteMiss {
    const asked = leavesOf(request)
    const [nearest] = [...recordings.all()]
      .map(([key, recording]) => ({ key, recording, near: likeness(leavesOf(recording.request), asked) }))
      .toSorted((a, b) => b.near - a.near)
    const words =
      nearest === undefined
        ? '一段录音也没有'
        : `最接近的 ${nearest.key.slice(0, 12)} 不同在：${differences(nearest.recording.request, request).join('；') || '重复的次数'}`
    misses.push(words)
    return new CassetteMiss(words)
  }
}

/** Calls the model and keeps the whole reply. One that breaks off or errs is passed on and not kept. */
async function record(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
  keep: (parts: readonly Part[], latencyMs: number) => void,
) {
  const asked = performance.now()
  const { stream } = await model.doStream(options)
  const parts: Part[] = []
  return {
    stream: stream.pipeThrough(
      new TransformStream<Part, Part>({
        transform(part, controller) {
          const last = parts.at(-1)
          if (part.type === 'text-delta' && last?.type === 'text-delta' && last.id === part.id)
            parts[parts.length - 1] = { ...last, delta: last.delta + part.delta }
          else if (part.type !== 'raw') parts.push(timeless(part))
          if (part.type === 'finish' && parts.every(({ type }) => type !== 'error'))
            keep(parts, Math.round(performance.now() - asked))
          controller.enqueue(part)
        },
      }),
    ),
  }
}

function streamOf(parts: readonly Part[]): ReadableStream<Part> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
}

/** When a reply was given says nothing of it. */
function timeless(part: Part): Part {
  if (part.type !== 'response-metadata') return part
  const { timestamp: _, ...rest } = part
  return rest
}
