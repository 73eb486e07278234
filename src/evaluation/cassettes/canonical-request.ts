import { createHash } from 'node:crypto'
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { z } from 'zod'
import { steady } from '../play/steady.ts'

/**
 * What makes two calls of a model the same: model, instructions, tools, sampling and messages. Instructions and tools
 * stand as hashes, for every call repeats them. Ids of tool calls are numbered, for a provider makes them up.
 */
export const CanonicalRequest = z.strictObject({
  model: z.string(),
  instructions: z.string(),
  tools: z.string(),
  sampling: z.record(z.string(), z.unknown()),
  messages: z.array(z.unknown()),
})
export type CanonicalRequest = z.infer<typeof CanonicalRequest>

/** Raised when recordings of before must not be replayed any more. */
const EPOCH = 1

/** The canonical form of a call; every string in it has passed `redact`. */
export function canonicalRequest(
  model: string,
  options: LanguageModelV4CallOptions,
  redact: (text: string) => string,
): CanonicalRequest {
  const { prompt, tools = [], toolChoice, responseFormat, abortSignal: _signal, headers: _headers, ...rest } = options
  const numbers = new Map<string, string>()
  const messages = mapLeaves(
    prompt.filter(({ role }) => role !== 'system'),
    (text, key) => {
      if (key !== 'toolCallId') return redact(steady(text))
      numbers.set(text, numbers.get(text) ?? `call-${numbers.size + 1}`)
      return numbers.get(text) ?? text
    },
  )
  return {
    model,
    instructions: hashOf(prompt.filter(({ role }) => role === 'system')),
    tools: hashOf({ tools: tools.toSorted((a, b) => (a.name < b.name ? -1 : 1)), toolChoice }),
    sampling: mapLeaves({ ...rest, responseFormat }, redact) as Record<string, unknown>,
    messages: messages as unknown[],
  }
}

/** The key of a recording. Repeats of one call have keys of their own. */
export function keyOf(request: CanonicalRequest, repeat: number): string {
  return hashOf({ request, epoch: EPOCH, repeat })
}

/** Start of the SHA-256 of a value's JSON with sorted keys. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, 32)
}

/** A plain value with every string changed; keys without a value are gone. `key` is the nearest key above. */
export function mapLeaves(value: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return change(value, key)
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change, key))
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      item === undefined ? [] : [[name, mapLeaves(item, change, name)]],
    ),
  )
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  )
}
