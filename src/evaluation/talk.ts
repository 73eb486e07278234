import type { Library } from '../knowledge/index.ts'
import type { Channel, Conversation, Outcome, ToolCall, TurnPart } from '../conversation/index.ts'
import type { ApplicationView, Counter, Receipt } from '../services/index.ts'

/** What one turn brought. */
export type Reply = {
  readonly said: string
  readonly text: string
  readonly outcome: Outcome
  /** `guide#section` in the order of citing. */
  readonly sources: readonly string[]
  readonly application: ApplicationView | undefined
  readonly review: boolean
  readonly receipt: Receipt | undefined
  readonly choices: readonly string[]
  /** The tools that the engine called, in order. */
  readonly calls: readonly ToolCall[]
}

/** What a trial talks to. */
export type Rooms = {
  readonly conversation: Conversation
  readonly counter: Counter
  readonly library: Pick<Library, 'search' | 'passages'>
}

/** A conversation under evaluation: no buttons, so that every act is words. */
export type Talk = { readonly id: string; readonly say: (words: string) => Promise<Reply> }

/** Opens a conversation. */
export async function openTalk({ conversation }: Rooms, channel: Channel = 'text'): Promise<Talk> {
  const { id } = await conversation.open()
  return {
    id,
    say: async (words) => {
      const parts: TurnPart[] = []
      const calls: ToolCall[] = []
      const outcome = await conversation.answer({
        conversationId: id,
        message: words,
        channel,
        signal: AbortSignal.timeout(TURN_MS),
        write: (part) => void parts.push(part),
        onCall: (call) => void calls.push(call),
      })
      return {
        said: words,
        text: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
        outcome,
        sources: parts.flatMap((part) => (part.type === 'source' ? [part.sourceId] : [])),
        application: parts.findLast((part) => part.type === 'application')?.application,
        review: parts.some((part) => part.type === 'review'),
        receipt: parts.findLast((part) => part.type === 'receipt')?.receipt,
        choices: parts.findLast((part) => part.type === 'choices')?.choices ?? [],
        calls,
      }
    },
  }
}

/** Longest a turn may take before its trial counts as an error. */
const TURN_MS = 30_000
