import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Store } from '../../store/index.ts'
import type { Utterance } from '../turn.ts'

/** A persisted part in the AI SDK's UI message shape. */
const KeptPart = z.looseObject({ type: z.string() })
export type KeptPart = z.infer<typeof KeptPart>
const KeptParts = z.array(KeptPart)

export type KeptMessage = {
  readonly id: string
  readonly role: 'user' | 'assistant'
  readonly parts: readonly KeptPart[]
}

/** The messages of a conversation, encrypted at rest, in the order they were said. */
export type MessageLog = {
  readonly list: (conversationId: string) => Promise<KeptMessage[]>
  /** The last `limit` messages as plain text, oldest first: what a model may read. Cards and codes are left out. */
  readonly utterances: (conversationId: string, limit: number) => Promise<Utterance[]>
  /** All the citizen's own words of the conversation, oldest first. */
  readonly citizenWords: (conversationId: string) => Promise<string[]>
  /** Text of the whole conversation for a handover ticket. */
  readonly transcript: (conversationId: string) => Promise<string>
}

export function createMessageLog(store: Store): MessageLog {
  const rows = (conversationId: string) =>
    store.db.selectFrom('messages').select(['id', 'role', 'partsSealed']).where('conversationId', '=', conversationId)

  const open = (row: { id: string; role: string; partsSealed: string }): KeptMessage => ({
    id: row.id,
    role: row.role === 'user' ? 'user' : 'assistant',
    parts: KeptParts.parse(JSON.parse(store.unseal(row.partsSealed))),
  })

  const list = async (conversationId: string) =>
    (await rows(conversationId).orderBy('seq').execute()).map((row) => open(row))

  return {
    list,
    utterances: async (conversationId, limit) => {
      const latest = await rows(conversationId).orderBy('seq', 'desc').limit(limit).execute()
      const messages = latest.reverse().map((row) => open(row))
      return messages.map((message) => ({ role: message.role, text: textOf(message) }))
    },
    citizenWords: async (conversationId) => {
      const said = await rows(conversationId).where('role', '=', 'user').orderBy('seq').execute()
      return said.map((row) => textOf(open(row)))
    },
    transcript: async (conversationId) =>
      (await list(conversationId))
        .map((message) => `${message.role === 'user' ? '市民' : '助手'}：${textOf(message)}`)
        .join('\n'),
  }
}

/** Text of a message, its cards left out. */
export function textOf(message: KeptMessage): string {
  return message.parts
    .map((part) => (part.type === 'text' && typeof part['text'] === 'string' ? part['text'] : ''))
    .filter((text) => text !== '')
    .join('\n')
}

/** A fresh id for a message. */
export function newMessageId(): string {
  return `m_${randomUUID()}`
}
