import type { Api } from './api.ts'
import { isAbort } from './api.ts'
import { EMPTY, takeIn, withMessage, type ChatState } from './chat-state.ts'
import { INTERRUPTED, RequestFailed, type Failure } from './failure.ts'
import type { createKeepsake } from './keepsake.ts'
import { dataOf, type Message } from './parts.ts'
import { restored } from './restored.ts'
import { addChunk, spoken } from './transcript.ts'
import type { Locale } from './words.ts'

export type ChatTools = {
  readonly api: Api
  readonly keepsake: ReturnType<typeof createKeepsake>
  readonly newId: () => string
  readonly locale: () => Locale
  /** Whether she wants to be spoken to plainly; `changed` is called when her words, or another device, changed that. */
  readonly manner: { readonly plain: () => boolean; readonly changed: (plain: boolean) => void }
  /** Called after every change of the state. */
  readonly onChange: (state: ChatState) => void
}

export type Chat = ReturnType<typeof createChat>

/** The failure behind an error. What is no {@link RequestFailed} is a fault of this page and is thrown on. */
export function failureIn(cause: unknown): Failure {
  if (cause instanceof RequestFailed) return cause.failure
  throw cause
}

const ENDED = new Set(['unauthorized', 'forbidden', 'not-found'])

/** One conversation on the page: what was said, and the acts that change it. Functions settle when the act is over; failures stand in the state. */
export function createChat(tools: ChatTools) {
  const { api, keepsake } = tools
  let state: ChatState = EMPTY
  let turn: AbortController | undefined

  const update = (change: (state: ChatState) => ChatState): void => {
    state = change(state)
    tools.onChange(state)
  }

  /** The conversation of this page, opened on first use: asking nothing leaves no trace on the server. */
  async function conversation(): Promise<{ id: string; token: string }> {
    const known = keepsake.read().conversation
    if (known !== undefined) return known
    const { id, token } = await api.open(tools.locale(), tools.manner.plain())
    keepsake.keep({ conversation: { id, token } })
    return { id, token }
  }

  const manner = () => ({ locale: tools.locale(), plain: tools.manner.plain() })

  function forget(): void {
    turn?.abort()
    keepsake.keep({ conversation: undefined })
    update(() => EMPTY)
  }

  async function stream(words: string, reply: Message, signal: AbortSignal): Promise<void> {
    let message = reply
    try {
      for await (const chunk of api.chat(await conversation(), words, manner(), signal)) {
        const id = message.id
        message = addChunk(message, chunk)
        const told = chunk.type === 'data-manner' ? dataOf(message, 'data-manner') : undefined
        if (told !== undefined) tools.manner.changed(told.plain)
        update((now) => ({ ...takeIn(withMessage(now, message, id), message), phase: 'streaming' }))
      }
      if (message.state === 'failed') throw new RequestFailed(INTERRUPTED)
      const state = message.state === 'streaming' ? 'done' : message.state
      update((now) => withMessage(now, { ...message, state }))
    } catch (cause) {
      const state = isAbort(cause) ? 'stopped' : 'failed'
      update((now) => withMessage(now, { ...message, state }))
      if (state === 'failed') throw cause
    }
  }

  async function send(words: string): Promise<void> {
    if (words.trim() === '' || turn !== undefined) return
    const mine = new AbortController()
    turn = mine
    const question = spoken(tools.newId(), words)
    const reply: Message = { id: tools.newId(), role: 'assistant', parts: [], state: 'streaming' }
    update((now) => ({
      ...now,
      phase: 'waiting',
      failure: undefined,
      unsent: undefined,
      messages: [...now.messages, question, reply],
    }))
    try {
      await stream(words, reply, mine.signal)
    } catch (cause) {
      const failure = failureIn(cause)
      const ended = ENDED.has(failure.code)
      if (ended) keepsake.keep({ conversation: undefined })
      update((now) => ({
        ...(ended ? { ...EMPTY, messages: [question] } : now),
        failure: ended ? { code: 'gone' } : failure,
        unsent: words,
      }))
    } finally {
      turn = undefined
      update((now) => ({ ...now, phase: 'idle', messages: now.messages.filter(hasSomething) }))
    }
  }

  return {
    state: (): ChatState => state,
    update,
    conversation,
    send,

    /** Brings back the conversation of this tab, if there was one. */
    async restore(): Promise<void> {
      const known = keepsake.read().conversation
      if (known === undefined) return
      update((now) => ({ ...now, phase: 'restoring' }))
      try {
        const view = await api.restore(known)
        if (view.plain && keepsake.read().plain === undefined) tools.manner.changed(true)
        update(() => restored(view, tools.newId))
      } catch (cause) {
        const failure = failureIn(cause)
        const ended = ENDED.has(failure.code)
        if (ended) keepsake.keep({ conversation: undefined })
        update(() => ({ ...EMPTY, failure: ended ? { code: 'gone' } : failure }))
      }
    },

    /** Ends the running turn; what is already on the page stays. */
    stop: (): void => turn?.abort(),

    /** Sends the words of the failed turn again, in its place. */
    async retry(): Promise<void> {
      const words = state.unsent
      if (words === undefined) return
      const at = state.messages.findLastIndex((message) => message.role === 'user')
      update((now) => ({ ...now, messages: now.messages.slice(0, at) }))
      await send(words)
    },

    /** Leaves this conversation and shows an empty page. */
    restart: forget,

    /** Has the server erase what may be erased, then starts afresh. */
    async erase(): Promise<void> {
      const known = keepsake.read().conversation
      try {
        if (known !== undefined) await api.erase(known)
        forget()
      } catch (cause) {
        const failure = failureIn(cause)
        update((now) => ({ ...now, failure }))
      }
    },
  }
}

function hasSomething(message: Message): boolean {
  return message.parts.length > 0 || message.state === 'stopped'
}
