import type { CaseView } from '../../wire.ts'
import { isDataType, type Message, type Part } from './parts.ts'

/** A chunk of the UI message stream, or a persisted part: an object with a `type` and fields that go with it. */
export type Chunk = { readonly type: string; readonly [field: string]: unknown }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for anything that can be a chunk. */
export function isChunk(value: unknown): value is Chunk {
  return isObject(value) && typeof value['type'] === 'string'
}

/** The part that a `source-document` or `data-…` chunk stands for; undefined for what this page does not draw. */
function partOf(chunk: Chunk): Part | undefined {
  if (chunk.type === 'source-document') {
    return { type: 'source-document', sourceId: text(chunk['sourceId']), title: text(chunk['title']) }
  }
  if (!isDataType(chunk.type) || !isObject(chunk['data'])) return undefined
  const id = typeof chunk['id'] === 'string' ? { id: chunk['id'] } : {}
  // The server checks its parts against the same wire schemas before it sends them.
  return { type: chunk.type, ...id, data: chunk['data'] } as unknown as Part
}

function place(parts: readonly Part[], part: Part): readonly Part[] {
  const same = parts.findIndex((each) => {
    if (part.type === 'source-document') return each.type === part.type && each.sourceId === part.sourceId
    return part.type !== 'text' && 'id' in part && each.type === part.type && 'id' in each && each.id === part.id
  })
  if (same < 0) return [...parts, part]
  return part.type === 'source-document' ? parts : parts.with(same, part)
}

/**
 * The message after one more chunk of its stream. Data parts with the same type and id replace each other, a source
 * is listed once, and chunks of no concern to the page (`start-step`, `reasoning-…`) leave the message as it is.
 */
export function addChunk(message: Message, chunk: Chunk): Message {
  switch (chunk.type) {
    case 'start':
      return text(chunk['messageId']) === '' ? message : { ...message, id: text(chunk['messageId']) }
    case 'text-start':
      return { ...message, parts: [...message.parts, { type: 'text', id: text(chunk['id']), text: '' }] }
    case 'text-delta': {
      const at = message.parts.findLastIndex((part) => part.type === 'text' && part.id === text(chunk['id']))
      const part = message.parts[at]
      if (part?.type !== 'text') return message
      return { ...message, parts: message.parts.with(at, { ...part, text: part.text + text(chunk['delta']) }) }
    }
    case 'error':
      return { ...message, state: 'failed' }
    case 'abort':
      return { ...message, state: 'stopped' }
    default: {
      const part = partOf(chunk)
      return part === undefined ? message : { ...message, parts: place(message.parts, part) }
    }
  }
}

/** A persisted message as the page shows it. */
export function fromStored(stored: { id: string; role: 'user' | 'assistant'; parts: readonly Chunk[] }): Message {
  const empty: Message = { id: stored.id, role: stored.role, parts: [], state: 'done' }
  return stored.parts.reduce<Message>((message, part, index) => {
    if (part.type !== 'text') return addChunk(message, part)
    return { ...message, parts: [...message.parts, { type: 'text', id: String(index), text: text(part['text']) }] }
  }, empty)
}

/** A message of the citizen's own words. */
export function spoken(id: string, words: string): Message {
  return { id, role: 'user', parts: [{ type: 'text', id: '0', text: words }], state: 'done' }
}

/** Where the one live card of each application stands: only the last form and the last review of an application are operated. */
export function isLatest(messages: readonly Message[], part: Part): boolean {
  const id = applicationOf(part)
  if (id === undefined) return true
  const last = messages
    .flatMap((message) => message.parts)
    .findLast((each) => each.type === part.type && applicationOf(each) === id)
  return last === part
}

/** What was told last of a case; undefined when nothing was. */
export function newestOf(messages: readonly Message[], applicationId: string): CaseView | undefined {
  return messages
    .flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'data-progress' ? part.data.cases : [])))
    .findLast((each) => each.applicationId === applicationId)
}

/** Whether what a department asked for is still to be given, as far as the page knows. */
export function isAwaited(messages: readonly Message[], part: Part & { type: 'data-supplement' }): boolean {
  const known = newestOf(messages, part.data.applicationId)
  return isLatest(messages, part) && (known === undefined || known.supplement?.given === false)
}

/** The cases whose progress this part shows: a case that a later part tells of again stands there alone. */
export function casesShown(messages: readonly Message[], part: Part & { type: 'data-progress' }): CaseView[] {
  const parts = messages.flatMap((message) => message.parts)
  return part.data.cases.filter(({ applicationId }) => {
    const last = parts.findLast(
      (each) => each.type === 'data-progress' && each.data.cases.some((one) => one.applicationId === applicationId),
    )
    return last === part
  })
}

/** Titles of the benefits of the newest check that still wait for a field. */
export function openBenefits(messages: readonly Message[], application: string, field: string): readonly string[] {
  const checks = messages.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'data-benefits' ? [part] : [])))
  const last = checks.findLast(({ data }) => data.applicationId === application)?.data.benefits ?? []
  return last.flatMap(({ verdict, missing, title }) =>
    verdict === 'open' && missing.some((one) => one.field === field) ? [title] : [],
  )
}

/** The application a form or a review belongs to; undefined for other parts. */
export function applicationOf(part: Part): string | undefined {
  if (part.type === 'data-application') return part.data.id
  if (part.type === 'data-review' || part.type === 'data-supplement') return part.data.applicationId
  return undefined
}
